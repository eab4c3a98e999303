import { oncePerVersion } from '../oncePerVersion';
import { partitionPoint } from '../partitionPoint';
import type { MacroNode } from './macroTable';
import { instancesIn, siblingsByName } from './siblings';

/** What a name means one level further down, in the first instance of a template. */
interface Skipped {
	readonly template: MacroNode;
	readonly node: MacroNode;
	/** Of two, the one with the smaller order is meant. */
	readonly order: number;
}

/** A template in a template, whose names end below this instance number. */
interface SkippedNumbered extends Skipped {
	readonly max: number;
}

interface LevelBelow {
	readonly plain: ReadonlyMap<string, Skipped>;
	/** By name without number: the first one, and each later one that has more instances than all before it. */
	readonly numbered: ReadonlyMap<string, readonly SkippedNumbered[]>;
}

/** Looks for a name among the children of templates: `locale` for `server0.locale`. */
export function skippedLevel(nodes: readonly MacroNode[], name: string): Skipped | undefined {
	const { plain, numbered } = levelBelow(nodes);
	let meant = plain.get(name);
	for (const { base, number } of instancesIn(name)) {
		const known = numbered.get(base) ?? [];
		const first = known[partitionPoint(known, ({ max }) => max <= number)];
		if (first && (meant === undefined || first.order < meant.order)) meant = first;
	}
	return meant;
}

const levelBelow: (nodes: readonly MacroNode[]) => LevelBelow = oncePerVersion((nodes: readonly MacroNode[]) => {
	const plain = new Map<string, Skipped>();
	const numbered = new Map<string, SkippedNumbered[]>();
	let order = 0;
	for (const template of nodes) {
		if (!template.instances) continue;
		const children = siblingsByName(template.children);
		for (const [name, { node }] of children.plain) {
			order++;
			if (!plain.has(name)) plain.set(name, { template, node, order });
		}
		for (const [name, { node }] of children.numbered) {
			order++;
			const max = node.instances?.max ?? Number.POSITIVE_INFINITY;
			const known = numbered.get(name);
			if (!known) numbered.set(name, [{ template, node, order, max }]);
			else if ((known.at(-1)?.max ?? 0) < max) known.push({ template, node, order, max });
		}
	}
	return { plain, numbered };
});
