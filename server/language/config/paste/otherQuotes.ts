import { t } from '../../../texts/texts';
import type { Span } from '../../span';
import type { TextChange } from '../../textChange';
import { closingQuote, isOtherQuote } from '../json/jsonString';
import { lineEnd } from '../json/jsonToken';
import { programString } from '../json/programString';
import type { Unwrapper } from './unwrapper';

/** Fewer are mistakes of their own; so many are how the whole text is written. */
const fewest = 4;

/**
 * An engine looks for one sign of Latin many times faster than for one out of several, and does not look for others at
 * all in a text that is stored with one byte a sign.
 */
const hasMarks = (text: string): boolean =>
	["'", '`', '\u00ab', '\u00bb'].some(mark => text.includes(mark)) || /[\u2018-\u201f\u2032\u2033]/.test(text);

/** Text whose strings stand in single, curled or other marks, as programs and word processors write them. */
export const otherQuotes: Unwrapper = text => {
	if (!hasMarks(text)) return undefined;
	// A string in straight marks or a comment, which are passed over, or where a string in other marks may begin.
	const next =
		/"(?:[^"\\\r\n]|\\.)*"(?!")|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|#[^\r\n]*|"""|(?<![\p{L}\p{N}])(?:[rRbBuUfF]{1,2}(?=['"])|['`\u2018-\u201f\u00ab\u00bb\u2032\u2033])/gu;
	const changes: TextChange[] = [];
	let first: Span | undefined;
	let count = 0;
	/** By opening mark: up to where nothing closes one. */
	const unclosed = new Map<string, number>();
	for (let found = next.exec(text); found; found = next.exec(text)) {
		const end = stringEnd(text, { at: found.index, unclosed }, changes);
		if (end === found.index) continue;
		first ??= { start: found.index, end };
		count++;
		next.lastIndex = end;
	}
	if (!first || count < fewest) return undefined;
	return { what: t('text in other quotation marks than those of JSON'), at: first, changes };
};

/** The end of a string in other marks that starts at the offset, with the changes that it needs; else the offset. */
function stringEnd(
	text: string,
	{ at, unclosed }: { readonly at: number; readonly unclosed: Map<string, number> },
	changes: TextChange[],
): number {
	const letter = programString(text, at);
	if (letter) {
		changes.push({ start: at, end: letter.end, newText: JSON.stringify(letter.value) });
		return letter.end;
	}
	const mark = text[at] ?? '';
	if (!isOtherQuote(mark) || at < (unclosed.get(mark) ?? 0)) return at;
	const closer = closingQuote(text, at);
	if (closer < 0) {
		unclosed.set(mark, lineEnd(text, at));
		return at;
	}
	changes.push({ start: at, end: at + 1, newText: '"' });
	for (const { index, 0: found } of text.slice(at + 1, closer).matchAll(/\\(?:\r\n?|[\s\S])|"|\r\n?|\n/g)) {
		const newText =
			found === '"'
				? '\\"'
				: found === "\\'" || found === '\\`'
					? found.slice(1)
					: /^[\r\n]/.test(found)
						? '\\n'
						: found;
		if (newText !== found) changes.push({ start: at + 1 + index, end: at + 1 + index + found.length, newText });
	}
	changes.push({ start: closer, end: closer + 1, newText: '"' });
	return closer + 1;
}
