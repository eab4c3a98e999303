import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';

/** LSP range of a node whose offset counts from `base`. */
export const rangeOf = (document: TextDocument, node: Node, base = 0): Range => ({
	start: document.positionAt(base + node.offset),
	end: document.positionAt(base + node.offset + node.length),
});
