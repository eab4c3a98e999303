import fc from 'fast-check';

/**
 * Texts of any code points, the low ones more often, halves of surrogate pairs among them. `fc.string({ unit: 'binary' })` makes the same, but
 * first writes down all 1,114,112 of them, which takes a second.
 */
export const anyCharacters = (maxLength: number): fc.Arbitrary<string> =>
	fc
		.array(fc.oneof(fc.nat(0xff), fc.nat(0xff_ff), fc.nat(0x10_ff_ff)), { maxLength })
		.map(points => String.fromCodePoint(...points));
