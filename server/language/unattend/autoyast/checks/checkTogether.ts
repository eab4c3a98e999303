import table from '../../../../../schemas/autoyast-values.json';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, nameOf } from '../../xml/parse/xmlTree';
import { literal } from './literal';

/** An element with one of some texts, or with any but these. */
interface Condition {
	readonly name: string;
	readonly is?: string;
	readonly not?: string;
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

const companions: readonly Companion[] = table.companions;
const contradictions: readonly Contradiction[] = table.contradictions;

/** Checks elements of one map that need each other, or that do not go together. */
export function checkTogether(source: UnattendSource, element: XmlElement, path: string): Problem[] {
	const problems: Problem[] = [];
	const isHere = (place: string): boolean => path === place || path.endsWith(`/${place}`);
	for (const { in: place, with: condition, needs } of companions) {
		if (!isHere(place)) continue;
		const cause = condition === undefined ? element : met(source, element, condition);
		const [missing = ''] = needs.split(' ');
		if (cause === undefined || needs.split(' ').some(name => childNamed(element, name))) continue;
		problems.push(problem('autoyast-companion', nameOf(cause), { name: cause.name, missing }));
	}
	for (const { in: place, first, second, why } of contradictions) {
		const one = isHere(place) ? met(source, element, first) : undefined;
		const other = one && met(source, element, second);
		if (one && other) {
			problems.push(problem('autoyast-contradiction', nameOf(other), { first: one.name, second: other.name, why }));
		}
	}
	return problems;
}

/** The child that meets a condition; what a macro leaves open meets none. */
function met(source: UnattendSource, element: XmlElement, { name, is, not }: Condition): XmlElement | undefined {
	const child = childNamed(element, name);
	const text = literal(source, child);
	if (child === undefined || text === undefined || text === '') return undefined;
	if (is !== undefined) return is.split(' ').includes(text) ? child : undefined;
	return not?.split(' ').includes(text) ? undefined : child;
}
