import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { word } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, nameOf } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { architectures, componentFacts, componentNames, versionScopes } from '../windowsTable';

/** A component element under check. */
interface ComponentCheck {
	readonly source: UnattendSource;
	readonly component: XmlElement;
	/** `undefined` when it is not known. */
	readonly pass: string | undefined;
	/** Components of this pass so far, by name and architecture. */
	readonly found: Map<string, XmlElement>;
}

const requiredAttributes = ['name', 'processorArchitecture', 'publicKeyToken', 'language'] as const;

/** What nearly every component says; a fix fills it in. */
export const usualValues: ReadonlyMap<string, string> = new Map(
	Object.entries({
		processorArchitecture: 'amd64',
		publicKeyToken: '31bf3856ad364e35',
		language: 'neutral',
		versionScope: 'nonSxS',
	}),
);

/** Checks the attributes of a component, and that it may stand in its pass. */
export function checkComponent(check: ComponentCheck): Problem[] {
	const problems: Problem[] = [];
	const { source, component } = check;
	for (const attribute of requiredAttributes) {
		if (attributeNamed(component, attribute)) continue;
		const value = usualValues.get(attribute) ?? '';
		problems.push(problem('windows-component-attribute', nameOf(component), { attribute, value }));
	}
	problems.push(...checkListed(source, component, 'processorArchitecture', architectures));
	problems.push(...checkListed(source, component, 'versionScope', versionScopes));
	problems.push(...checkToken(source, component));
	problems.push(...checkName(check));
	return problems;
}

function checkListed(
	source: UnattendSource,
	component: XmlElement,
	name: string,
	listed: readonly string[],
): Problem[] {
	const attribute = attributeNamed(component, name);
	if (attribute === undefined) return [];
	const place = attributePlace(attribute);
	const found = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: `The attribute ${name}`,
		demand: word(listed, { anyCase: true }),
		isStrict: true,
		literal(text) {
			const near = nearestName(text, listed);
			const facts = {
				attribute: name,
				value: text,
				known: listed,
				...(near === undefined ? {} : { suggestion: near }),
			};
			return problem('windows-component-value', place, facts);
		},
	});
	return found ? [found] : [];
}

function checkToken(source: UnattendSource, component: XmlElement): Problem[] {
	const attribute = attributeNamed(component, 'publicKeyToken');
	if (attribute === undefined) return [];
	const place = attributePlace(attribute);
	const usual = usualValues.get('publicKeyToken') ?? '';
	const found = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: 'The attribute publicKeyToken',
		demand: word([usual], { anyCase: true }),
		isStrict: false,
		literal: text => problem('windows-component-token', place, { value: text, suggestion: usual }),
	});
	return found ? [found] : [];
}

function checkName({ source, component, pass, found }: ComponentCheck): Problem[] {
	const problems: Problem[] = [];
	const attribute = attributeNamed(component, 'name');
	if (attribute === undefined) return [];
	const place = attributePlace(attribute);
	const name = onlyTextAt(source, place);
	if (name === undefined) return [];
	const facts = componentFacts(name);
	if (facts === undefined) {
		const near = componentFacts(`Microsoft-Windows-${name}`)?.name ?? nearestName(name, componentNames);
		if (near !== undefined) {
			problems.push(problem('windows-component-unknown', place, { name, suggestion: near }));
		}
	} else if (pass !== undefined && pass !== 'oobeUser' && !facts.passes.includes(pass)) {
		problems.push(problem('windows-component-pass', place, { name, pass, passes: facts.passes }));
	}
	const architecture = attributeNamed(component, 'processorArchitecture')?.value ?? '';
	const key = `${name} ${architecture}`.toLowerCase();
	if (found.has(key)) problems.push(problem('windows-component-repeated', place, { name, pass: pass ?? '' }));
	found.set(key, component);
	return problems;
}
