import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { appendAll } from '../appendAll';
import { configDocument } from '../config/configDocument';
import { keyOf } from '../config/json/jsonNode';

/** Up to the first character that no address has in a running text; macros (`#`) end it as well. */
const address = /\bhttps?:\/\/[^\s"'<>\\#`{}|^]+/g;

const hasHost = /^https?:\/\/[\w[]/;

/** Longer ones are data, not addresses. */
const longest = 2000;

/** The web addresses in a stretch of a document. */
function addressLinks(document: TextDocument, start: number, end: number): DocumentLink[] {
	const text = document.getText();
	return [...text.slice(start, end).matchAll(address)].flatMap(match => {
		const target = match[0].replace(/[.,;:!?)\]]+$/, '');
		const from = start + match.index;
		const to = from + target.length;
		// An address that goes on with a macro is known only at deployment.
		if (text[to] === '#' || target.length > longest || !hasHost.test(target)) return [];
		return [{ range: { start: document.positionAt(from), end: document.positionAt(to) }, target }];
	});
}

/** The web addresses of an unattend file or script. */
export const addressesIn = (document: TextDocument): DocumentLink[] =>
	addressLinks(document, 0, document.getText().length);

/** The web addresses in labels and descriptions of a configuration-settings file. */
export function addressesInText(document: TextDocument): DocumentLink[] {
	if (!/https?:\/\//.test(document.getText())) return [];
	const links: DocumentLink[] = [];
	const root = configDocument(document).tree();
	const open: Node[] = root ? [root] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		for (const child of node.children ?? []) open.push(child);
		const { parent } = node;
		if (node.type !== 'string' || parent?.type !== 'property' || parent.children?.[1] !== node) continue;
		if (!['label', 'description'].includes(keyOf(parent))) continue;
		appendAll(links, addressLinks(document, node.offset, node.offset + node.length));
	}
	return links.sort(
		(a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
	);
}
