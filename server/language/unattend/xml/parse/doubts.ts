import { partitionPoint } from '../../../partitionPoint';
import type { Span } from '../../../span';
import { endOf, type XmlElement } from './xmlNode';
import { isElement, nameOf } from './xmlTree';

/** Tells whether a report at an offset may follow from another one. */
type Doubt = (offset: number) => boolean;

export const holds = (element: XmlElement, offset: number): boolean =>
	offset >= element.offset && offset < endOf(element);

/** The child at an offset, when it is an element: nodes stand one behind the other. */
function childAt({ children }: XmlElement, offset: number): XmlElement | undefined {
	const child = children[partitionPoint(children, node => node.offset <= offset) - 1];
	return child && isElement(child) && holds(child, offset) ? child : undefined;
}

/** The innermost element at an offset. */
export function elementAt(root: XmlElement, offset: number): XmlElement | undefined {
	let around: XmlElement | undefined;
	for (let next: XmlElement | undefined = root; next && holds(next, offset); ) {
		around = next;
		next = childAt(next, offset);
	}
	return around;
}

/** The stretch of a whole element. */
export const spanOf = (element: XmlElement): Span => ({ start: element.offset, end: endOf(element) });

/**
 * Where it is said what is missing in some elements: at their names, or at those of elements around them; the root
 * element excepted.
 */
export function namesAround(elements: readonly (XmlElement | undefined)[]): Span[] {
	const named = new Set<XmlElement>();
	for (const innermost of elements) {
		for (let element = innermost; element?.parent && !named.has(element); element = element.parent) named.add(element);
	}
	return [...named].map(element => {
		const { start, end } = nameOf(element);
		return { start, end: end + 1 };
	});
}

/** Whatever lies in one of many stretches is doubtful; they are put in order once, so that a look-up is quick. */
export function doubtOfSpans(spans: readonly Span[]): Doubt {
	const merged: { start: number; end: number }[] = [];
	for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return offset => offset < (merged[partitionPoint(merged, ({ start }) => start <= offset) - 1]?.end ?? 0);
}
