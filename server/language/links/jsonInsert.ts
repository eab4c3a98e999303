import type { Node } from 'jsonc-parser';

/**
 * Puts one more item into a list, or one more member into an object, without touching what is there: comments stay
 * at their items, a trailing comma stays the last, and where items have lines of their own the new one has, too.
 * @param before the item in front of which it goes; behind the last one by default
 */
export function insertItem(text: string, container: Node, item: string, before?: Node): string {
	const items = container.children ?? [];
	const [first] = items;
	const last = items.at(-1);
	if (!first || !last) {
		const room = container.type === 'object' ? ' ' : '';
		return replaceNode(text, container, wrap(text, container, `${room}${item}${room}`));
	}
	const gap = gapBefore(text, first);
	if (before) return splice(text, before.offset, `${item},${gap}`);
	const end = last.offset + last.length;
	const tail = text.slice(end, container.offset + container.length - 1);
	const comma = /^(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/[^\r\n]*(?![^\r\n]))*,/.exec(tail)?.[0];
	const from = end + (comma?.length ?? 0);
	const remark = /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/)/.exec(text.slice(from))?.[0] ?? '';
	const place = from + remark.length;
	// Behind a remark to the end of the line, the item needs a line of its own.
	const between = remark.includes('//') && !/[\r\n]/.test(gap) ? '\n' : gap;
	const inserted = splice(text, place, `${between}${item}${comma === undefined ? '' : ','}`);
	return comma === undefined ? splice(inserted, end, ',') : inserted;
}

/** Replaces the text of a node. */
export const replaceNode = (text: string, { offset, length }: Node, by: string): string =>
	text.slice(0, offset) + by + text.slice(offset + length);

const splice = (text: string, offset: number, added: string): string =>
	text.slice(0, offset) + added + text.slice(offset);

/** The line break and indentation in front of an item that begins its line; a blank otherwise. */
function gapBefore(text: string, item: Node): string {
	return /\r?\n[ \t]*$/.exec(text.slice(Math.max(0, item.offset - 300), item.offset))?.[0] ?? ' ';
}

/** The brackets of an empty container, and what a person noted between them. */
function wrap(text: string, { offset, length, type }: Node, content: string): string {
	const inside = text.slice(offset + 1, offset + length - 1).trimEnd();
	const kept = inside.trim() === '' ? '' : `${inside}\n`;
	return type === 'object' ? `{${kept}${content}}` : `[${kept}${content}]`;
}
