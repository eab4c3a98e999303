import fc from 'fast-check';

/**
 * Texts of characters of every plane, halves of surrogate pairs among them. `fc.string({ unit: 'binary' })` makes the
 * like, but first writes down all 1,114,112 code points, which takes a second.
 */
export const anyCharacters = (maxLength: number): fc.Arbitrary<string> =>
	fc
		.array(fc.oneof(fc.nat(0xff), fc.nat(0xffff), fc.nat(0x10ffff)), { maxLength })
		.map(codes => String.fromCodePoint(...codes));
