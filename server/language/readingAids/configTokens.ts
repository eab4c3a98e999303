import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { appendAll } from '../appendAll';
import { configDocument } from '../config/configDocument';
import { CorrectElement } from '../config/json/correctElement';
import { keyOf } from '../config/json/jsonNode';
import { schemaKeys } from '../config/schemaKeys';
import type { SemanticToken } from '../language';
import { readMacros } from '../macros/macroReader';
import { oncePerVersion } from '../oncePerVersion';
import { tokensAround } from '../unattend/macros/semanticTokens';

/** Keys of the format, values out of a fixed set, regular expressions, and macros in any text. */
export function configTokens(document: TextDocument): SemanticToken[] {
	const file = configDocument(document).fileNode();
	const text = document.getText();
	const tokens = tokensIn(file).filter(({ offset, length }) => !/[\r\n]/.test(text.slice(offset, offset + length)));
	return tokensAround(readMacros(text).references, tokens);
}

function tokensIn(root: Node | undefined): SemanticToken[] {
	const tokens: SemanticToken[] = [];
	const open: Node[] = root ? [root] : [];
	for (let node = open.pop(); node; node = open.pop()) {
		if (node instanceof CorrectElement) {
			for (const { offset, length, type } of tokensInside(node.inner))
				tokens.push({ offset: offset + node.offset, length, type });
			continue;
		}
		for (const child of node.children ?? []) open.push(child);
		if (node.type === 'property') appendAll(tokens, tokensOf(node));
	}
	return tokens;
}

/** Tokens with offsets from the start of an element, which later versions have, too. */
const tokensInside = oncePerVersion((inner: Node) => tokensIn(inner));

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
