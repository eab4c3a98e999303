import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind } from 'vscode-languageserver-types';
import { shortened } from '../../../../texts/shortened';
import type { UnattendSource } from '../../unattendSource';
import { asWritten } from '../../values/macrosAsWritten';
import { endOf, type XmlElement, type XmlNode } from '../parse/xmlNode';
import { elementsOf, nameOf, textOf, textPlace, xmlOf } from '../parse/xmlTree';

/** Deeper elements are left out of the outline: it is to be read, and a hostile file may nest without end. */
const deepest = 8;

/** Outline: every element down to a depth, with what `label` says about it. */
export function xmlSymbols(
	source: UnattendSource,
	label: (element: XmlElement) => string | undefined,
): DocumentSymbol[] {
	const { document } = source;
	const { root } = xmlOf(source);
	const top: DocumentSymbol[] = [];
	const waiting: { element: XmlElement; into: DocumentSymbol[]; depth: number }[] = [];
	if (root) waiting.push({ element: root, into: top, depth: 0 });
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		const { element, into, depth } = step;
		const children: DocumentSymbol[] = [];
		const name = nameOf(element);
		const nested = elementsOf(element);
		const detail =
			label(element) ??
			(nested.length === 0 ? shortened(asWritten(firstLine(element), textPlace(element), source), 41) : '');
		into.push({
			name: element.name,
			...(detail === '' ? {} : { detail }),
			kind: nested.length > 0 ? SymbolKind.Object : SymbolKind.Property,
			range: { start: document.positionAt(element.offset), end: document.positionAt(endOf(element)) },
			selectionRange: { start: document.positionAt(name.start), end: document.positionAt(name.end) },
			...(nested.length > 0 && depth < deepest ? { children } : {}),
		});
		if (depth >= deepest) continue;
		for (const child of nested.reverse()) waiting.push({ element: child, into: children, depth: depth + 1 });
	}
	return top;
}

const firstLine = (element: XmlElement): string => textOf(element).trim().split('\n', 1)[0] ?? '';

/** Everything that spans lines can be folded. */
export function xmlFolding(source: UnattendSource): FoldingRange[] {
	const ranges: FoldingRange[] = [];
	const waiting: (readonly XmlNode[])[] = [xmlOf(source).children];
	for (let nodes = waiting.pop(); nodes; nodes = waiting.pop()) {
		for (const node of nodes) {
			if (node.kind === 'text') continue;
			const startLine = source.document.positionAt(node.offset).line;
			const endLine = source.document.positionAt(endOf(node)).line;
			if (endLine <= startLine) continue;
			const isElement = node.kind === 'element';
			const last = isElement && node.closeOffset !== undefined ? endLine - 1 : endLine;
			if (last > startLine) {
				ranges.push({
					startLine,
					endLine: last,
					...(node.kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
				});
			}
			if (isElement) waiting.push(node.children);
		}
	}
	return ranges.sort((a, b) => a.startLine - b.startLine);
}
