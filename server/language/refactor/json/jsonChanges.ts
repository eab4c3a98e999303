import type { Node } from 'jsonc-parser';
import type { JsonObject } from '../../config/json/jsonNode';
import type { Span } from '../../span';
import { insert, replace, type TextChange } from '../../textChange';
import { jsonText, memberText, styleOf } from './jsonStyle';

// All of these are for texts that JSON.parse takes: between two items there are blanks and a comma, nothing else.

export const endOf = ({ offset, length }: Node): number => offset + length;

export const placeOfNode = (node: Node): Span => ({
	start: node.offset,
	end: endOf(node),
});

export const textOf = (text: string, node: Node): string => text.slice(node.offset, endOf(node));

/** Indentation of the line on which an offset lies. */
export function indentAt(text: string, offset: number): string {
	const line = text.lastIndexOf('\n', offset - 1) + 1;
	return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** Puts objects behind the last element of a list, laid out as that one is. */
export function appendElements(text: string, list: Node, values: readonly JsonObject[]): TextChange {
	const style = styleOf(text);
	const last = list.children?.at(-1);
	const own = indentAt(text, list.offset);
	if (!last) {
		const isSpread = text.includes('\n');
		return replace(placeOfNode(list), jsonText([...values], { style, base: own, isSpread }));
	}
	const isSpread = textOf(text, last).includes('\n');
	const layout = { style, base: indentAt(text, last.offset), isSpread };
	const gap = gapBefore(text, last) || style.comma.slice(1);
	return insert(endOf(last), values.map(value => `,${gap}${jsonText(value, layout)}`).join(''));
}

/** Takes an element out of a list, or a member out of an object, together with one comma. */
export function removeItem(container: Node, item: Node): TextChange {
	const items = container.children ?? [];
	const index = items.indexOf(item);
	const before = items[index - 1];
	const after = items[index + 1];
	if (before) return { start: endOf(before), end: endOf(item), newText: '' };
	if (after) return { start: item.offset, end: after.offset, newText: '' };
	return { start: container.offset + 1, end: endOf(container) - 1, newText: '' };
}

/** Puts a member behind another one of the same object. */
export function addMember(text: string, after: Node, key: string, value: string): TextChange {
	const style = styleOf(text);
	const gap = gapBefore(text, after);
	const separator = /\n/.test(gap) ? `,${gap}` : style.comma;
	return insert(endOf(after), separator + memberText(key, value, style));
}

function gapBefore(text: string, node: Node): string {
	let start = node.offset;
	while (/\s/.test(text[start - 1] ?? '')) start--;
	return text.slice(start, node.offset);
}

/** The text of a node after changes inside it; none of them may overlap another. */
export function rewritten(text: string, node: Node, changes: readonly TextChange[]): string {
	let result = '';
	let from = node.offset;
	for (const { start, end, newText } of changes.toSorted((a, b) => a.start - b.start)) {
		result += text.slice(from, start) + newText;
		from = end;
	}
	return result + text.slice(from, endOf(node));
}

/** A text whose lines, from the second on, start with `to` where they started with `from`. */
export const reindented = (text: string, from: string, to: string): string =>
	text
		.split('\n')
		.map((line, index) => (index > 0 && line.startsWith(from) ? to + line.slice(from.length) : line))
		.join('\n');
