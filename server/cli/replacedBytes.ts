import { declaredEncoding } from '../language/declaredEncoding';
import type { FileEncoding } from '../language/fileEncoding';
import { type DecodedFile, decodeFile } from '../workspace/decodeFile';
import { encodeFile } from '../workspace/encodeFile';

/** The text that takes the place of a file's. */
export interface NewText {
	readonly after: string;
	/** In UTF-8 without a byte order mark, whatever the file was in. */
	readonly isPlain: boolean;
}

/** Why a file is not written, as the end of a sentence. */
interface Refusal {
	readonly refusal: string;
}

/**
 * The bytes of a file with another text: in its own encoding, so that nothing but the text changes, or in plain UTF-8.
 * What was not read for certain is not written, since each character that was guessed would be lost.
 */
export function replacedBytes(
	bytes: Uint8Array,
	{ after, isPlain }: NewText,
	file: DecodedFile = decodeFile(bytes),
): Uint8Array | Refusal {
	const { text, encoding, mark } = file;
	if (!isExact(bytes, file)) return refusalAt(text, text.indexOf('\ufffd'), encoding);
	if (isPlain) {
		const unknown = encoding === 'Windows-1252' ? text.search(unassigned) : -1;
		return unknown < 0 ? Buffer.from(after) : refusalAt(text, unknown, encoding);
	}
	const encoded = encoding === 'Windows-1252' ? inOneByte(text, after) : encodeFile(after, encoding);
	if (encoded) return Buffer.concat([mark, encoded]);
	return { refusal: 'a fix writes a letter that its encoding may not have. Save it as UTF-8 first' };
}

/** Bytes to which Windows-1252 gives no character: the file is in yet another encoding. */
const unassigned = /[\x81\x8d\x8f\x90\x9d]/;

function isExact(bytes: Uint8Array, { text, encoding, mark }: DecodedFile): boolean {
	const encoded = encodeFile(text, encoding);
	return encoded !== undefined && Buffer.concat([mark, encoded]).equals(bytes);
}

function refusalAt(text: string, at: number, encoding: FileEncoding): Refusal {
	const line = text.slice(0, Math.max(0, at)).split(/\r\n?|\n/).length;
	const name = encoding === 'damaged UTF-8' ? 'UTF-8' : encoding;
	return {
		refusal: `line ${line} has bytes that are no characters of ${name}, and they would be lost. Correct them in an editor and save it as UTF-8`,
	};
}

/**
 * Any encoding of one byte a letter is read as Windows-1252. The letters that were there get their bytes again; a new
 * one has a certain byte only where the declaration names an encoding that is this one as far as that letter goes.
 */
function inOneByte(before: string, after: string): Uint8Array | undefined {
	const name = declaredEncoding(after)?.name ?? '';
	const there = new Set(before);
	const isCertain = (sign: string): boolean =>
		sign <= '\x7f' ||
		there.has(sign) ||
		/^(?:windows-|cp)1252$/i.test(name) ||
		(/^(?:iso-?8859-1|latin1)$/i.test(name) && sign >= '\xa0' && sign <= '\xff');
	return [...new Set(after)].every(isCertain) ? encodeFile(after, 'Windows-1252') : undefined;
}
