import { t } from '../../../texts/texts';
import { replace, type TextChange } from '../../textChange';
import { isTemplateLine } from '../values/templateMarks';
import { blanked, type CopiedLine, type CopyGrammar, type CopyMark, type Found, removed } from './copyMark';

const none: Found = { marks: [], hidden: [] };

/** A line with its break. */
const wholeLines = (from: CopiedLine, to = from): readonly [number, number] => [from.start, to.end + 1];

/** What a merge leaves of two versions that it cannot join; the second version is read. */
export function mergeMarks(lines: readonly CopiedLine[]): Found {
	const marks: CopyMark[] = [];
	const hidden: TextChange[] = [];
	for (let index = 0; index < lines.length; index++) {
		const open = lines[index];
		if (!open || !/^<{7}(?: |\r?$)/.test(open.text)) continue;
		const middleAt = indexFrom(lines, index, /^={7}\r?$/);
		const closeAt = indexFrom(lines, middleAt, /^>{7}(?: |\r?$)/);
		const middle = lines[middleAt];
		const close = lines[closeAt];
		if (!middle || !close) break;
		const first = lines.slice(index + 1, middleAt).map(({ text }) => text);
		const second = lines.slice(middleAt + 1, closeAt).map(({ text }) => text);
		const loses = first.join('\n') !== second.join('\n');
		marks.push({
			what: t('The mark "<<<<<<<" of a merge'),
			start: open.start,
			end: open.end,
			count: 1,
			isCharacter: false,
			cures: [
				{
					title: t('Keep the first version'),
					loses,
					changes: [removed(...wholeLines(open)), removed(...wholeLines(middle, close))],
				},
				{
					title: t('Keep the second version'),
					loses,
					changes: [removed(...wholeLines(open, middle)), removed(...wholeLines(close))],
				},
			],
		});
		for (const { start, end } of [...lines.slice(index, middleAt + 1), close]) hidden.push(blanked(start, end));
		index = closeAt;
	}
	return { marks, hidden };
}

function indexFrom(lines: readonly CopiedLine[], from: number, pattern: RegExp): number {
	let at = from;
	while (at < lines.length && !pattern.test(lines[at]?.text ?? '')) at++;
	return at;
}

const fence = /^[ \t]*(`{3,}|~{3,})[ \t]*[\w-]{0,20}[ \t\r]*$/;
const tags =
	/^[ \t]*(?:<\/?(?:pre|code|div|p|span|html|body|head|br|blockquote|textarea|ul|ol|li|table|tr|td)\b[^>\n]{0,200}>[ \t\r]*)+$/i;
const ruler = /^[ \t]*([{}[\]],?|-{3,}|={3,}|\*{3,}|_{3,}|…|\.{3})[ \t\r]*$/;
const commentStart = /^([ \t]*)(\/\/+|<!--|\/\*+|;+|--(?=[ \t])|rem(?=[ \t])|::)(?=[ \t\w*"'-]|$)/i;

/** What a line of one of these begins with: a quick look. */
export const mayBeForeign = /^[ \t]*(?:[`~<{}[\]=*_….;/:-]|rem[ \t])/im;

/** Lines of markup, and comments of other languages. */
export function foreignLines(lines: readonly CopiedLine[], grammar: CopyGrammar): Found {
	const possible = lines.filter(({ text }) => mayBeForeign.test(text));
	const fences = pairedFences(possible);
	const markup = possible.filter(
		line => fences.has(line) || (!line.isBody && (tags.test(line.text) || ruler.test(line.text))),
	);
	const marked = new Set(markup);
	const isOutside = (line: CopiedLine): boolean => !line.isBody && !marked.has(line);
	const comments = possible.some(isOutside) ? commentsOutside(lines.filter(isOutside), grammar) : none;
	const [first] = markup;
	if (!first) return comments;
	const shown = first.text.trim();
	const start = first.start + first.text.indexOf(shown);
	const mark: CopyMark = {
		what: t('The mark "{shown}"', { shown: shown.slice(0, 20) }),
		start,
		end: start + shown.length,
		count: markup.length,
		cures: [
			{
				title: t('Remove {shown}', { shown: shown.slice(0, 20) }),
				changes: markup.map(line => removed(...wholeLines(line))),
			},
		],
		isCharacter: false,
	};
	return {
		marks: [mark, ...comments.marks],
		hidden: [...markup.map(({ start, end }) => blanked(start, end)), ...comments.hidden],
	};
}

/** A template may say in its own way, or in that of the page it is made for, what never gets into the file. */
function commentsOutside(lines: readonly CopiedLine[], grammar: CopyGrammar): Found {
	const found = foreignComments(lines, grammar);
	return lines.some(({ text }) => isTemplateLine(text)) ? { ...found, marks: [] } : found;
}

/** A fence that opens outside the sections is closed wherever the next one stands. */
function pairedFences(lines: readonly CopiedLine[]): ReadonlySet<CopiedLine> {
	const found = new Set<CopiedLine>();
	let isOpen = false;
	for (const line of lines) {
		if ((line.isBody && !isOpen) || !fence.test(line.text)) continue;
		found.add(line);
		isOpen = !isOpen;
	}
	return found;
}

const closings: Readonly<Record<string, string>> = { '<!--': '-->', '/*': '*/' };

function foreignComments(lines: readonly CopiedLine[], { isHead }: CopyGrammar): Found {
	const found: { readonly line: CopiedLine; readonly indent: string; readonly sign: string }[] = [];
	let until: string | undefined;
	for (const line of lines) {
		const [, indent = '', sign = ''] = commentStart.exec(line.text) ?? [];
		if (until === undefined && (sign === '' || isHead(sign))) continue;
		until ??= closings[sign];
		found.push({ line, indent, sign });
		if (until !== undefined && line.text.includes(until)) until = undefined;
	}
	const [first] = found;
	// Without its end it may not be a comment of many lines at all.
	if (!first || until !== undefined) return none;
	const start = first.line.start + first.indent.length;
	return {
		marks: [
			{
				what: t('The comment mark "{sign}" of another language', { sign: first.sign }),
				start,
				end: Math.max(start + first.sign.length, first.line.start + first.line.text.trimEnd().length),
				count: found.length,
				cures: [{ title: t('Write the comment with #'), changes: found.map(asHashComment) }],
				isCharacter: false,
			},
		],
		hidden: found.map(({ line }) => blanked(line.start, line.end)),
	};
}

function asHashComment({
	line,
	indent,
	sign,
}: {
	readonly line: CopiedLine;
	readonly indent: string;
	readonly sign: string;
}): TextChange {
	const text = line.text
		.slice(indent.length + sign.length)
		.replace(/[ \t]*(?:-->|\*\/)[ \t\r]*$/, '')
		.trim();
	return replace(line, `${indent}# ${text}`.trimEnd());
}
