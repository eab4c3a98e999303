import { replace, type TextChange } from '../../textChange';
import { charactersIn } from './copiedCharacters';
import { foreignLines, mergeMarks } from './copiedLines';
import { prefixesIn } from './copiedPrefixes';

/** What came along when a file was copied from elsewhere, and belongs to no command. */
export interface CopyMark {
	/** As a sentence begins: `The fence "\`\`\`"`. */
	readonly what: string;
	/** Where the first of them stands. */
	readonly start: number;
	readonly end: number;
	/** How many there are. */
	readonly count: number;
	/** The file without them; of two versions each. */
	readonly cures: readonly CopyCure[];
	/** It may be a part of a word, which the installer takes as it is. */
	readonly isCharacter: boolean;
}

/** A way to be rid of a mark. */
interface CopyCure {
	readonly title: string;
	readonly changes: readonly TextChange[];
	/** Words of a person go as well. */
	readonly loses?: boolean;
}

/** A line as the finders of marks see it, without what was found in it already. */
export interface CopiedLine {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** It stands in the body of a section. */
	readonly isBody: boolean;
}

/** What the dialect tells about lines. */
export interface CopyGrammar {
	readonly endTags: boolean;
	isSection(name: string): boolean;
	/** A word that a line may begin with. */
	isHead(word: string): boolean;
}

/** What one finder has found: the marks, and what to read in the place of each stretch. */
export interface Found {
	readonly marks: readonly CopyMark[];
	readonly hidden: readonly TextChange[];
}

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
		marks.push(...found.marks);
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

/** Blanks in the place of a stretch. */
export const blanked = (start: number, end: number): TextChange => replace({ start, end }, ' '.repeat(end - start));

/** A stretch taken out. */
export const removed = (start: number, end: number): TextChange => replace({ start, end }, '');
