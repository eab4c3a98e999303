import type { Span } from '../../span';
import type { TextChange } from '../../textChange';

/** How to take one kind of wrapping off a text. */
export interface Unwrapping {
	/** What the text is, as it completes "This is …". */
	readonly what: string;
	/** The place that shows it. */
	readonly at: Span;
	/** Takes the wrapping off, in the order of the text; signs that mean another character become it. */
	readonly changes: readonly TextChange[];
	/** What goes although a person wrote it: the old lines of a diff. The rest that goes is the wrapping itself. */
	readonly leavesOut?: readonly Span[];
	/** The text is written anew as a whole, so that no place in it can be found again in what was pasted. */
	readonly isRewritten?: boolean;
	/** Only a person can say what is to stay; the changes are one of the ways, good enough to read on. */
	readonly isUndecided?: boolean;
}

/** Recognises one kind of wrapping; `undefined` for a text without it. Takes time in proportion to the text. */
export type Unwrapper = (text: string) => Unwrapping | undefined;

/** One line of a text without its line break. */
export interface Line extends Span {
	readonly text: string;
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
	const lines: Line[] = [];
	for (const { index, 0: found } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
		if (/[\r\n]/.test(found)) continue;
		lines.push({ start: index, end: index + found.length, text: found });
	}
	return lines;
}

/** Lines with something on them. */
export const filledLines = (text: string): Line[] => linesOf(text).filter(line => line.text.trim() !== '');
