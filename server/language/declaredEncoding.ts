import type { FileEncoding } from './fileEncoding';
import type { Span } from './span';
import { changedText, replace } from './textChange';

/** The encoding that an XML declaration names, and where. */
interface DeclaredEncoding extends Span {
	readonly name: string;
}

const declaration = /^(\ufeff?<\?xml\s[^<>]*?\bencoding\s*=\s*["'])([A-Za-z][\w.-]*)["']/;

/** `undefined` where no XML declaration at the very start names one. */
export function declaredEncoding(text: string): DeclaredEncoding | undefined {
	const [, before = '', name] = declaration.exec(text) ?? [];
	return name === undefined ? undefined : { name, start: before.length, end: before.length + name.length };
}

const isUtf8 = (name: string): boolean => /^utf-?8$/i.test(name);
/** Names of encodings with two or four bytes for each character. */
const isWide = (name: string): boolean =>
	/^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646-ucs-[24]|unicode)(?:-?[bl]e)?$/i.test(name);

/** Whether an XML declaration names another encoding than UTF-8. */
export function isDeclaredOtherwise(text: string): boolean {
	const declared = declaredEncoding(text);
	return declared !== undefined && !isUtf8(declared.name);
}

/** The text as it may be written in UTF-8: an XML declaration that names another encoding names this one. */
export function declaredUtf8(text: string): string {
	const declared = declaredEncoding(text);
	return declared && !isUtf8(declared.name) ? changedText(text, [replace(declared, 'utf-8')]) : text;
}

/** An XML declaration that says something else than the bytes do. */
interface Contradiction extends DeclaredEncoding {
	/** What it should name. */
	readonly right: 'utf-8' | 'utf-16' | 'windows-1252';
	/** Whether no reading of the bytes agrees with it; otherwise they merely look like UTF-8. */
	readonly isCertain: boolean;
}

/** Whether the bytes of a file are in the encoding that its XML declaration names, as far as they tell. */
export function contradictionIn(text: string, encoding: FileEncoding): Contradiction | undefined {
	const declared = declaredEncoding(text);
	// UTF-32 has a report of its own.
	if (!declared || encoding.startsWith('UTF-32')) return undefined;
	const isOfTwoBytes = encoding.startsWith('UTF-16');
	if (isOfTwoBytes !== isWide(declared.name)) return { ...declared, right: rightName(encoding), isCertain: true };
	const looksOtherwise = encoding.startsWith('UTF-8') && !isUtf8(declared.name) && /[^\0-\x7f]/.test(text);
	return looksOtherwise ? { ...declared, right: 'utf-8', isCertain: false } : undefined;
}

function rightName(encoding: FileEncoding): Contradiction['right'] {
	if (encoding.startsWith('UTF-16')) return 'utf-16';
	return encoding === 'Windows-1252' ? 'windows-1252' : 'utf-8';
}
