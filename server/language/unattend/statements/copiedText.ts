import { appendAll } from '../../appendAll';
import type { TextChange } from '../../textChange';
import { charactersIn } from './copiedCharacters';
import { foreignLines, mergeMarks } from './copiedLines';
import { prefixesIn } from './copiedPrefixes';
import type { CopiedLine, CopyGrammar, CopyMark, Found } from './copyMark';

/** A text without what was copied along: as long as before, with blanks in its place. */
export interface CopiedText {
	readonly masked: string;
	readonly marks: readonly CopyMark[];
}

type Finder = (lines: readonly CopiedLine[], grammar: CopyGrammar) => Found;
const finders: readonly Finder[] = [prefixesIn, mergeMarks, foreignLines, charactersIn];

/** Finds what was copied along with a text of commands. Each finder sees the text without what the one before found. */
export function readCopiedText(text: string, grammar: CopyGrammar): CopiedText {
	let masked = text;
	let lines = linesOf(masked, grammar);
	const marks: CopyMark[] = [];
	for (const find of finders) {
		const found = find(lines, grammar);
		appendAll(marks, found.marks);
		if (found.hidden.length === 0) continue;
		masked = hide(masked, found.hidden);
		lines = linesOf(masked, grammar);
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
