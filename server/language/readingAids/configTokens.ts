import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configDocument } from '../config/configDocument';
import { keyOf } from '../config/json/jsonNode';
import { schemaKeys } from '../config/schemaKeys';
import type { SemanticToken } from '../language';
import { readMacros } from '../macros/macroReader';
import { tokensAround } from '../unattend/macros/semanticTokens';

/** Keys of the format, values out of a fixed set, regular expressions, and macros in any text. */
export function configTokens(document: TextDocument): SemanticToken[] {
	const file = configDocument(document).fileNode();
	const tokens: SemanticToken[] = [];
	const open: Node[] = file ? [file] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		for (const child of node.children ?? []) open.push(child);
		if (node.type === 'property') tokens.push(...tokensOf(node));
	}
	const text = document.getText();
	const lines = tokens.filter(({ offset, length }) => !/[\r\n]/.test(text.slice(offset, offset + length)));
	return tokensAround(readMacros(text).references, lines);
}

function tokensOf(property: Node): SemanticToken[] {
	const [key, value] = property.children ?? [];
	const name = keyOf(property);
	if (!key || !schemaKeys.has(name)) return [];
	const own: SemanticToken = { offset: key.offset, length: key.length, type: 'property' };
	const type = value?.type === 'string' ? typeOfValue(name, value) : undefined;
	return value && type ? [own, { offset: value.offset, length: value.length, type }] : [own];
}

function typeOfValue(key: string, { value }: Node): SemanticToken['type'] | undefined {
	if (key === 'regex') return 'regexp';
	return schemaKeys.get(key)?.values.some(known => known.value === value) ? 'enumMember' : undefined;
}
