import table from '../../../../../schemas/autoyast-values.json';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf } from '../../xml/parse/xmlTree';
import { byLastName, rulesAt } from './byLastName';
import { literal } from './literal';

/** An element with one of some texts, with any but these, or with elements of its own. */
interface Condition {
	readonly name: string;
	readonly is?: string;
	readonly not?: string;
	readonly holds?: boolean;
}

interface Companion {
	readonly in: string;
	/** Without, the element is always needed. */
	readonly with?: Condition;
	/** One of these names. */
	readonly needs: string;
}

interface Contradiction {
	readonly in: string;
	readonly first: Condition;
	readonly second: Condition;
	readonly why: string;
}

const companions = byLastName<Companion>(table.companions);
const contradictions = byLastName<Contradiction>(table.contradictions);

/** Checks elements of one map that need each other, or that do not go together. */
export function checkTogether(source: UnattendSource, element: XmlElement, path: string): Problem[] {
	const problems: Problem[] = [];
	for (const { with: condition, needs } of rulesAt(companions, path)) {
		const cause = condition === undefined ? element : met(source, element, condition);
		const [missing = ''] = needs.split(' ');
		if (cause === undefined || needs.split(' ').some(name => childNamed(element, name))) continue;
		problems.push(problem('autoyast-companion', nameOf(cause), { name: cause.name, missing }));
	}
	for (const { first, second, why } of rulesAt(contradictions, path)) {
		const one = met(source, element, first);
		const other = one && met(source, element, second);
		if (one && other) {
			problems.push(problem('autoyast-contradiction', nameOf(other), { first: one.name, second: other.name, why }));
		}
	}
	return problems;
}

/** The child that meets a condition; what a macro leaves open meets none. */
function met(source: UnattendSource, element: XmlElement, { name, is, not, holds }: Condition): XmlElement | undefined {
	const child = childNamed(element, name);
	if (holds) return child && elementsOf(child).length > 0 ? child : undefined;
	const text = literal(source, child);
	if (child === undefined || text === undefined || text === '') return undefined;
	if (is !== undefined) return is.split(' ').includes(text) ? child : undefined;
	return not?.split(' ').includes(text) ? undefined : child;
}
