/** The characters of the bytes 0x80 to 0x9f. A byte that has none stands for itself, as everywhere on the web. */
const signs =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const first = 0x80;

const byteOf: ReadonlyMap<string, number> = new Map(Array.from(signs, (sign, index) => [sign, first + index]));

/** Reads every byte. Node 20 takes this encoding for Latin-1, and has control characters where quotation marks are. */
export const decodedWindows1252 = (bytes: Uint8Array): string =>
	new TextDecoder('windows-1252')
		.decode(bytes)
		.replace(/[\x80-\x9f]/g, sign => signs.charAt(sign.charCodeAt(0) - first));

/** `undefined` where a character is none of this encoding. */
export function encodedWindows1252(text: string): Uint8Array | undefined {
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const byte = code < first || (code > 0x9f && code <= 0xff) ? code : byteOf.get(text.charAt(at));
		if (byte === undefined) return undefined;
		bytes[at] = byte;
	}
	return bytes;
}
