import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { configDocument } from '../config/configDocument';
import { declaredMacros } from '../config/customMacros';
import { childOf, nodeAt, nodeAtOffset } from '../config/json/jsonNode';
import type { MacroNode } from '../macros/macroTable';

/** A setting of a configuration file with its surroundings. */
export interface PlacedSetting {
	readonly config: TextDocument;
	/** Its object. */
	readonly json: Node;
	/** The settings around it, outermost first, then itself; empty for the top-most object. */
	readonly path: readonly MacroNode[];
}

/** The setting in whose own part, not in that of a setting inside, an offset lies; nameless settings are none. */
export function settingAt(config: TextDocument, offset: number): PlacedSetting | undefined {
	const file = configDocument(config).fileNode();
	let json = nodeAtOffset(file, offset);
	while (json && json.type !== 'object') json = json.parent;
	if (!json || !file) return undefined;
	if (json === file) return childOf(file, 'name') ? { config, json, path: [] } : undefined;
	const path: MacroNode[] = [];
	let nodes = declaredMacros(config).nodes;
	for (;;) {
		const node = nodes.find(({ setting }) => covers(config, setting.range, offset));
		if (!node) return undefined;
		path.push(node);
		const own = jsonOf(config, node);
		if (own === json) return { config, json, path };
		nodes = node.children;
	}
}

function covers(document: TextDocument, range: MacroNode['setting']['range'], offset: number): boolean {
	return document.offsetAt(range.start) <= offset && offset <= document.offsetAt(range.end);
}

/** The object of a setting. */
const jsonOf = (config: TextDocument, { setting }: MacroNode): Node | undefined =>
	nodeAt(configDocument(config).tree(), setting.path);

/** A setting of `declaredMacros(config)` with the settings around it; those deeper than macros reach are not found. */
export function placeOf(config: TextDocument, path: readonly MacroNode[]): PlacedSetting | undefined {
	const node = path.at(-1);
	const json = node ? jsonOf(config, node) : configDocument(config).fileNode();
	return json && { config, json, path };
}

/** The settings beside one, without itself. */
export function siblingsOf({ config, path }: PlacedSetting): readonly MacroNode[] {
	const around = path.at(-2)?.children ?? declaredMacros(config).nodes;
	return around.filter(node => node !== path.at(-1));
}

/** Every name that a configuration file gives to a setting. */
export function namesIn(config: TextDocument): Set<string> {
	const { rootName, nodes } = declaredMacros(config);
	const names = new Set(rootName === undefined ? [] : [rootName]);
	const open = [...nodes];
	for (let node = open.pop(); node; node = open.pop()) {
		names.add(node.name);
		for (const child of node.children) open.push(child);
	}
	return names;
}
