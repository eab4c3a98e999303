import type { Node } from 'jsonc-parser';
import type { Span } from '../../span';
import { CorrectElement } from './correctElement';
import { nodeAtOffset } from './jsonNode';

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length });

/** The objects of a tree that were taken as a whole, being correct JSON by themselves: in order, none inside another. */
export function correctSpans(root: Node | undefined): Span[] {
	const found: Span[] = [];
	const open: Node[] = root ? [root] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		if (node instanceof CorrectElement) found.push(spanOf(node));
		else for (const child of node.children ?? []) open.push(child);
	}
	return found.sort((a, b) => a.start - b.start);
}

/** The innermost object around an offset that was taken as a whole, or lies in one that was: neither long nor deep. */
export function correctAround(root: Node | undefined, offset: number): Span | undefined {
	for (let node = nodeAtOffset(root, offset); node; node = node.parent) {
		if (node instanceof CorrectElement) return spanOf(node);
	}
	return undefined;
}
