import { english, t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { type Demand, word } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, childNamed, elementsOf, nameOf } from '../../xml/parse/xmlTree';
import { attributePlace } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { architectures } from '../windowsTable';
import { checkAttributes } from './checkAttributes';

interface AttributeDemand extends Demand {
	/** Words among which the intended one is looked for. */
	readonly values?: readonly string[];
}

interface ServicingElement {
	readonly known: readonly string[];
	readonly required: readonly string[];
	readonly values: Readonly<Record<string, AttributeDemand>>;
	readonly children: readonly string[];
}

const listed = (values: readonly string[], options?: { anyCase: boolean }): AttributeDemand => ({
	...word(values, options),
	values,
});
const form = (pattern: RegExp, expected: string): AttributeDemand => ({
	accepts: text => pattern.test(text.trim()),
	expected,
});
const permanence = listed(['removable', 'permanent', 'temporary']);

/** The elements below servicing, as the outer schema of the ADK has them. */
const elements: Readonly<Record<string, ServicingElement>> = {
	servicing: { known: [], required: [], values: {}, children: ['package'] },
	package: {
		known: ['action', 'permanence'],
		required: ['action'],
		values: { action: listed(['install', 'configure', 'stage', 'remove']), permanence },
		children: ['assemblyIdentity', 'source', 'selection'],
	},
	assemblyIdentity: {
		known: ['name', 'version', 'processorArchitecture', 'publicKeyToken', 'language', 'versionScope', 'buildType'],
		required: ['name', 'version', 'processorArchitecture', 'publicKeyToken', 'language'],
		values: {
			version: form(/^\d{0,5}(\.\d{0,5}){3}$/, english('four numbers joined with dots')),
			processorArchitecture: listed(architectures, { anyCase: true }),
			publicKeyToken: form(/^[\da-f]{16}$/i, english('16 hexadecimal digits')),
		},
		children: [],
	},
	source: { known: ['location', 'permanence'], required: ['location'], values: { permanence }, children: [] },
	selection: {
		known: ['name', 'state'],
		required: ['name', 'state'],
		values: { state: listed(['true', 'false', '1', '0']) },
		children: [],
	},
};

/** Checks the packages that an answer file adds, takes away or configures; it is a few levels deep. */
export function checkServicing(source: UnattendSource, element: XmlElement): Problem[] {
	const rules = Object.hasOwn(elements, element.localName) ? elements[element.localName] : undefined;
	if (rules === undefined || element.broken) return [];
	const { problems, missing } = checkAttributes(source, element, rules);
	for (const attribute of missing)
		problems.push(
			problem('windows-servicing-missing', nameOf(element), {
				element: element.name,
				missing: t('the attribute {attribute}', { attribute }),
			}),
		);
	for (const [name, demand] of Object.entries(rules.values)) {
		const found = checkAttribute(source, element, name, demand);
		if (found) problems.push(found);
	}
	let isWhole = true;
	for (const child of elementsOf(element)) {
		if (child.namespace !== element.namespace) continue;
		if (rules.children.includes(child.localName)) appendAll(problems, checkServicing(source, child));
		else problems.push(unknownElement(child, element, rules.children));
		if (child.broken || !rules.children.includes(child.localName)) isWhole = false;
	}
	if (element.localName === 'package' && isWhole && !childNamed(element, 'assemblyIdentity')) {
		const facts = { element: element.name, missing: t('an <assemblyIdentity>') };
		problems.push(problem('windows-servicing-missing', nameOf(element), facts));
	}
	return problems;
}

function checkAttribute(
	source: UnattendSource,
	element: XmlElement,
	name: string,
	demand: AttributeDemand,
): Problem | undefined {
	const attribute = attributeNamed(element, name);
	if (attribute === undefined) return undefined;
	const place = attributePlace(attribute);
	return checkPlace(source, place, {
		rules: windowsMacroRules,
		place: t('The attribute {name}', { name }),
		demand,
		isStrict: false,
		literal(text) {
			const near = demand.values && nearestName(text, demand.values);
			const facts = { name, element: element.name, wanted: demand.expected, value: text === '' ? 'nothing' : text };
			return problem('windows-servicing-value', place, {
				...facts,
				...(near === undefined ? {} : { suggestion: near }),
			});
		},
	});
}

function unknownElement(child: XmlElement, parent: XmlElement, known: readonly string[]): Problem {
	const near = nearestName(child.localName, known);
	return problem('windows-element-unknown', nameOf(child), {
		name: child.name,
		parent: parent.name,
		known: known.length === 0 ? 'attributes' : known.map(each => `<${each}>`).join(', '),
		...(near === undefined ? {} : { suggestion: near }),
	});
}
