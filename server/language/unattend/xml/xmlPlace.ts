import type { UnattendSource } from '../unattendSource';
import { macrosIn } from '../values/macrosIn';
import { possibleTexts, type TextPlace } from '../values/possibleTexts';
import { isTemplateText } from '../values/templateMarks';
import type { XmlAttribute, XmlElement } from './parse/xmlNode';
import { decodeReferences } from './parse/xmlReferences';
import { textOf, textPlace, valueOfAttribute } from './parse/xmlTree';

/** The text of an element as a place whose final text can be computed; markup in it hides where parts stand. */
export const elementPlace = ({ masked }: UnattendSource, element: XmlElement): TextPlace => {
	const { start, end } = textPlace(element);
	const text = textOf(element);
	const decode = masked.slice(start, end).includes('<') ? undefined : decodeReferences;
	return { start, end, text, isTemplate: isTemplateText(text), decode };
};

/** The value of an attribute as such a place. */
export const attributePlace = (attribute: XmlAttribute): TextPlace => ({
	...valueOfAttribute(attribute),
	text: attribute.value,
	isTemplate: isTemplateText(attribute.value),
	decode: decodeReferences,
});

/** The text of an element when it can be only one; `undefined` where a macro, a template mark or broken XML leaves it open. */
export const onlyText = (source: UnattendSource, element: XmlElement | undefined): string | undefined =>
	element && !element.broken ? onlyTextAt(source, elementPlace(source, element)) : undefined;

/** The same for any place. */
export function onlyTextAt(source: UnattendSource, place: TextPlace): string | undefined {
	const possible = possibleTexts(source, place);
	return possible?.extent === 'all' && possible.texts.length === 1 ? possible.texts[0] : undefined;
}

/** True when a macro stands in the text of an element. */
export const holdsMacros = (source: UnattendSource, element: XmlElement): boolean =>
	source.macros.length > 0 && macrosIn(source, textPlace(element)).length > 0;
