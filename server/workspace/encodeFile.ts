import type { FileEncoding } from '../language/fileEncoding';
import { encodedWindows1252 } from './windows1252';

/** The bytes of a text, without a byte order mark; `undefined` where the encoding lacks one of its characters. */
export function encodeFile(text: string, encoding: FileEncoding): Uint8Array | undefined {
	switch (encoding) {
		case 'UTF-16 (little endian)':
		case 'UTF-16 (big endian)':
			return encodedUtf16(text, encoding === 'UTF-16 (little endian)');
		case 'UTF-32 (little endian)':
		case 'UTF-32 (big endian)':
			return encodedUtf32(text, encoding === 'UTF-32 (little endian)');
		case 'Windows-1252':
			return encodedWindows1252(text);
		default:
			return new TextEncoder().encode(text);
	}
}

function encodedUtf16(text: string, isLittle: boolean): Uint8Array {
	const view = new DataView(new ArrayBuffer(text.length * 2));
	for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
	return new Uint8Array(view.buffer);
}

function encodedUtf32(text: string, isLittle: boolean): Uint8Array {
	const signs = Array.from(text, sign => sign.codePointAt(0) ?? 0);
	const view = new DataView(new ArrayBuffer(signs.length * 4));
	for (const [index, sign] of signs.entries()) view.setUint32(index * 4, sign, isLittle);
	return new Uint8Array(view.buffer);
}
