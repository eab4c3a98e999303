import { isDeclaredOtherwise } from '../language/declaredEncoding';
import type { FileEncoding } from '../language/fileEncoding';
import { decodedWindows1252 } from './windows1252';

/** The text of a file's bytes, without byte order mark. */
export interface DecodedFile {
	readonly text: string;
	readonly encoding: FileEncoding;
	/** The byte order mark; empty where there is none. */
	readonly mark: Uint8Array;
}

/** Byte order marks, the longer ones first: that of UTF-32 begins like that of UTF-16. */
const marks: readonly { readonly bytes: readonly number[]; readonly encoding: FileEncoding }[] = [
	{ bytes: [0xff, 0xfe, 0, 0], encoding: 'UTF-32 (little endian)' },
	{ bytes: [0, 0, 0xfe, 0xff], encoding: 'UTF-32 (big endian)' },
	{ bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8 with a byte order mark' },
	{ bytes: [0xff, 0xfe], encoding: 'UTF-16 (little endian)' },
	{ bytes: [0xfe, 0xff], encoding: 'UTF-16 (big endian)' },
];

/**
 * Reads bytes in the encoding that they are in: told by a byte order mark, by where zeros stand, or because they are
 * no UTF-8. Which of the encodings of one byte a text is in cannot be told; Windows-1252 reads every byte. A text that
 * is UTF-8 here and something else there is read as UTF-8: what is right in it stays so.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
	const mark = marks.find(({ bytes: sign }) => sign.every((byte, index) => bytes[index] === byte));
	if (mark) {
		const { length } = mark.bytes;
		const text = decoded(bytes.subarray(length), mark.encoding);
		return { text, encoding: mark.encoding, mark: bytes.subarray(0, length) };
	}
	return { ...decodedByContent(bytes), mark: new Uint8Array() };
}

function decodedByContent(bytes: Uint8Array): Omit<DecodedFile, 'mark'> {
	const wide = bytes.includes(0) ? encodingByZeros(bytes) : undefined;
	if (wide) return { text: decoded(bytes, wide), encoding: wide };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'UTF-8' };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		const encoding = isDamagedUtf8(bytes) ? 'damaged UTF-8' : 'Windows-1252';
		return { text: decoded(bytes, encoding), encoding };
	}
}

/** Of bytes that are no UTF-8: letters of several bytes hardly come about in another encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
	if (isDeclaredOtherwise(decoded(bytes.subarray(0, looked), 'Windows-1252'))) return false;
	return /[^\0-\x7f\ufffd]/.test(decoded(bytes, 'damaged UTF-8'));
}

/** How many bytes are looked at for zeros. */
const looked = 4096;

/** In text of Western letters all the bytes but one of each character are zero. */
function encodingByZeros(bytes: Uint8Array): FileEncoding | undefined {
	const start = bytes.subarray(0, Math.min(looked, bytes.length - (bytes.length % 4)));
	const zeros = [0, 0, 0, 0];
	for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
	const most = start.length / 4;
	const [isFirst, isSecond, isThird, isFourth] = zeros.map(count => count > most * 0.7);
	if (isSecond && isThird && isFourth) return 'UTF-32 (little endian)';
	if (isFirst && isSecond && isThird) return 'UTF-32 (big endian)';
	if (isSecond && isFourth) return 'UTF-16 (little endian)';
	return isFirst && isThird ? 'UTF-16 (big endian)' : undefined;
}

function decoded(bytes: Uint8Array, encoding: FileEncoding): string {
	switch (encoding) {
		case 'UTF-32 (little endian)':
		case 'UTF-32 (big endian)':
			return decodedUtf32(bytes, encoding === 'UTF-32 (little endian)');
		case 'UTF-16 (little endian)':
			return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes);
		case 'UTF-16 (big endian)':
			return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(bytes);
		case 'Windows-1252':
			return decodedWindows1252(bytes);
		default:
			return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	}
}

function decodedUtf32(bytes: Uint8Array, isLittle: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const code = view.getUint32(at, isLittle);
		const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
		parts.push(isCharacter ? String.fromCodePoint(code) : '\ufffd');
	}
	if (bytes.length % 4 > 0) parts.push('\ufffd');
	return parts.join('');
}
