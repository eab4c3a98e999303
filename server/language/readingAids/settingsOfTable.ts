import { appendAll } from '../appendAll';
import { instanceNames } from '../macros/macroLookup';
import type { MacroNode, MacroTable } from '../macros/macroTable';

/** A setting with its place among the others. */
export interface PlacedSetting {
	readonly node: MacroNode;
	/** What stands in front of its name in macros, with a dot at its end; elements further up are those number 0. */
	readonly prefix: string;
}

/** Deeper settings are left out. */
const deepest = 100;

/** All settings of a table in document order, groups before what is in them. */
export function settingsOfTable({ nodes }: MacroTable): PlacedSetting[] {
	const settings: PlacedSetting[] = [];
	const open = placed(nodes, '', deepest);
	for (let next = open.pop(); next; next = open.pop()) {
		const { node, prefix, depth } = next;
		settings.push({ node, prefix });
		const name = node.instances ? `${node.name}0` : node.name;
		if (depth > 0) appendAll(open, placed(node.children, `${prefix}${name}.`, depth - 1));
	}
	return settings;
}

interface Open extends PlacedSetting {
	readonly depth: number;
}

/** Last one first, as a stack wants them. */
const placed = (nodes: readonly MacroNode[], prefix: string, depth: number): Open[] =>
	nodes.map(node => ({ node, prefix, depth })).reverse();

/** How many numbered macros of one setting are named. */
const mostNamed = 3;

/** The macros, with hashes, that a setting becomes: one for a plain setting, the first few for an element of a list. */
export const macrosOf = ({ node, prefix }: PlacedSetting): string[] =>
	instanceNames(node, mostNamed).map(name => `#${prefix}${name}#`);

/** Whether a macro can stand for the setting; one for a group cannot. */
export const isValue = ({ children }: MacroNode): boolean => children.length === 0;
