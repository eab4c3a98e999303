import type { Problem } from '../../problem';
import type { RuleCode } from '../../rules';
import { elementAt } from './parse/doubts';
import type { XmlElement } from './parse/xmlNode';
import { childNamed, elementsOf, nameOf } from './parse/xmlTree';

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
	for (const twice of problems.filter(({ code }) => code === rules.twice)) {
		const element = elementAt(root, twice.start);
		const entry = element?.parent;
		if (element === undefined || entry === undefined) continue;
		const name = element.localName;
		const [before, after] = besides(entry).map(each => (each && childNamed(each, name) ? undefined : each));
		const [first] = elementsOf(entry);
		// From the entry before, it has come to the start of this one.
		if (before && first?.localName === name) told.set(twice, [{ ...twice, ...nameOf(first) }]);
		for (const lack of problems) {
			const isOfIt = lack.facts.child === name || lack.facts.missing === name;
			if (!rules.lacking.includes(lack.code) || !isOfIt) continue;
			const owner = elementAt(root, lack.start);
			if (owner !== undefined && (owner === before || owner === after)) told.set(lack, []);
		}
	}
	return told.size === 0 ? [...problems] : problems.flatMap(each => told.get(each) ?? [each]);
}

/** The entries of the same name before and after one. */
function besides(entry: XmlElement): readonly (XmlElement | undefined)[] {
	const entries = entry.parent ? elementsOf(entry.parent) : [];
	const at = entries.indexOf(entry);
	return [entries[at - 1], entries[at + 1]].map(each => (each?.localName === entry.localName ? each : undefined));
}
