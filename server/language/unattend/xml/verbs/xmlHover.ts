import type { Hover } from 'vscode-languageserver-types';
import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { nameOf, nodeAt, xmlOf } from '../parse/xmlTree';
import type { Vocabulary } from './vocabulary';
import { enclosing } from './xmlCompletion';

/** What a dialect knows about the tag or attribute at an offset. */
export function hoverXml(source: UnattendSource, offset: number, vocabulary: Vocabulary): Hover | undefined {
	const node = nodeAt(xmlOf(source), offset) ?? enclosing(source, offset);
	const element = node?.kind === 'element' ? node : undefined;
	if (element === undefined) return undefined;
	for (const attribute of element.attributes) {
		const place = { start: attribute.nameOffset, end: attribute.valueOffset + attribute.valueLength };
		if (!within(place, offset)) continue;
		return shown(source, place, vocabulary.describeAttribute(source, element, attribute));
	}
	const place = [nameOf(element), closingName(element)].find(each => each !== undefined && within(each, offset));
	return place && shown(source, place, vocabulary.describe(source, element));
}

const within = ({ start, end }: Span, offset: number): boolean => offset >= start && offset <= end;

const closingName = ({ closeOffset, name }: XmlElement): Span | undefined =>
	closeOffset === undefined ? undefined : { start: closeOffset + 2, end: closeOffset + 2 + name.length };

function shown({ document }: UnattendSource, place: Span, value: string | undefined): Hover | undefined {
	if (value === undefined) return undefined;
	const range = { start: document.positionAt(place.start), end: document.positionAt(place.end) };
	return { contents: { kind: 'markdown', value }, range };
}
