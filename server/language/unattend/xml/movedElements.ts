import { partitionPoint } from '../../partitionPoint';
import type { Problem } from '../../problem';
import type { RuleCode } from '../../rules';
import { elementAt } from './parse/doubts';
import type { XmlElement } from './parse/xmlNode';
import { childNamed, elementsOf, isElement, nameOf } from './parse/xmlTree';

/** The rules of a dialect about an element that is there twice, and about one that is missing. */
interface MovedRules {
	readonly twice: RuleCode;
	/** Their facts name the element as `child` or `missing`. */
	readonly lacking: readonly RuleCode[];
}

/**
 * An element that slipped from one entry of a list into the one beside it is one mistake, told where it stands now:
 * the entry that it has left is not said to lack it.
 */
export function withoutMoved(root: XmlElement, problems: readonly Problem[], rules: MovedRules): Problem[] {
	const told = new Map<Problem, readonly Problem[]>();
	const lacks = lacksByOwner(root, problems, rules);
	for (const twice of problems.filter(({ code }) => code === rules.twice)) {
		const element = elementAt(root, twice.start);
		const entry = element?.parent;
		if (element === undefined || entry === undefined) continue;
		const name = element.localName;
		const [before, after] = besides(entry).map(each => (each && childNamed(each, name) ? undefined : each));
		const [first] = elementsOf(entry);
		// From the entry before, it has come to the start of this one.
		if (before && first?.localName === name) told.set(twice, [{ ...twice, ...nameOf(first) }]);
		for (const owner of [before, after]) {
			for (const lack of (owner && lacks.get(owner)) ?? [])
				if (lack.facts.child === name || lack.facts.missing === name) told.set(lack, []);
		}
	}
	return told.size === 0 ? [...problems] : problems.flatMap(each => told.get(each) ?? [each]);
}

/** What is said to be missing, by the element that it is missing in. */
function lacksByOwner(
	root: XmlElement,
	problems: readonly Problem[],
	{ lacking }: MovedRules,
): ReadonlyMap<XmlElement, readonly Problem[]> {
	const found = new Map<XmlElement, Problem[]>();
	for (const lack of problems.filter(({ code }) => lacking.includes(code))) {
		const owner = elementAt(root, lack.start);
		const known = owner && found.get(owner);
		if (known) known.push(lack);
		else if (owner) found.set(owner, [lack]);
	}
	return found;
}

/** The entries of the same name before and after one. */
function besides(entry: XmlElement): readonly (XmlElement | undefined)[] {
	const nodes = entry.parent?.children ?? [];
	const at = partitionPoint(nodes, ({ offset }) => offset < entry.offset);
	return [-1, 1].map(step => {
		let beside = at + step;
		while (nodes[beside] && nodes[beside]?.kind !== 'element') beside += step;
		const node = nodes[beside];
		return node && isElement(node) && node.localName === entry.localName ? node : undefined;
	});
}
