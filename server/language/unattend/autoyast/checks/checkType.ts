import { either } from '../../../../texts/inARow';
import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import type { XmlAttribute, XmlElement } from '../../xml/parse/xmlNode';
import { elementsOf, nameOf, nameOfAttribute } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import type { ElementFacts, ElementType } from '../autoyastTable';
import { nearestElement } from '../nearestElement';
import { autoyastMacroRules } from './checkValue';

export const configNamespace = 'http://www.suse.com/1.0/configns';

/** Is this one of the three spellings of the type attribute? A prefix that stands for nothing or for a namespace like it is another rule's matter. */
export function isTypeAttribute({ name, prefix, localName, namespace }: XmlAttribute): boolean {
	if (prefix === undefined) return name === 't' || name === 'type';
	return localName === 'type' && (namespace === configNamespace || namespace === undefined || prefix === 'config');
}

/** An attribute that was meant to be one: its name is close to it. */
const isMeantAsType = (attribute: XmlAttribute): boolean =>
	!isTypeAttribute(attribute) &&
	(attribute.prefix === undefined || attribute.prefix === 'config') &&
	(nearestElement(attribute.localName, ['type', 'configtype']) !== undefined ||
		attribute.localName === 'configtype' ||
		typeNames.has(attribute.value));

/** A word that only a type attribute has for its value. */
const typeNames: ReadonlySet<string> = new Set(['boolean', 'integer', 'list', 'map', 'string', 'symbol']);

const mustSay: readonly ElementType[] = ['boolean', 'integer', 'symbol', 'list'];

/** What a check of an element's attributes finds. */
interface CheckedType {
	readonly problems: Problem[];
	/** The type that the element has; `undefined` when its content cannot be judged. */
	readonly type: ElementType | undefined;
}

/** Checks an element's attributes and tells the type it has. */
export function checkType(source: UnattendSource, element: XmlElement, facts: ElementFacts): CheckedType {
	const problems: Problem[] = [];
	const { types } = facts;
	const { attributes } = element;
	const attribute =
		attributes.length === 0 ? undefined : (attributes.find(isTypeAttribute) ?? attributes.find(isMeantAsType));
	if (attributes.length > (attribute ? 1 : 0) || (attribute && isMeantAsType(attribute))) {
		for (const found of checkOthers(source, element)) problems.push(found);
		const second = attributes.find(other => other !== attribute && isTypeAttribute(other));
		if (second) problems.push(problem('autoyast-type-repeated', nameOfAttribute(second), { name: element.name }));
	}
	if (attribute === undefined) {
		const type = impliedType(element, facts);
		if (type !== undefined && mustSay.includes(type))
			problems.push(problem('autoyast-type-missing', nameOf(element), { name: element.name, type }));
		return { problems, type };
	}
	for (const type of types) if (type === attribute.value) return { problems, type };
	const place = attributePlace(attribute);
	const wrong = checkPlace(source, place, {
		rules: autoyastMacroRules,
		place: t('the type of <{element}>', { element: element.name }),
		demand: { accepts: text => types.some(type => type === text.trim()), expected: either(types), words: types },
		isStrict: true,
		literal: text =>
			problem('autoyast-type-wrong', place, {
				name: element.name,
				found: text.trim(),
				wanted: either(types),
				type: types[0] ?? '',
			}),
	});
	if (wrong) problems.push(wrong);
	const wanted = types.length === 1 ? types[0] : undefined;
	const given = onlyTextAt(source, place)?.trim();
	const type = given === undefined ? wanted : (types.find(each => each === given) ?? containerOf(wanted));
	return { problems, type };
}

/** With the wrong type, a list or map can still be looked into; a value cannot be judged. */
const containerOf = (type: ElementType | undefined): ElementType | undefined =>
	type === 'list' || type === 'map' ? type : undefined;

/** The type of an element that says nothing, by what stands in it. */
function impliedType(element: XmlElement, { types, children, items }: ElementFacts): ElementType | undefined {
	if (types.length === 1) return types[0];
	const [child] = elementsOf(element);
	const container = types.find(type => type === 'map') ?? types.find(type => type === 'list');
	if (child === undefined) return types.find(type => type === 'string') ?? container;
	const isItem = items.has(child.localName) && !children.has(child.localName);
	return isItem && types.includes('list') ? 'list' : container;
}

/** `configtype` lost its colon; another name keeps its prefix, if it has one. */
function spelling({ prefix, localName }: XmlAttribute): string {
	if (prefix !== undefined) return `${prefix}:type`;
	return localName.length > 6 && nearestElement(localName, ['configtype', 'type']) !== 'type' ? 'config:type' : 'type';
}

function checkOthers(source: UnattendSource, element: XmlElement): Problem[] {
	const problems: Problem[] = [];
	for (const attribute of element.attributes) {
		const { name, prefix } = attribute;
		if (name === 'xmlns' || prefix === 'xmlns' || isTypeAttribute(attribute)) continue;
		if (attribute.namespace === undefined && prefix !== undefined) continue;
		const place = nameOfAttribute(attribute);
		if (source.macros.some(({ start, end }) => start < place.end && end > place.start)) continue;
		const meant = isMeantAsType(attribute) ? spelling(attribute) : undefined;
		const hint = meant === undefined ? '' : ` ${t('Did you mean {meant}?', { meant })}`;
		const facts = { attribute: name, name: element.name, hint, ...(meant === undefined ? {} : { suggestion: meant }) };
		problems.push(problem('autoyast-attribute-unknown', place, facts));
	}
	return problems;
}
