import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { readMacros } from '../macros/macroReader';

/** A stretch of an unattend file or script that a macro can stand for. */
export interface Literal {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** What the setting for it can be called: the name of the option, element or command around it. */
	readonly name: string;
}

const longest = 200;

/** The selected text, without blanks and quotes around it; `undefined` when no macro could stand there. */
export function literalAt(document: TextDocument, range: Range): Literal | undefined {
	const text = document.getText();
	let start = document.offsetAt(range.start);
	let end = document.offsetAt(range.end);
	if (end - start > longest) return undefined;
	while (start < end && /\s/.test(text[start] ?? '')) start++;
	while (start < end && /\s/.test(text[end - 1] ?? '')) end--;
	const quote = text[start];
	if (end - start > 1 && (quote === '"' || quote === "'") && text[end - 1] === quote) {
		start++;
		end--;
	}
	const literal = text.slice(start, end);
	if (literal === '' || /[\r\n#<>]/.test(literal) || literal.startsWith('--')) return undefined;
	// Half of what stands in quotation marks would take one along.
	if ((literal.match(/"/g)?.length ?? 0) % 2 === 1) return undefined;
	const { line } = document.positionAt(start);
	const around = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
	const lineStart = document.offsetAt({ line, character: 0 });
	const { references } = readMacros(around, () => true);
	const isInMacro = references.some(macro => lineStart + macro.start < end && start < lineStart + macro.end);
	if (isInMacro || isName(text, start)) return undefined;
	return { start, end, text: literal, name: nameFor(text.slice(Math.max(0, start - reach), start), literal) };
}

/** How far back a name is looked for. */
const reach = 500;

/** Whether what stands at an offset is part of the language of a file: a tag, a command, an option, a section's line. */
function isName(text: string, offset: number): boolean {
	const before = text.slice(Math.max(0, offset - reach), offset);
	if (/^\uFEFF?\s*</.test(text)) return isMarkup(/<[^<>]*$/.exec(before)?.[0]);
	const line = /[^\n]*$/.exec(before)?.[0] ?? '';
	const isFirst = /^\s*\S*$/.test(line) && !line.includes('=');
	return isFirst ? !isInScript(text, offset, line) : /\s--?[\w-]*$/.test(line);
}

/** Inside a tag, but not in a value; what a parser of XML reads is none. */
function isMarkup(tag: string | undefined): boolean {
	if (tag === undefined) return false;
	const isInside = (tag.match(/"/g)?.length ?? 0) % 2 === 1 || (tag.match(/'/g)?.length ?? 0) % 2 === 1;
	return !isInside || /^<[?!]|\s(?:xmlns[\w:-]*|\w+:type)\s*=\s*["'][^"']*$/.test(tag);
}

/** In a script or a list of packages, where a line begins with any word; sections are no such words. */
function isInScript(text: string, offset: number, line: string): boolean {
	if (/^\s*%/.test(line + text.slice(offset, offset + 1))) return false;
	const header = text
		.slice(0, offset)
		.match(/^[ \t]*%(?!include|ksappend)\w+/gm)
		?.at(-1);
	return header === undefined ? text.startsWith('#!') : header.trim() !== '%end';
}

const places: readonly RegExp[] = [
	/** An attribute's or option's value, or an assignment. */
	/([A-Za-z_][\w:.-]*)\s*=\s*["']?[^\s"'<>]*$/,
	/([A-Za-z_][\w:.-]*)\s*=\s*"[^"<>\n]*$/,
	/** Text of an element. */
	/<([A-Za-z_][\w:.-]*)[^<>]*>[^<>]*$/,
	/** `--option value`, and the first word of a line. */
	/--([A-Za-z][\w-]*)[ \t]+["']?[^\s"']*$/,
	/(?:^|\n)[ \t]*(?:export[ \t]+)?([A-Za-z][\w-]*)[ \t][^\n]*$/,
];

function nameFor(before: string, literal: string): string {
	for (const place of places) {
		const name = placeName(place.exec(before)?.[1] ?? '');
		if (name !== '') return name;
	}
	return placeName(literal) || 'setting';
}

const placeName = (text: string): string =>
	text
		.slice(text.lastIndexOf(':') + 1)
		.replace(/[^A-Za-z0-9_-]+/g, '-')
		.replace(/^[^A-Za-z]+|[-_]+$/g, '')
		.slice(0, 40);
