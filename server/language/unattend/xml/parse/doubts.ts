import type { Span } from '../../../span';
import { endOf, type XmlElement } from './xmlNode';
import { elementsOf, nameOf } from './xmlTree';

/** Tells whether a report at an offset may follow from another one. */
export type Doubt = (offset: number) => boolean;

export const holds = (element: XmlElement, offset: number): boolean =>
	offset >= element.offset && offset < endOf(element);

/** The innermost element at an offset. */
export function elementAt(root: XmlElement, offset: number): XmlElement | undefined {
	let around: XmlElement | undefined;
	for (let next: XmlElement | undefined = root; next && holds(next, offset); ) {
		around = next;
		next = elementsOf(next).find(child => holds(child, offset));
	}
	return around;
}

/** What is missing in an element is said at its name, or at that of one around it; the root element excepted. */
export function doubtOfNames(innermost: XmlElement | undefined): Doubt {
	const names: Span[] = [];
	for (let element = innermost; element?.parent; element = element.parent) names.push(nameOf(element));
	return offset => names.some(({ start, end }) => offset >= start && offset <= end);
}
