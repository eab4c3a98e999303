import fc from 'fast-check';

/**
 * Texts of any code points, halves of surrogate pairs among them. `fc.string({ unit: 'binary' })` makes the same, but
 * first writes down all 1,114,112 of them, which takes a second.
 */
export const anyCharacters = (maxLength: number): fc.Arbitrary<string> =>
	fc.array(fc.nat(0x10_ff_ff), { maxLength }).map(points => String.fromCodePoint(...points));
