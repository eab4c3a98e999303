import { oncePerVersion } from '../oncePerVersion';
import type { MacroNode } from './macroTable';

/** The nodes of one list by name, so that a macro is looked up without a look at each of them. */
interface Siblings {
	/** Values and groups. Of several with one name, the first. */
	readonly plain: ReadonlyMap<string, Sibling>;
	/** Those whose names carry an instance number in macros; here without it. */
	readonly numbered: ReadonlyMap<string, Sibling>;
}

export interface Sibling {
	readonly node: MacroNode;
	/** Its position in the list. */
	readonly place: number;
}

export const siblingsByName: (nodes: readonly MacroNode[]) => Siblings = oncePerVersion((nodes: readonly MacroNode[]) =>
	siblingsBy(nodes, name => name),
);

/** By `looseName`. */
export const siblingsByLooseName: (nodes: readonly MacroNode[]) => Siblings = oncePerVersion(
	(nodes: readonly MacroNode[]) => siblingsBy(nodes, looseName),
);

/** Names that differ only in letter case, or in `_` for `-`, have the same one. */
export const looseName = (name: string): string => name.toLowerCase().replaceAll('_', '-');

function siblingsBy(nodes: readonly MacroNode[], nameOf: (name: string) => string): Siblings {
	const plain = new Map<string, Sibling>();
	const numbered = new Map<string, Sibling>();
	for (const [place, node] of nodes.entries()) {
		const named = node.instances ? numbered : plain;
		const name = nameOf(node.name);
		if (!named.has(name)) named.set(name, { node, place });
	}
	return { plain, numbered };
}

/** A name as one with an instance number. */
interface Instance {
	readonly base: string;
	readonly number: number;
}

const mostDigits = 9;

/** Every way to take a name for one with an instance number: `a10` is `a` and 10, or `a1` and 0. No leading zeros. */
export function instancesIn(name: string): Instance[] {
	const instances: Instance[] = [];
	for (let from = name.length - 1; from >= 0 && name.length - from <= mostDigits && isDigit(name, from); from--) {
		const digits = name.slice(from);
		if (digits.length === 1 || !digits.startsWith('0')) {
			instances.push({ base: name.slice(0, from), number: Number(digits) });
		}
	}
	return instances;
}

/** All digits at the end of a name. */
export function digitsBehind(name: string): string {
	let from = name.length;
	while (from > 0 && isDigit(name, from - 1)) from--;
	return name.slice(from);
}

function isDigit(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return code >= 48 && code <= 57;
}
