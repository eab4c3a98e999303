import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { t } from '../texts/texts';
import { contradictionIn, isDeclaredOtherwise } from './declaredEncoding';
import type { Context } from './language';
import { type Problem, problem } from './problem';
import { fixActions } from './quickFix';
import type { Span } from './span';
import { replace } from './textChange';

/** How the characters of a file on a disk are written, by the name that a person knows. */
export type FileEncoding =
	| 'UTF-8'
	/** UTF-8 but for some bytes, which can be any character. */
	| 'damaged UTF-8'
	| 'UTF-8 with a byte order mark'
	| 'UTF-16 (little endian)'
	| 'UTF-16 (big endian)'
	| 'UTF-32 (little endian)'
	| 'UTF-32 (big endian)'
	| 'Windows-1252';

/** What decides which encodings a file may have. */
export interface EncodedForm {
	readonly kind: string;
	/** XML says its encoding itself. */
	readonly isXml: boolean;
}

/** Kinds of files that are JSON. */
const jsonKinds: readonly string[] = ['config', 'manifest', 'values'];

/** What there is to say about the encoding of a file; one report at most, at the file's start. */
export function encodingProblems(
	document: TextDocument,
	{ kind, isXml }: EncodedForm,
	encoding: FileEncoding | undefined,
): Problem[] {
	const start = { start: 0, end: 0 };
	const text = document.getText();
	if (encoding === undefined || encoding === 'UTF-8' || encoding === 'damaged UTF-8') {
		const at = text.indexOf('\ufffd');
		return at < 0 ? [] : [wrongEncoding(kind, { start: at, end: at + 1 }, t('another encoding than UTF-8'))];
	}
	if (encoding === 'UTF-8 with a byte order mark') {
		if (jsonKinds.includes(kind)) return [problem('json-byte-order-mark', start, {})];
		return kind === 'kickstart' ? [problem('kickstart-byte-order-mark', start, {})] : [];
	}
	if (isXml && mayBeInXml(text, encoding)) return [];
	// Every byte of this encoding is a letter of several others, too.
	const name = encoding === 'Windows-1252' ? t('Windows-1252 (Latin-1) or a similar encoding') : encoding;
	return [wrongEncoding(kind, start, name)];
}

/** What an XML declaration says against the bytes of its file; one report at most, at the name of the encoding. */
export function declarationProblems(
	document: TextDocument,
	{ isXml }: EncodedForm,
	encoding: FileEncoding | undefined,
): Problem[] {
	if (!isXml || encoding === undefined) return [];
	const found = contradictionIn(document.getText(), encoding);
	if (!found) return [];
	const { name: declared, right, isCertain } = found;
	return isCertain
		? [problem('xml-encoding-contradicted', found, { declared, encoding, right })]
		: [problem('xml-encoding-doubtful', found, { declared, right })];
}

/** Signs of a text that was read in a wrong encoding. */
const misreadSigns = /[\ufffd\0]/;

/** Whether a text is this other one, read in a wrong encoding: letters of ASCII come out of most of them unharmed. */
export const isMisread = (text: string, decoded: string): boolean =>
	misreadSigns.test(text) && !misreadSigns.test(decoded) && asciiOf(text) === asciiOf(decoded);

const asciiOf = (text: string): string => text.replace(/[^\u0001-\u007f]|\r/g, '');

/** Of a text that was read in a wrong encoding nothing else can be said, unless but a few letters are wrong. */
export const isUnreadable = ({ encoding, decoded }: Pick<Context, 'encoding' | 'decoded'>): boolean =>
	decoded !== undefined && encoding !== 'Windows-1252';

/** Puts what the file says on the disk in the place of what an editor has read. */
export function encodingFixes(
	document: TextDocument,
	diagnostics: readonly Diagnostic[],
	{ encoding, decoded }: Pick<Context, 'encoding' | 'decoded'>,
): CodeAction[] {
	if (decoded === undefined || encoding === undefined) return [];
	const whole = { start: 0, end: document.getText().length };
	const title = t('Read the file as {encoding}, to be saved as UTF-8', { encoding });
	// Every byte of an encoding of one byte is a letter of several others, too.
	const effect = encoding === 'Windows-1252' ? 'decides' : 'safe';
	return diagnostics
		.filter(({ code }) => code === 'file-encoding' || code === 'unattend-encoding')
		.flatMap(diagnostic => fixActions(document, [diagnostic], [{ title, effect, changes: [replace(whole, decoded)] }]));
}

/** Has an XML declaration name the encoding that its file is in. */
export function declarationFixes(document: TextDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const { code, data, range } = diagnostic;
		if (code !== 'xml-encoding-contradicted' && code !== 'xml-encoding-doubtful') return [];
		const form = String(data?.right);
		// An encoding of one byte is told from others by a person only.
		const effect = code === 'xml-encoding-contradicted' && form !== 'windows-1252' ? 'safe' : 'decides';
		const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
		const title = t('Change to {form}', { form });
		return fixActions(document, [diagnostic], [{ title, effect, changes: [replace(place, form)] }]);
	});
}

function wrongEncoding(kind: string, place: Span, encoding: string): Problem {
	return jsonKinds.includes(kind)
		? problem('file-encoding', place, { encoding })
		: problem('unattend-encoding', place, { encoding });
}

/** XML says its encoding itself: UTF-16 by its mark, others in the declaration. */
function mayBeInXml(text: string, encoding: FileEncoding): boolean {
	if (encoding.startsWith('UTF-16')) return true;
	return encoding === 'Windows-1252' && isDeclaredOtherwise(text);
}
