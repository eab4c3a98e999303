import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configDocument } from '../config/configDocument';
import { declaredMacros } from '../config/customMacros';
import { childOf, type JsonObject } from '../config/json/jsonNode';
import type { MacroNode } from '../macros/macroTable';
import { declaredPath } from '../macros/uses';
import type { TextChange } from '../textChange';
import { appendElements } from './json/jsonChanges';
import { collide, nameRefusal } from './nameRefusal';
import { newSettings, settingObject } from './newSettings';
import { placeOf } from './settingAt';

interface Addition {
	readonly path: readonly MacroNode[];
	readonly names: readonly string[];
}

/**
 * The changes of a configuration file that declare macros, with the groups and lists on their way. `undefined` when
 * one of them cannot be declared there: the file has mistakes of JSON, a value or a list is in the way.
 * @param macros without hashes; none of them is declared yet
 */
export function addSettings(config: TextDocument, macros: readonly string[]): TextChange[] | undefined {
	if (configDocument(config).syntax.length > 0) return undefined;
	const table = declaredMacros(config);
	const lists = new Map<Node, Addition[]>();
	for (const macro of new Set(macros)) {
		const path = declaredPath(table, macro);
		const names = macro.split('.').slice(path.length);
		const list = contentOf(config, path);
		const [first] = names;
		if (!list || first === undefined || names.length > mostNames) return undefined;
		const siblings = path.at(-1)?.children ?? table.nodes;
		if (siblings.some(sibling => collide({ name: first }, sibling))) return undefined;
		if (nameRefusal({ name: first }, [], path.length === 0) !== undefined) return undefined;
		lists.set(list, [...(lists.get(list) ?? []), { path, names }]);
	}
	return [...lists].map(([list, additions]) => {
		const common = commonOf(additions[0]?.path ?? []);
		const objects = newSettings(additions.map(({ names }) => names)).map(one => settingObject(one, { common }));
		return appendElements(config.getText(), list, objects);
	});
}

/** Deeper macros than any person writes. */
const mostNames = 50;

/** Puts one setting at the end of the first level. */
export function addSetting(config: TextDocument, setting: JsonObject): TextChange | undefined {
	const list = configDocument(config).syntax.length > 0 ? undefined : contentOf(config, []);
	return list && appendElements(config.getText(), list, [setting]);
}

function contentOf(config: TextDocument, path: readonly MacroNode[]): Node | undefined {
	const list = childOf(placeOf(config, path)?.json, 'content');
	return list?.type === 'array' ? list : undefined;
}

const commonOf = (path: readonly MacroNode[]): boolean | undefined =>
	path.findLast(({ setting }) => setting.common !== undefined)?.setting.common;
