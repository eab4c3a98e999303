import type { MacroNode } from '../../../../server/language/macros/macroTable';
import { nearestName } from '../../../../server/language/macros/nearestName';

interface Step {
	readonly kind: string;
	readonly node?: MacroNode | undefined;
	readonly names: readonly string[];
}

type Nodes = readonly MacroNode[];

/** What `stepTo` answers, defined by a look at each sibling: slow, and easy to see through. */
export const stepByLooking = (nodes: Nodes, name: string): Step =>
	declaredByLooking(nodes, name) ?? skippingStep(nodes, name) ?? nearStep(nodes, name);

export const declaredByLooking = (nodes: Nodes, name: string): Step | undefined =>
	exactStep(nodes, name) ?? looseStep(nodes, name);

function exactStep(nodes: Nodes, name: string): Step | undefined {
	const plain = nodes.find(node => node.name === name && !node.instances);
	if (plain) return { kind: 'found', node: plain, names: [name] };
	const numbered = nodes.filter(node => node.instances);
	for (const node of numbered) {
		const number = instanceNumber(node, name);
		if (number !== undefined) return numberedStep(node, number, 'found');
	}
	const bare = numbered.find(node => node.name === name);
	return bare && { kind: 'instanceMissing', node: bare, names: [`${name}0`] };
}

/** Which instance of `node` a name stands for. Numbers have no leading zeros. */
function instanceNumber(node: MacroNode, name: string): number | undefined {
	if (!name.startsWith(node.name)) return undefined;
	const digits = name.slice(node.name.length);
	return /^(?:0|[1-9]\d{0,8})$/.test(digits) ? Number(digits) : undefined;
}

function numberedStep(node: MacroNode, number: number, kind: string): Step {
	const max = node.instances?.max ?? Number.POSITIVE_INFINITY;
	if (number < max) return { kind, node, names: [`${node.name}${number}`] };
	return { kind: 'instanceOutOfRange', node, names: max > 0 ? [`${node.name}${max - 1}`] : [] };
}

function looseStep(nodes: Nodes, name: string): Step | undefined {
	const loose = looseName(name);
	const plain = nodes.find(node => !node.instances && looseName(node.name) === loose);
	if (plain) return { kind: 'spelling', node: plain, names: [plain.name] };
	const digits = /\d+$/.exec(name)?.[0] ?? '';
	const looseBase = looseName(name.slice(0, name.length - digits.length));
	for (const node of nodes) {
		if (!node.instances) continue;
		if (digits !== '' && looseName(node.name) === looseBase) return numberedStep(node, Number(digits), 'spelling');
		if (looseName(node.name) === loose) return { kind: 'instanceMissing', node, names: [`${node.name}0`] };
	}
	return undefined;
}

/** `server-settings.locale` for `server-settings.server0.locale`: the name of one level is missing. */
function skippingStep(nodes: Nodes, name: string): Step | undefined {
	for (const skipped of nodes) {
		const inner = skipped.instances ? exactStep(skipped.children, name) : undefined;
		if (inner?.kind === 'found' && inner.node) {
			return { kind: 'unknown', node: inner.node, names: [`${skipped.name}0`, ...inner.names] };
		}
	}
	return undefined;
}

function nearStep(nodes: Nodes, name: string): Step {
	const number = /\d+$/.exec(name)?.[0] ?? '0';
	const spelled = new Map<string, MacroNode>();
	for (const node of nodes) spelled.set(node.instances ? `${node.name}${Number(number)}` : node.name, node);
	const nearest = nearestName(name, spelled.keys());
	const node = nearest === undefined ? undefined : spelled.get(nearest);
	if (nearest === undefined || node === undefined) return { kind: 'unknown', names: [] };
	const { names } = node.instances ? numberedStep(node, Number(number), 'unknown') : { names: [nearest] };
	return { kind: 'unknown', node, names };
}

const looseName = (name: string): string => name.toLowerCase().replaceAll('_', '-');
