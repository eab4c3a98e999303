import { appendAll } from '../appendAll';
import { oncePerVersion } from '../oncePerVersion';
import { declaredStep, type MissKind, stepTo } from './macroStep';
import type { MacroNode, MacroTable } from './macroTable';
import { digitsBehind, looseName } from './siblings';

/** What a macro's path leads to, or the first thing that is wrong with it. */
export type MacroLookup = FoundMacro | MissedMacro;

export interface FoundMacro {
	readonly kind: 'found';
	/** The node of every name, the macro's own last. */
	readonly path: readonly MacroNode[];
	readonly node: MacroNode;
}

export interface MissedMacro {
	/** `rootIncluded`: the name of the top-most object is in front. */
	readonly kind: MissKind | 'rootIncluded';
	/** Position, in the path, of the name that is wrong. */
	readonly segment: number;
	/** The node of that name, when it is known which one is meant. */
	readonly node?: MacroNode | undefined;
	/** The whole macro put right, without hashes, when there is an obvious way. */
	readonly corrected?: string | undefined;
	/** Without one: the macro of the only value of the same last name, wherever it is declared. */
	readonly elsewhere?: string | undefined;
}

/** Follows a macro's path, given without hashes, through the settings of its configuration file. */
export function lookUpMacro(table: MacroTable, name: string): MacroLookup {
	const names = name.split('.');
	if (names.length > longestPath) return unknownMacro;
	const walk = walkPath(table.nodes, names);
	const node = walk.path.at(-1);
	if (walk.miss === undefined) return node ? { kind: 'found', path: walk.path, node } : unknownMacro;
	const rootRemoved = withoutRoot(table, names);
	if (rootRemoved) return rootRemoved;
	if (walk.complete) return { ...walk.miss, corrected: walk.corrected.join('.') };
	return { ...walk.miss, elsewhere: backwards(table, names) ?? onlyNamed(table, names.at(-1) ?? '') };
}

/** The names in the wrong order. */
function backwards(table: MacroTable, names: readonly string[]): string | undefined {
	const { miss, corrected } = walkPath(table.nodes, names.toReversed());
	return miss === undefined ? corrected.join('.') : undefined;
}

/** The macro of the only value of this name: a group around it was renamed, or it was moved to another one. */
const onlyNamed = (table: MacroTable, name: string): string | undefined =>
	uniqueNames(table).get(name) ?? uniqueNames(table).get(name.slice(0, name.length - digitsBehind(name).length));

/** By the last name of a macro, without instance number: the macro, where a single value has that name. */
const uniqueNames = oncePerVersion((table: MacroTable): ReadonlyMap<string, string> => {
	const nodes = new Map<string, MacroNode | undefined>();
	const unique = new Map<string, string>();
	for (const { name, node } of listMacros(table, 1)) {
		const known = nodes.get(node.name);
		if (!nodes.has(node.name)) unique.set(node.name, name);
		else if (known !== node) unique.delete(node.name);
		nodes.set(node.name, nodes.has(node.name) && known !== node ? undefined : node);
	}
	return unique;
});

const unknownMacro: MissedMacro = { kind: 'unknown', segment: 0 };

/** Deeper paths than any person writes; a bound for hostile files. */
const longestPath = 100;

/** Whether a macro whose first name this is can be meant for `table`: exactly, nearly, or by its top-most object. */
export function startsKnownMacro(table: MacroTable, firstName: string): boolean {
	const step = stepTo(table.nodes, firstName);
	return step.node !== undefined || firstName === table.rootName;
}

/** Whether a macro's first name is declared, with or without an instance number; no misspelling is looked for. */
export function declaresFirst(table: MacroTable, firstName: string): boolean {
	const kind = declaredStep(table.nodes, firstName)?.kind;
	return kind === 'found' || kind === 'instanceMissing';
}

function withoutRoot(table: MacroTable, names: readonly string[]): MissedMacro | undefined {
	const [first = '', ...rest] = names;
	if (table.rootName === undefined || looseName(first) !== looseName(table.rootName) || rest.length === 0) return;
	const walk = walkPath(table.nodes, rest);
	const corrected = walk.complete ? walk.corrected.join('.') : undefined;
	return { kind: 'rootIncluded', segment: 0, ...(corrected ? { corrected } : {}) };
}

interface Walk {
	readonly path: readonly MacroNode[];
	readonly miss: MissedMacro | undefined;
	/** The names as they should be; of use only when `complete`. */
	readonly corrected: readonly string[];
	readonly complete: boolean;
}

function walkPath(roots: readonly MacroNode[], names: readonly string[]): Walk {
	const path: MacroNode[] = [];
	const corrected: string[] = [];
	let miss: MissedMacro | undefined;
	let nodes = roots;
	for (const [segment, name] of names.entries()) {
		const step = stepTo(nodes, name);
		if (step.kind !== 'found') miss ??= { kind: step.kind, segment, node: step.node };
		if (step.node === undefined || step.names.length === 0) return { path, miss, corrected, complete: false };
		path.push(step.node);
		appendAll(corrected, step.names);
		nodes = step.node.children;
	}
	return { path, miss, corrected, complete: true };
}

/** A macro that a configuration-settings file declares and that stands for a value. */
interface DeclaredMacro {
	/** Without hashes, with instance numbers. */
	readonly name: string;
	readonly type: string;
	readonly common: boolean | undefined;
	readonly node: MacroNode;
}

/** A list of a million elements is not worth a million lines. */
const mostMacros = 10_000;
const mostInstances = 1000;

/**
 * The macros of `table` that stand for values, in file order; groups are left out. A bounded list gives one macro
 * for each possible instance, an unbounded one its first instance only.
 * @param instances of each list are listed at most
 * @param most macros are listed in all
 */
export function listMacros(table: MacroTable, instances = mostInstances, most = mostMacros): DeclaredMacro[] {
	const macros: DeclaredMacro[] = [];
	const pending = listed(table.nodes, '', instances);
	for (let step = pending.pop(); step && macros.length < most; step = pending.pop()) {
		const { node, name } = step;
		if (node.children.length === 0) {
			macros.push({ name, type: node.setting.type, common: node.setting.common, node });
		} else for (const below of listed(node.children, `${name}.`, instances)) pending.push(below);
	}
	return macros;
}

/** The names that a node can have in a macro: its own, or one for each instance; `unbounded` of them without a bound. */
export function instanceNames(node: MacroNode, most = mostInstances, unbounded = 1): string[] {
	if (!node.instances) return [node.name];
	const count = Math.min(node.instances.max ?? unbounded, most);
	return Array.from({ length: Math.max(0, count) }, (_, number) => `${node.name}${number}`);
}

interface Listed {
	readonly node: MacroNode;
	readonly name: string;
}

/** Last one first, as a stack wants them. */
const listed = (nodes: readonly MacroNode[], prefix: string, instances: number): Listed[] =>
	nodes.flatMap(node => instanceNames(node, instances).map(name => ({ node, name: prefix + name }))).reverse();
