import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';

/** LSP range of a node. */
export const rangeOf = (document: TextDocument, node: Node): Range => ({
	start: document.positionAt(node.offset),
	end: document.positionAt(node.offset + node.length),
});
