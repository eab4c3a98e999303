import type { MacroNode } from './macroTable';
import { nearestSibling } from './nearestSibling';
import { digitsBehind, instancesIn, looseName, type Sibling, siblingsByLooseName, siblingsByName } from './siblings';
import { skippedLevel } from './skippedLevel';

/**
 * - `unknown`: nothing of that name is declared there;
 * - `instanceMissing`: `server` for `server0`;
 * - `instanceOutOfRange`: `server3` where three servers are the most;
 * - `spelling`: only letter case, or `_` for `-`, differs.
 */
export type MissKind = 'unknown' | 'instanceMissing' | 'instanceOutOfRange' | 'spelling';

/** What one name of a macro's path leads to. */
interface Step {
	readonly kind: 'found' | MissKind;
	readonly node?: MacroNode | undefined;
	/** The names that should stand there; none when there is no way to put it right. */
	readonly names: readonly string[];
}

/** Looks a name up among siblings, also one that is misspelt or lacks the level before it. */
export const stepTo = (nodes: readonly MacroNode[], name: string): Step =>
	declaredStep(nodes, name) ?? skippingStep(nodes, name) ?? nearStep(nodes, name);

/** Looks a name up among siblings; no misspelling is looked for but one of letter case, or of `_` for `-`. */
export const declaredStep = (nodes: readonly MacroNode[], name: string): Step | undefined =>
	exactStep(nodes, name) ?? looseStep(nodes, name);

function exactStep(nodes: readonly MacroNode[], name: string): Step | undefined {
	const { plain, numbered } = siblingsByName(nodes);
	const value = plain.get(name);
	if (value) return { kind: 'found', node: value.node, names: [name] };
	let first: Sibling | undefined;
	let itsNumber = 0;
	for (const { base, number } of instancesIn(name)) {
		const sibling = numbered.get(base);
		if (!sibling || (first && first.place < sibling.place)) continue;
		first = sibling;
		itsNumber = number;
	}
	if (first) return numberedStep(first.node, itsNumber, 'found');
	const bare = numbered.get(name);
	return bare && { kind: 'instanceMissing', node: bare.node, names: [`${name}0`] };
}

function numberedStep(node: MacroNode, number: number, kind: Step['kind']): Step {
	const max = node.instances?.max ?? Number.POSITIVE_INFINITY;
	if (number < max) return { kind, node, names: [`${node.name}${number}`] };
	return { kind: 'instanceOutOfRange', node, names: max > 0 ? [`${node.name}${max - 1}`] : [] };
}

function looseStep(nodes: readonly MacroNode[], name: string): Step | undefined {
	const { plain, numbered } = siblingsByLooseName(nodes);
	const loose = looseName(name);
	const value = plain.get(loose);
	if (value) return { kind: 'spelling', node: value.node, names: [value.node.name] };
	const digits = digitsBehind(name);
	const counted = digits === '' ? undefined : numbered.get(looseName(name.slice(0, name.length - digits.length)));
	const bare = numbered.get(loose);
	if (counted && !(bare && bare.place < counted.place)) return numberedStep(counted.node, Number(digits), 'spelling');
	return bare && { kind: 'instanceMissing', node: bare.node, names: [`${bare.node.name}0`] };
}

/** `server-settings.locale` for `server-settings.server0.locale`: the name of one level is missing. */
function skippingStep(nodes: readonly MacroNode[], name: string): Step | undefined {
	const skipped = skippedLevel(nodes, name);
	return skipped && { kind: 'unknown', node: skipped.node, names: [`${skipped.template.name}0`, name] };
}

function nearStep(nodes: readonly MacroNode[], name: string): Step {
	const number = Number(digitsBehind(name));
	const near = nearestSibling(nodes, name, number);
	if (near === undefined) return { kind: 'unknown', names: [] };
	const { names } = near.node.instances ? numberedStep(near.node, number, 'unknown') : { names: [near.name] };
	return { kind: 'unknown', node: near.node, names };
}
