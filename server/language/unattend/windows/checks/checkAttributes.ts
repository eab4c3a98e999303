import { t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, nameOfAttribute, xmlOf } from '../../xml/parse/xmlTree';

/** What the outer schema says about the attributes of an element. */
interface KnownAttributes {
	readonly known: readonly string[];
	readonly required: readonly string[];
}

/** What is wrong with the names of an element's attributes. */
interface CheckedAttributes {
	readonly problems: Problem[];
	/** Required ones that are neither there nor meant by another name. */
	readonly missing: readonly string[];
}

/** Holds the attributes of an element against those it can have; those with a prefix belong to somebody else. */
export function checkAttributes(
	source: UnattendSource,
	element: XmlElement,
	{ known, required }: KnownAttributes,
): CheckedAttributes {
	const problems: Problem[] = [];
	const strangers = element.attributes.filter(
		({ name, prefix }) => prefix === undefined && name !== 'xmlns' && !known.includes(name),
	);
	const absent = known.filter(name => attributeNamed(element, name) === undefined);
	const meant = new Set<string>();
	const lacking = required.filter(name => absent.includes(name));
	// One that is not known, where one is missing, is that one.
	const only = strangers.length === 1 && lacking.length === 1 ? lacking[0] : undefined;
	for (const attribute of strangers) {
		const { name } = attribute;
		const sameLetters = absent.find(each => each.toLowerCase() === name.toLowerCase());
		const near = sameLetters ?? nearestName(name, absent) ?? only;
		if (near !== undefined) meant.add(near);
		const hint = near === undefined ? '' : ` ${t('Did you mean {near}?', { near })}`;
		const facts = { name, element: element.name, hint, ...(near === undefined ? {} : { suggestion: near }) };
		problems.push(problem('windows-attribute-unknown', nameOfAttribute(attribute), facts));
	}
	const missing = lacking.filter(name => !meant.has(name));
	return { problems, missing: missing.length > 0 && isTagAtFault(source, element) ? [] : missing };
}

/** What an XML parser refuses in a start tag may be an attribute. */
function isTagAtFault(source: UnattendSource, { offset, contentOffset }: XmlElement): boolean {
	return xmlOf(source).faults.some(({ start }) => start >= offset && start < contentOffset);
}
