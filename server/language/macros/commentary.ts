import { partitionPoint } from '../partitionPoint';
import type { Span } from '../span';
/** Tells what an installer reads of a text from what only people read, as far as that shows without its dialect. */
export interface Commentary {
	/** In an XML comment, or on a line that is one. */
	isComment(offset: number): boolean;
	/** In a section, an element or a file that holds a script: names may be its own variables there. */
	isScript(offset: number): boolean;
}

const scripts =
	/^%(?:pre|post|preun|firstboot|traceback|onerror|pre-install)\b[^\n]*\n[\s\S]*?(?:^%end\b|(?=^%(?:pre|post|firstboot|packages|addon)\b)|$(?![\s\S]))|<!\[CDATA\[[\s\S]*?(?:\]\]>|$(?![\s\S]))/gm;

/** Reads a text once; its answers are for any offset, and cheapest in document order. */
export function commentaryOf(text: string): Commentary {
	const comments = text.includes('<!--') ? spansOf(text, /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g) : [];
	let shells: readonly Span[] | undefined;
	return {
		isComment: offset => isInside(comments, offset) || commentLine.test(lineBefore(text, offset)),
		isScript(offset) {
			// Where nothing looks like a macro, nobody asks.
			shells ??= shellsOf(text);
			return isInside(shells, offset);
		},
	};
}

const shellsOf = (text: string): readonly Span[] =>
	/^#!/.test(text) ? [{ start: 0, end: text.length }] : spansOf(text, scripts);

const commentLine = /^[ \t]*(?:#|;|\/\/|rem\b|::)/i;

/** Longer lines are no person's; nothing of theirs is looked at. */
const widestLine = 400;

/** What stands on the line of an offset before it. */
export function lineBefore(text: string, offset: number): string {
	const from = Math.max(0, offset - widestLine);
	const before = text.slice(from, offset);
	return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

const commandWithOptions = /^[ \t]*[A-Za-z][\w-]*[ \t]+(?:-[\w-]+(?:=\S*)?[ \t]+)*$/;

/** Whether a line so far is a command of a statement file with nothing but options: what follows is its first argument. */
export const isBeforeFirstArgument = (before: string): boolean => commandWithOptions.test(before);

const spansOf = (text: string, pattern: RegExp): Span[] =>
	[...text.matchAll(pattern)].map(match => ({ start: match.index, end: match.index + match[0].length }));

function isInside(spans: readonly Span[], offset: number): boolean {
	const span = spans[partitionPoint(spans, ({ end }) => end <= offset)];
	return span !== undefined && span.start <= offset;
}
