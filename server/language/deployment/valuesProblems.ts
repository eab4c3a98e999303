import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { english, t, translate } from '../../texts/texts';
import type { JsonPath } from '../config/json/jsonNode';
import { syntaxFault } from '../links/manifestShape';
import type { MacroTable } from '../macros/macroTable';
import { nearestName } from '../macros/nearestName';
import { type Problem, problem } from '../problem';
import { type DeployForm, deployForm, type FormEntry } from './deployForm';
import { type AnswerFault, answerFaults } from './deployment';
import { refusalSentence } from './refusal';
import { entriesAt } from './valuesEntries';
import { type ValuesFile, valuesFile } from './valuesFile';
import { childKeysOf } from './valuesKeys';

/** The configuration-settings file of a values file: as it calls it, and what it declares when it could be read. */
export interface AnsweredConfig {
	readonly path: string | undefined;
	readonly table: MacroTable | undefined;
}

/** What is wrong with a values file, given the file that it answers. */
export function valuesProblems(document: TextDocument, config: AnsweredConfig): Problem[] {
	const file = valuesFile(document);
	const fault = syntaxFault(document.getText(), file);
	if (fault) return [problem('values-syntax', fault, { problem: fault.message })];
	const { root } = file;
	if (!root) return [];
	const shape = [...keyProblems(root), ...levelProblems(root)];
	if (!config.table) return [...shape, ...missingConfig(root, file, config)];
	return [...shape, ...answerProblems(root, file, { ...config, table: config.table })];
}

function missingConfig(root: Node, { config }: ValuesFile, { path }: AnsweredConfig): Problem[] {
	if (!config) return [problem('values-config-unnamed', span(root), {})];
	return path === undefined ? [] : [problem('values-config-missing', config, { path: config.text })];
}

/** Keys whose values are of another type than they ask for. */
function levelProblems(root: Node): Problem[] {
	return childKeysOf([]).flatMap(({ name, value }) => {
		const node = findNodeAtLocation(root, [name]);
		const type = jsonTypes[value];
		return node && node.type !== type.type
			? [problem('values-shape', span(node), { name, expected: translate(type.text) })]
			: [];
	});
}

const jsonTypes = {
	text: { type: 'string', text: english('text in quotes') },
	list: { type: 'array', text: english('a list in square brackets') },
	object: { type: 'object', text: english('settings by their names, in braces') },
} as const;

/** Keys that mean nothing, at the two levels where keys have a meaning of their own. */
function keyProblems(root: Node): Problem[] {
	const servers = findNodeAtLocation(root, ['servers'])?.children ?? [];
	const levels: readonly [Node, JsonPath][] = [
		[root, []],
		...servers.map((node): [Node, JsonPath] => [node, ['servers', 0]]),
	];
	return levels.flatMap(([node, path]) => {
		const known = childKeysOf(path).map(({ name }) => name);
		return (node.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => {
			const key = children?.[0];
			const name = String(key?.value);
			return key && !known.includes(name)
				? [problem('values-key-unknown', span(key), { key: name, ...meant(name, known) })]
				: [];
		});
	});
}

function answerProblems(
	root: Node,
	{ answers }: ValuesFile,
	config: { path: string | undefined; table: MacroTable },
): Problem[] {
	const form = deployForm(config.table);
	return answerFaults(form, answers).map(fault =>
		faultProblem(root, fault, { form, path: config.path ?? t('the configuration-settings file') }),
	);
}

function faultProblem(
	root: Node,
	{ kind, path, entry }: AnswerFault,
	{ form, path: config }: { form: DeployForm; path: string },
): Problem {
	const node = nearestNode(root, path);
	const name = entry?.name ?? String(path.at(-1));
	if (entry === undefined) {
		if (kind === 'shape')
			return problem('values-shape', span(node), { name, expected: t('settings by their names, in braces') });
		const names = entriesAt(form, path.slice(0, -1)).map(known => known.name);
		return problem('values-setting-unknown', span(keyOf(node)), { name, config, ...meant(name, names) });
	}
	if (kind === 'shape') return problem('values-shape', span(node), { name, expected: shapeOf(entry) });
	if (kind === 'few' || kind === 'many') {
		const count = node.children?.length ?? 0;
		return problem('values-instances', span(node), { name, bounds: boundsOf(entry), count });
	}
	if (kind === 'required') return problem('values-required', span(keyOf(node)), { name: labelOf(entry) });
	const reason = entry.kind === 'field' && kind !== 'unknown' ? refusalSentence(entry, kind) : '';
	return problem('values-refused', span(node), { reason });
}

const labelOf = ({ setting }: FormEntry): string => setting.label ?? setting.name;

function shapeOf({ kind }: FormEntry): string {
	if (kind === 'list') return t('a list in square brackets, one entry for each instance');
	return kind === 'group' ? t('settings by their names, in braces') : t('one value');
}

function boundsOf(entry: FormEntry): string {
	if (entry.kind !== 'list') return 'one';
	const { min, max } = entry;
	if (max === undefined) return t('at least {min}', { min });
	return min === max ? t('exactly {min}', { min }) : t('{min} to {max}', { min, max });
}

function meant(name: string, names: Iterable<string>): { readonly hint: string; readonly replacement?: string } {
	const nearest = nearestName(name, names);
	return nearest === undefined
		? { hint: '' }
		: { hint: ` ${t('Did you mean {nearest}?', { nearest })}`, replacement: nearest };
}

/** The node at a path, or the nearest one around it that is written. */
function nearestNode(root: Node, path: JsonPath): Node {
	for (let length = path.length; length > 0; length--) {
		const node = findNodeAtLocation(root, path.slice(0, length));
		if (node) return node;
	}
	return root;
}

/** The key of a value, or the value itself in a list. */
const keyOf = (node: Node): Node => (node.parent?.type === 'property' ? (node.parent.children?.[0] ?? node) : node);

/** Of a whole object or list, its bracket. */
const span = ({ type, offset, length }: Node): { start: number; end: number } => ({
	start: offset,
	end: offset + (type === 'object' || type === 'array' ? 1 : length),
});
