import type { Node } from 'jsonc-parser';
import type { Span } from '../../span';
import { CorrectElement } from './correctElement';

/** The objects of a tree that were taken as a whole, being correct JSON by themselves: in order, none inside another. */
export function correctSpans(root: Node | undefined): Span[] {
	const found: Span[] = [];
	const open: Node[] = root ? [root] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		if (node instanceof CorrectElement) found.push({ start: node.offset, end: node.offset + node.length });
		else for (const child of node.children ?? []) open.push(child);
	}
	return found.sort((a, b) => a.start - b.start);
}
