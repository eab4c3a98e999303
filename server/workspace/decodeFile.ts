import type { FileEncoding } from '../language/fileEncoding';

/** The text of a file's bytes, without byte order mark. */
interface DecodedFile {
	readonly text: string;
	readonly encoding: FileEncoding;
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
 * no UTF-8. Which of the encodings of one byte a text is in cannot be told; Windows-1252 reads every byte.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
	const mark = marks.find(({ bytes: sign }) => sign.every((byte, index) => bytes[index] === byte));
	if (mark) return { text: decoded(bytes.subarray(mark.bytes.length), mark.encoding), encoding: mark.encoding };
	const wide = bytes.includes(0) ? encodingByZeros(bytes) : undefined;
	if (wide) return { text: decoded(bytes, wide), encoding: wide };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), encoding: 'UTF-8' };
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		return { text: decoded(bytes, 'Windows-1252'), encoding: 'Windows-1252' };
	}
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
			return new TextDecoder('windows-1252').decode(bytes);
		default:
			return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	}
}

function decodedUtf32(bytes: Uint8Array, isLittle: boolean): string {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const parts: string[] = [];
	for (let at = 0; at + 4 <= bytes.length; at += 4) {
		const code = view.getUint32(at, isLittle);
		parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
	}
	return parts.join('');
}
