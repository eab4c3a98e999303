import { appendAll } from '../../appendAll';
import type { TextChange } from '../../textChange';
import { charactersIn, unusual } from './copiedCharacters';
import { foreignLines, mayBeForeign, mergeMarks } from './copiedLines';
import { mayBePrefixed, prefixesIn } from './copiedPrefixes';
import type { CopiedLine, CopyGrammar, CopyMark, Found } from './copyMark';

/** A text without what was copied along: as long as before, with blanks in its place. */
export interface CopiedText {
	readonly masked: string;
	readonly marks: readonly CopyMark[];
}

type Finder = (lines: readonly CopiedLine[], grammar: CopyGrammar) => Found;
/** With what each looks for in every line that it says something of: most texts hold none of it. */
const finders: readonly (readonly [find: Finder, mark: RegExp])[] = [
	[prefixesIn, mayBePrefixed],
	[mergeMarks, /^<{7}/m],
	[foreignLines, mayBeForeign],
	[charactersIn, unusual],
];

/** Finds what was copied along with a text of commands. Each finder sees the text without what the one before found. */
export function readCopiedText(text: string, grammar: CopyGrammar): CopiedText {
	let masked = text;
	let lines: readonly CopiedLine[] | undefined;
	const marks: CopyMark[] = [];
	for (const [find, mark] of finders) {
		if (!mark.test(masked)) continue;
		lines ??= linesOf(masked, grammar);
		const found = find(lines, grammar);
		appendAll(marks, found.marks);
		if (found.hidden.length === 0) continue;
		masked = hide(masked, found.hidden);
		lines = undefined;
	}
	return { masked, marks };
}

function linesOf(text: string, { endTags, isSection }: CopyGrammar): CopiedLine[] {
	const lines: CopiedLine[] = [];
	let isBody = false;
	for (let start = 0; start < text.length; ) {
		const lineBreak = text.indexOf('\n', start);
		const end = lineBreak < 0 ? text.length : lineBreak;
		const line = text.slice(start, end);
		const tag = /^[ \t]*(%\S{1,40})/.exec(line)?.[1];
		const isTag = tag !== undefined && (isSection(tag) || (endTags && tag === '%end'));
		lines.push({ start, end, text: line, isBody: isBody && !isTag });
		if (isTag) isBody = tag !== '%end';
		start = end + 1;
	}
	return lines;
}

/** Puts texts of the same length in the place of stretches. */
function hide(text: string, hidden: readonly TextChange[]): string {
	if (hidden.length === 0) return text;
	const parts: string[] = [];
	let from = 0;
	for (const { start, end, newText } of [...hidden].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		parts.push(text.slice(from, start), newText);
		from = end;
	}
	return parts.join('') + text.slice(from);
}
