import { t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import type { Problem } from '../../../problem';
import { type Fixers, loses, safe, type TextFix } from '../../../quickFix';
import type { Span } from '../../../span';
import { insert, replace } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import type { XmlAttribute } from '../parse/xmlNode';
import { attributeNamed, nameOf, nodeAt, xmlOf } from '../parse/xmlTree';
import { reportedText } from './xmlFixes';

/** Namespaces of prefixes that everybody uses for the same thing. */
const usualNamespaces = new Map(
	Object.entries({
		config: 'http://www.suse.com/1.0/configns',
		wcm: 'http://schemas.microsoft.com/WMIConfig/2002/State',
		xsi: 'http://www.w3.org/2001/XMLSchema-instance',
		xi: 'http://www.w3.org/2001/XInclude',
		cpi: 'urn:schemas-microsoft-com:cpi',
	}),
);

/** Puts right what is wrong about attributes. */
export const attributeFixes: Fixers<UnattendSource> = {
	'xml-attribute': writeAttribute,
	'xml-attribute-quotes': problem => {
		if (problem.facts.value === '') return undefined;
		const value = String(problem.facts.value).replaceAll('"', '&quot;');
		return safe(t('Put the value in quotes'), replace(problem, `"${value}"`));
	},
	'xml-attribute-open': ({ end, facts: { quote, wrong } }) =>
		typeof wrong === 'number' && wrong > 0
			? safe(t('Close with the same quote'), replace({ start: wrong - 1, end: wrong }, String(quote)))
			: safe(t('Close the quote'), insert(end, String(quote))),
	'xml-attribute-space': ({ start }) => safe(t('Insert a blank'), insert(start, ' ')),
	'xml-attribute-repeated': removeRepeated,
	'xml-prefix-undeclared': declarePrefix,
};

/** A sign that was lost is put back, and one that nobody needs goes. */
function writeAttribute(problem: Problem, source: UnattendSource): TextFix | undefined {
	const text = reportedText(problem, source);
	const [, name, value] = /^([\w:.-]*\w)[\s:;,]*(["'].*)$/s.exec(text) ?? [];
	if (name !== undefined && value !== undefined) return safe(t('Insert ='), replace(problem, `${name}=${value}`));
	if (text.trim() === '') return safe(t('Change to a blank'), replace(problem, ' '));
	if (text.startsWith('<!--')) return loses(t('Remove the comment'), replace(problem, ''));
	return /[\p{L}\p{N}]/u.test(text)
		? undefined
		: safe(t('Remove {found}', { found: problem.facts.found }), replace(problem, ''));
}

/** Takes out an attribute with the blank before it. */
export const withoutAttribute = (
	{ text }: UnattendSource,
	{ nameOffset, valueOffset, valueLength }: XmlAttribute,
): Span => ({
	start: text.slice(0, nameOffset).trimEnd().length,
	end: valueOffset + valueLength + 1,
});

function removeRepeated(problem: Problem, source: UnattendSource): TextFix | undefined {
	const element = nodeAt(xmlOf(source), problem.start);
	if (element?.kind !== 'element') return undefined;
	const second = element.attributes.find(({ nameOffset }) => nameOffset === problem.start);
	const first = element.attributes.find(({ name }) => name === second?.name);
	if (second === undefined) return undefined;
	const fix = first?.value === second.value ? safe : loses;
	return fix(t('Remove the second {second}', { second: second.name }), replace(withoutAttribute(source, second), ''));
}

/** A prefix that is nearly one of those declared is that one; otherwise what everybody means by it is declared. */
function declarePrefix(problem: Problem, source: UnattendSource): TextFix | undefined {
	const prefix = String(problem.facts.prefix);
	const { root } = xmlOf(source);
	if (root === undefined) return undefined;
	const declared = root.attributes.filter(attribute => attribute.prefix === 'xmlns').map(({ localName }) => localName);
	const near = nearestName(prefix, declared);
	if (near !== undefined) return safe(t('Change to {near}', { near }), replace(problem, near));
	const namespace = usualNamespaces.get(prefix);
	if (namespace === undefined || attributeNamed(root, `xmlns:${prefix}`)) return undefined;
	return safe(
		t('Declare {prefix} in <{root}>', { prefix, root: root.name }),
		insert(nameOf(root).end, ` xmlns:${prefix}="${namespace}"`),
	);
}
