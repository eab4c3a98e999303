import type { TextChange } from '../../textChange';
import { closingQuote, isOtherQuote } from '../json/jsonString';
import { programString } from '../json/programString';
import type { Unwrapper } from './unwrapper';

/** Fewer are mistakes of their own; so many are how the whole text is written. */
const fewest = 4;

/** A string in straight marks, or a comment: neither is looked into. */
const skipped = /"(?:[^"\\\r\n]|\\.)*"|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|#[^\r\n]*/y;

/** Text whose strings stand in single, curled or other marks, as programs and word processors write them. */
export const otherQuotes: Unwrapper = text => {
	if (!/['`\u2018-\u201f\u00ab\u00bb\u2032\u2033]/.test(text)) return undefined;
	const changes: TextChange[] = [];
	let first: { start: number; end: number } | undefined;
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const end = stringEnd(text, at, changes);
		if (end > at) {
			first ??= { start: at, end };
			count++;
			at = end - 1;
			continue;
		}
		skipped.lastIndex = at;
		if (/["/#]/.test(text[at] ?? '') && skipped.test(text)) at = skipped.lastIndex - 1;
	}
	if (!first || count < fewest) return undefined;
	return { what: 'text in other quotation marks than those of JSON', at: first, changes };
};

/** The end of a string in other marks that starts at the offset, with the changes that it needs; else the offset. */
function stringEnd(text: string, at: number, changes: TextChange[]): number {
	const before = text[at - 1] ?? '';
	if (/[\p{L}\p{N}]/u.test(before)) return at;
	const letter = /[rRbBuUfF'"]/.test(text[at] ?? '') ? programString(text, at) : undefined;
	if (letter) {
		changes.push({ start: at, end: letter.end, newText: JSON.stringify(letter.value) });
		return letter.end;
	}
	if (!isOtherQuote(text[at])) return at;
	const closer = closingQuote(text, at);
	if (closer < 0) return at;
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
