import type { Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Instances, MacroNode, MacroTable, SettingFacts } from '../macros/macroTable';
import { oncePerVersion } from '../oncePerVersion';
import type { Problem } from '../problem';
import { depthLimit } from './checks/setting';
import { configDocument } from './configDocument';
import { configProblems } from './configProblems';
import { CorrectElement } from './json/correctElement';
import { childOf, type JsonPath } from './json/jsonNode';
import { rangeOf } from './rangeOf';

/**
 * The custom macros that a configuration-settings file declares; read once for each version. A file with mistakes
 * declares what can be read of it, and so does a request body that carries a file. Never throws.
 */
export const declaredMacros: (document: TextDocument) => MacroTable = oncePerVersion(macroTable);

interface GrowingMacro extends MacroNode {
	readonly children: MacroNode[];
}

/** A node whose offsets count from `base`. */
interface Placed {
	readonly node: Node;
	readonly base: number;
}

/** What an edit has left alone is not made into nodes again. */
const placed = (node: Node, base = 0): Placed =>
	node instanceof CorrectElement ? { node: node.inner, base: node.offset } : { node, base };

/** A node whose settings are still to be read into `into`. */
interface Open extends Placed {
	readonly path: JsonPath;
	readonly into: MacroNode[];
}

function macroTable(document: TextDocument): MacroTable {
	const config = configDocument(document);
	const root = config.fileNode();
	const nodes: MacroNode[] = [];
	const open: Open[] = root ? [{ ...placed(root), path: config.body.path, into: nodes }] : [];
	for (let next = open.pop(); next; next = open.pop()) {
		// Two steps of the path are one level; no macro is longer than the limit, and a check reports such depth.
		if (next.path.length > 2 * depthLimit) continue;
		for (const key of ['content', 'template'] as const) {
			const instances = key === 'template' ? instancesOf(next.node) : undefined;
			for (const [index, element] of elementsOf(next.node, key).entries()) {
				const child = placed(element, next.base);
				const setting = settingFacts(document, child, [...next.path, key, index]);
				if (!setting) continue;
				const macro: GrowingMacro = {
					name: setting.name,
					...(instances
						? { instances: { ...instances, autoCreated: flag(child.node, 'autoCreateInstance') === true } }
						: {}),
					setting,
					children: [],
				};
				next.into.push(macro);
				open.push({ ...child, path: setting.path, into: macro.children });
			}
		}
	}
	const isWhole = !configProblems(document).some(hidesSettings);
	return { uri: document.uri, rootName: text(root, 'name'), isWhole, nodes };
}

const hidden: ReadonlySet<string> = new Set([
	'config-missing-name',
	'config-root',
	'config-root-content',
	'config-list',
	'config-setting',
	'config-container-without-children',
]);

/** Whether settings may not be read because of a mistake; of a key, when it is like one that holds settings or names them. */
function hidesSettings({ code, facts }: Problem): boolean {
	if (code === 'config-unknown-key') return /^(?:content|template|name)$/.test(String(facts.meant));
	return code.startsWith('json-') || hidden.has(code);
}

const elementsOf = (node: Node, key: string): readonly Node[] => {
	const list = childOf(node, key);
	return list?.type === 'array' ? (list.children ?? []) : [];
};

function instancesOf(list: Node): Omit<Instances, 'autoCreated'> {
	const min = count(list, 'minElements');
	return { min: min ?? 0, max: count(list, 'maxElements') };
}

function settingFacts(document: TextDocument, { node, base }: Placed, path: JsonPath): SettingFacts | undefined {
	const nameNode = childOf(node, 'name');
	const name = text(node, 'name');
	if (!nameNode || name === undefined || name === '') return undefined;
	const category = text(node, 'category');
	return {
		name,
		type: text(node, 'type') ?? '',
		category: category === 'dynamic' || category === 'static' ? category : undefined,
		common: flag(node, 'common'),
		optional: flag(node, 'optional'),
		label: text(node, 'label'),
		description: text(node, 'description'),
		choices: choicesOf(node),
		value: insertedText(childOf(node, 'value')),
		regex: text(node, 'regex'),
		path,
		nameRange: rangeOf(document, nameNode, base),
		range: rangeOf(document, node, base),
	};
}

function text(node: Node | undefined, key: string): string | undefined {
	const value: unknown = childOf(node, key)?.value;
	return typeof value === 'string' ? value : undefined;
}

function flag(node: Node, key: string): boolean | undefined {
	const value: unknown = childOf(node, key)?.value;
	return typeof value === 'boolean' ? value : undefined;
}

function count(node: Node, key: string): number | undefined {
	const value: unknown = childOf(node, key)?.value;
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function choicesOf(node: Node): string[] | undefined {
	const list = childOf(node, 'choices');
	return list?.type === 'array' ? (list.children ?? []).flatMap(choice => insertedText(choice) ?? []) : undefined;
}

/** A value as the text that a macro inserts; objects and null have none. */
function insertedText(node: Node | undefined): string | undefined {
	if (node?.type === 'array') return (node.children ?? []).flatMap(child => insertedText(child) ?? []).join(', ');
	const value: unknown = node?.value;
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? String(value)
		: undefined;
}
