import { replace, type TextChange } from '../../textChange';

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

/** Blanks in the place of a stretch. */
export const blanked = (start: number, end: number): TextChange => replace({ start, end }, ' '.repeat(end - start));

/** A stretch taken out. */
export const removed = (start: number, end: number): TextChange => replace({ start, end }, '');
