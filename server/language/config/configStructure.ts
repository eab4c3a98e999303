import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FoldingRange, Position, SelectionRange } from 'vscode-languageserver-types';
import { configDocument } from './configDocument';
import { nodeAtOffset } from './json/jsonNode';
import { rangeOf } from './rangeOf';

/** Objects and lists that go over several lines. */
export function configFolding(document: TextDocument): FoldingRange[] {
	const folds: FoldingRange[] = [];
	const root = configDocument(document).tree();
	const open: Node[] = root ? [root] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		for (const child of node.children ?? []) if (child.children) open.push(child);
		if (node.type !== 'object' && node.type !== 'array') continue;
		const { start, end } = rangeOf(document, node);
		// The line of the closing bracket stays visible.
		if (end.line - 1 > start.line) folds.push({ startLine: start.line, endLine: end.line - 1 });
	}
	return folds.sort((a, b) => a.startLine - b.startLine);
}

/** An answer that is nested deeper than some thousand times cannot be sent. */
const mostAround = 200;

/** From the word at each position outwards: value, member, object, list, and so on. */
export function configSelectionRanges(document: TextDocument, positions: readonly Position[]): SelectionRange[] {
	const root = configDocument(document).tree();
	return positions.map(position => {
		const around: Node[] = [];
		let node = nodeAtOffset(root, document.offsetAt(position));
		for (; node && around.length < mostAround; node = node.parent) around.push(node);
		let selection: SelectionRange | undefined;
		for (const outer of around.reverse()) {
			const range = rangeOf(document, outer);
			selection = selection ? { range, parent: selection } : { range };
		}
		return selection ?? { range: { start: position, end: position } };
	});
}
