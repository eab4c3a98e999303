import type { Node } from 'jsonc-parser';
import type { Span } from '../../span';
import { skipSpace } from '../json/jsonToken';

/** Where in the tree a cursor stands, as far as completion needs to know. */
export interface Cursor {
	readonly place: 'key' | 'value' | 'element';
	/** The object whose key or value is written, or in one of whose lists an element is. */
	readonly object: Node;
	/** Key of the value or list. */
	readonly key?: string;
	/** What a completion replaces. */
	readonly start: number;
	readonly end: number;
	/** Where a comma is missing before a new member or element. */
	readonly commaAt?: number;
	/** Whether another member or element follows without a comma between. */
	readonly needsComma: boolean;
	/** A key that already has its colon: only the key is replaced. */
	readonly hasColon: boolean;
}

/** Finds the place of a cursor, in half-typed files, too. `undefined` where nothing of ours can stand. */
export function cursorAt(text: string, root: Node | undefined, offset: number): Cursor | undefined {
	const container = root && containerAt(text, root, offset);
	if (container?.type === 'array') return elementCursor(text, container, offset);
	if (container?.type !== 'object') return undefined;
	const member = lastBefore(container, offset);
	if (!member) return keyCursor(text, container, { start: wordStart(text, offset), end: offset });
	const [key, value] = member.children ?? [];
	if (!key) return undefined;
	const keyEnd = key.offset + key.length;
	if (offset <= keyEnd) {
		const before = container.children?.[(container.children?.indexOf(member) ?? 0) - 1];
		const beforeEnd = before ? before.offset + before.length : 0;
		const isMissing = before !== undefined && !text.slice(beforeEnd, key.offset).includes(',');
		// A word without its closing quotation mark reaches into the next key.
		const end = /"\w/.test(text.slice(offset, keyEnd)) ? offset : keyEnd;
		const cursor = keyCursor(text, container, { start: key.offset, end });
		return isMissing ? { ...cursor, commaAt: beforeEnd } : cursor;
	}
	if (member.colonOffset !== undefined && offset <= member.colonOffset) return undefined;
	const memberEnd = member.offset + member.length;
	const between = text.slice(memberEnd, offset);
	if (member.colonOffset !== undefined && !isBehind(text, value, offset) && !between.includes(',')) {
		return valueCursor(text, { object: container, key: String(key.value ?? '') }, value, offset);
	}
	if (member.colonOffset === undefined && !between.includes(',')) return undefined;
	const comma = between.includes(',') ? {} : { commaAt: memberEnd };
	const start = Math.max(memberEnd, wordStart(text, offset));
	// The closing quotation mark that editors add goes with the word.
	const end = text[start] === '"' && start < offset && text[offset] === '"' ? offset + 1 : offset;
	return { ...keyCursor(text, container, { start, end }), ...comma };
}

/** The innermost object or list around the offset; one that is not closed reaches as far as the one around it. */
function containerAt(text: string, root: Node, offset: number): Node | undefined {
	if (!root.children || root.offset >= offset || isPast(text, root, offset)) return undefined;
	let container = root;
	for (;;) {
		const child = lastBefore(container, offset);
		const value = child?.type === 'property' ? child.children?.[1] : child;
		if (!value?.children || value.offset >= offset || isPast(text, value, offset)) return container;
		container = value;
	}
}

/** Whether an object or list is closed, and the offset lies behind it. */
function isPast(text: string, { type, offset: from, length }: Node, offset: number): boolean {
	const end = from + length;
	return offset >= end && length > 1 && text[end - 1] === (type === 'object' ? '}' : ']');
}

/** The last child that starts before the offset. */
function lastBefore(container: Node, offset: number): Node | undefined {
	return container.children?.findLast(child => child.offset < offset);
}

const wordStart = (text: string, offset: number): number => {
	let start = offset;
	while (start > 0 && /[\w"]/.test(text[start - 1] ?? '')) start--;
	return start;
};

/** Whether the offset lies behind a complete value; one can still type on at the end of a number or a word. */
function isBehind(text: string, value: Node | undefined, offset: number): boolean {
	if (!value) return false;
	const end = value.offset + value.length;
	const isClosed = value.length > 1 && '"]}'.includes(text[end - 1] ?? '');
	return isClosed ? offset >= end : offset > end;
}

function keyCursor(text: string, object: Node, span: Span): Cursor {
	const next = skipSpace(text, span.end);
	return { place: 'key', object, ...span, needsComma: startsMember(text, next), hasColon: text[next] === ':' };
}

/** Only lists of settings have elements that completion knows. */
function elementCursor(text: string, list: Node, offset: number): Cursor | undefined {
	const property = list.parent?.type === 'property' ? list.parent : undefined;
	const key: unknown = property?.children?.[0]?.value;
	const object = property?.parent;
	if (!object || (key !== 'content' && key !== 'template')) return undefined;
	const last = lastBefore(list, offset);
	const lastEnd = last ? last.offset + last.length : 0;
	const isWord = last && !last.children && offset <= lastEnd;
	const span = isWord ? { start: last.offset, end: lastEnd } : { start: offset, end: offset };
	const before = isWord ? list.children?.[(list.children?.indexOf(last) ?? 0) - 1] : last;
	const beforeEnd = before ? before.offset + before.length : 0;
	const hasComma = !before || text.slice(beforeEnd, span.start).includes(',');
	const next = text[skipSpace(text, span.end)] ?? '';
	const needsComma = next === '{' || next === '"';
	const comma = hasComma ? {} : { commaAt: beforeEnd };
	return { place: 'element', object, key, ...span, ...comma, needsComma, hasColon: false };
}

function valueCursor(
	text: string,
	member: { object: Node; key: string },
	value: Node | undefined,
	offset: number,
): Cursor | undefined {
	if (value?.children) return undefined;
	const span = value
		? { start: Math.min(offset, value.offset), end: value.offset + value.length }
		: { start: offset, end: offset };
	return {
		place: 'value',
		...member,
		...span,
		needsComma: startsMember(text, skipSpace(text, span.end)),
		hasColon: true,
	};
}

const startsMember = (text: string, at: number): boolean => text[at] === '"' || text[at] === "'";
