import table from '../../../../../schemas/autoyast-values.json';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { elementsOf, textPlace } from '../../xml/parse/xmlTree';
import { byLastName, rulesAt } from './byLastName';
import { literal } from './literal';

interface Distinct {
	readonly in: string;
	/** Paths below, separated by blanks; `*` is any element. */
	readonly at: string;
	readonly what: string;
	/** Only texts of different paths are held against each other. */
	readonly apart?: boolean;
}

const rules = byLastName<Distinct>(table.distinct);

/** Checks texts that are given once below an element; the second one is reported. */
export function checkDistinct(source: UnattendSource, element: XmlElement, path: string): Problem[] {
	const problems: Problem[] = [];
	for (const { at, what, apart } of rulesAt(rules, path)) {
		const seen = new Map<string, string>();
		for (const below of at.split(' ')) {
			for (const found of elementsAt(element, below.split('/'))) {
				const name = literal(source, found);
				if (!name) continue;
				const before = seen.get(name);
				if (before === undefined) seen.set(name, below);
				else if (!apart || before !== below) problems.push(problem('autoyast-twice', textPlace(found), { what, name }));
			}
		}
	}
	return problems;
}

function elementsAt(element: XmlElement, names: readonly string[]): readonly XmlElement[] {
	let found: readonly XmlElement[] = [element];
	for (const name of names)
		found = found.flatMap(each =>
			each.broken ? [] : elementsOf(each).filter(({ localName }) => name === '*' || name === localName),
		);
	return found;
}
