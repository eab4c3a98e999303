import type { UnattendSource } from '../unattendSource';
import { type LiteralPlaces, type PlacedLiteral, placedLiteral } from '../values/placedLiteral';
import type { XmlElement } from './parse/xmlNode';
import { allElements, textPlace, xmlOf } from './parse/xmlTree';
import { keyAtEnd } from './pathKeys';

/**
 * The texts of elements whose place is listed, by the end of their path.
 * @param nameOf what a path calls an element
 */
export function xmlLiterals(
	source: UnattendSource,
	places: LiteralPlaces,
	nameOf: (element: XmlElement) => string = ({ localName }) => localName,
): readonly PlacedLiteral[] {
	const paths = new Map<XmlElement, string>();
	const found: PlacedLiteral[] = [];
	for (const element of allElements(xmlOf(source).root)) {
		const above = element.parent && paths.get(element.parent);
		const path = above === undefined ? nameOf(element) : `${above}/${nameOf(element)}`;
		paths.set(element, path);
		const [only, ...more] = element.children;
		if (element.broken || only?.kind !== 'text' || only.blank || more.length > 0) continue;
		const key = keyAtEnd(path, places);
		const literal = key === undefined ? undefined : placedLiteral(source, textPlace(element), places[key] ?? '');
		// A reference stands for another text, and how values are escaped is not known.
		if (literal && !/[&<>]/.test(literal.text)) found.push(literal);
	}
	return found;
}
