import type { SemanticToken } from '../../../language';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { allElements, nameOf, textOf, textPlace, xmlOf } from '../parse/xmlTree';
import type { NamedThing } from './namedThings';

/** What a dialect knows about an element, for its colours. */
export interface KnownElement {
	/** Words that it may hold, in lower case; `undefined` when its text is free. */
	readonly words: readonly string[] | undefined;
	/** Values of attributes that are known words. */
	readonly attributes?: readonly Span[];
}

/** Known elements, known values and names that are meant at several places; what stays plain is not known. */
export function xmlTokens(
	source: UnattendSource,
	knownOf: (element: XmlElement) => KnownElement | undefined,
	things: readonly NamedThing[],
): SemanticToken[] {
	const tokens: SemanticToken[] = [];
	const add = ({ start, end }: Span, type: SemanticToken['type']): void => {
		if (end > start) tokens.push({ offset: start, length: end - start, type });
	};
	for (const element of allElements(xmlOf(source).root)) {
		const known = knownOf(element);
		if (known === undefined) continue;
		const name = nameOf(element);
		add(name, 'property');
		// An end tag that breaks off still closes its element.
		if (element.closeOffset !== undefined && source.masked.startsWith(`</${element.name}`, element.closeOffset)) {
			const start = element.closeOffset + 2;
			add({ start, end: start + element.name.length }, 'property');
		}
		for (const value of known.attributes ?? []) add(value, 'enumMember');
		if (known.words?.includes(textOf(element).trim().toLowerCase())) add(textPlace(element), 'enumMember');
	}
	for (const { definitions, uses } of things) {
		if (definitions.length > 0) for (const place of [...definitions, ...uses]) add(place, 'variable');
	}
	return tokens.sort((a, b) => a.offset - b.offset);
}
