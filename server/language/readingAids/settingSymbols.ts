import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { declaredMacros } from '../config/customMacros';
import type { MacroNode } from '../macros/macroTable';
import { fileNameOf } from '../unattend/fileNameOf';
import { isValue, settingsOfTable } from './settingsOfTable';

/** The settings of a configuration-settings file whose name or label has the letters of `query` in their order. */
export function settingSymbols(document: TextDocument, query: string): SymbolInformation[] {
	const file = fileNameOf(document.uri);
	return settingsOfTable(declaredMacros(document)).flatMap(({ node, prefix }) => {
		const { name, label, nameRange } = node.setting;
		// Editors filter by the name once more: a label can be found only when it is part of it.
		const shown = label === undefined || label === name ? name : `${name} · ${label}`;
		if (!hasLetters(shown, query)) return [];
		const containerName = prefix === '' ? file : `${prefix.slice(0, -1)} · ${file}`;
		return [{ name: shown, kind: kindOf(node), location: { uri: document.uri, range: nameRange }, containerName }];
	});
}

function hasLetters(text: string, query: string): boolean {
	const lower = text.toLowerCase();
	let at = 0;
	for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
		at = lower.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}

function kindOf(node: MacroNode): SymbolKind {
	if (!isValue(node)) return SymbolKind.Namespace;
	return node.setting.category === 'static' ? SymbolKind.Constant : SymbolKind.Property;
}
