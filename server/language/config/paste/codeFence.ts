import { t } from '../../../texts/texts';
import type { TextChange } from '../../textChange';
import { filledLines, type Line, type Unwrapper } from './unwrapper';

const opening = /^\s*(?:`{3,}|~{3,})[ \t]*[\w.+-]*[ \t]*$/;
const closing = /^\s*(?:`{3,}|~{3,})[ \t]*$/;

/** How other kinds of page mark a block. */
const otherBlocks: readonly { readonly opening: RegExp; readonly closing: RegExp }[] = [
	{ opening: /^\s*\[source[^\]\r\n]*\]\s*-{4,}(?=\s)/, closing: /-{4,}\s*$/ },
	{ opening: /^\s*\{(?:code|noformat)(?::[^}\r\n]*)?\}(?=\s*[[{])/, closing: /\{(?:code|noformat)\}\s*$/ },
	{ opening: /^\s*\.\. (?:code-block|code|sourcecode)::[^\r\n]*(?=[\r\n])/, closing: /(?!)/ },
	{ opening: /^\s*\[code(?:=[^\]\r\n]*)?\](?=\s*[[{])/, closing: /\[\/code\]\s*$/ },
];

/** A block of Markdown, its lower fence perhaps left behind. Sentences around it are another matter. */
export const codeFence: Unwrapper = text => {
	const start = text.search(/\S/);
	if (start >= 0 && '[{.'.includes(text[start] ?? ' ')) return otherBlock(text, start);
	if (start < 0 || !/^[`~]{3}/.test(text.slice(start, start + 3))) return undefined;
	const lines = filledLines(text);
	const [first] = lines;
	if (!first || !opening.test(first.text)) return oneLine(text, start);
	const last = lines.slice(1).findLast(line => closing.test(line.text));
	return {
		what: t('a block of Markdown'),
		at: { start, end: first.end },
		changes: [removal(first), ...(last ? [removal(last)] : [])],
	};
};

function otherBlock(text: string, start: number): ReturnType<Unwrapper> {
	for (const block of otherBlocks) {
		const opener = block.opening.exec(text)?.[0];
		if (opener === undefined) continue;
		const closer = block.closing.exec(text);
		return {
			what: t('a block of a page'),
			at: { start, end: opener.length },
			changes: [
				{ start, end: opener.length, newText: '' },
				...(closer ? [{ start: closer.index, end: text.length, newText: '\n' }] : []),
			],
		};
	}
	return undefined;
}

const removal = ({ start, end }: Line): TextChange => ({ start, end, newText: '' });

/** ` ```json { … }``` ` on one line, or a fence with the first bracket behind it. */
function oneLine(text: string, start: number): ReturnType<Unwrapper> {
	const fence = /^(?:`{3,}|~{3,})[ \t]*(?:json[c5]?|js|javascript|text)?[ \t]*(?=[[{])/i.exec(
		text.slice(start, start + 40),
	)?.[0];
	if (fence === undefined) return undefined;
	const end = text.trimEnd().length;
	const closer = /(?:`{3,}|~{3,})$/.exec(text.slice(Math.max(0, end - 10), end))?.[0].length ?? 0;
	return {
		what: t('a block of Markdown'),
		at: { start, end: start + fence.length },
		changes: [
			{ start, end: start + fence.length, newText: '' },
			...(closer > 0 ? [{ start: end - closer, end, newText: '' }] : []),
		],
	};
}
