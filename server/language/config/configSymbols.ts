import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { MacroNode } from '../macros/macroTable';
import { configDocument } from './configDocument';
import { declaredMacros } from './customMacros';
import { childOf } from './json/jsonNode';
import { rangeOf } from './rangeOf';

/** Deeper settings are left out of the outline. */
const deepest = 100;

/** The outline: settings by name, with a kind that tells groups, lists, choices and fixed values apart. */
export function configSymbols(document: TextDocument): DocumentSymbol[] {
	const { rootName, nodes } = declaredMacros(document);
	const children = nodes.map(node => symbolOf(node, deepest));
	const root = configDocument(document).fileNode();
	const name = childOf(root, 'name');
	if (!root || !rootName || !name) return children;
	const places = { range: rangeOf(document, root), selectionRange: rangeOf(document, name) };
	return [{ name: rootName, kind: SymbolKind.Module, ...places, children }];
}

function symbolOf({ name, setting, children, instances }: MacroNode, depth: number): DocumentSymbol {
	const isInside = children.length > 0;
	const detail = [setting.label, setting.value === undefined ? undefined : `= ${setting.value}`]
		.filter(Boolean)
		.join(' ');
	return {
		name: instances ? `${name}0` : name,
		...(detail === '' ? {} : { detail }),
		kind: kindOf({ isInside, isList: children.some(child => child.instances), setting }),
		range: setting.range,
		selectionRange: setting.nameRange,
		children: depth > 0 ? children.map(child => symbolOf(child, depth - 1)) : [],
	};
}

function kindOf(of: { isInside: boolean; isList: boolean; setting: MacroNode['setting'] }): SymbolKind {
	if (of.isList) return SymbolKind.Array;
	if (of.isInside) return SymbolKind.Namespace;
	if (of.setting.category === 'static') return SymbolKind.Constant;
	if (of.setting.choices) return SymbolKind.Enum;
	if (of.setting.type === 'boolean') return SymbolKind.Boolean;
	return of.setting.type === 'integer' ? SymbolKind.Number : SymbolKind.String;
}
