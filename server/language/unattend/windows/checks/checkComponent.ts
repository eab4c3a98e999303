import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { attributeValue, refusedBy } from '../../xml/macroValues';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, nameOf } from '../../xml/parse/xmlTree';
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
export function checkComponent(check: ComponentCheck, problems: Problem[]): void {
	const { source, component } = check;
	for (const attribute of requiredAttributes) {
		if (attributeNamed(component, attribute)) continue;
		const value = usualValues.get(attribute) ?? '';
		problems.push(problem('windows-component-attribute', nameOf(component), { attribute, value }));
	}
	checkListed(source, component, 'processorArchitecture', architectures, problems);
	checkListed(source, component, 'versionScope', versionScopes, problems);
	checkToken(source, component, problems);
	checkName(check, problems);
}

function checkListed(
	source: UnattendSource,
	component: XmlElement,
	name: string,
	listed: readonly string[],
	problems: Problem[],
): void {
	const attribute = attributeNamed(component, name);
	if (attribute === undefined) return;
	const value = attributeValue(source, attribute);
	const refused = refusedBy(value, text => listed.some(each => each.toLowerCase() === text.toLowerCase()));
	if (refused === undefined) return;
	const near = nearestName(refused, listed);
	const facts = { attribute: name, value: refused, known: listed, ...(near === undefined ? {} : { suggestion: near }) };
	problems.push(problem('windows-component-value', value.place, facts, value.related));
}

function checkToken(source: UnattendSource, component: XmlElement, problems: Problem[]): void {
	const attribute = attributeNamed(component, 'publicKeyToken');
	if (attribute === undefined) return;
	const value = attributeValue(source, attribute);
	const usual = usualValues.get('publicKeyToken') ?? '';
	const refused = refusedBy(value, text => text.toLowerCase() === usual);
	if (refused === undefined) return;
	problems.push(problem('windows-component-token', value.place, { value: refused, suggestion: usual }, value.related));
}

function checkName({ source, component, pass, found }: ComponentCheck, problems: Problem[]): void {
	const attribute = attributeNamed(component, 'name');
	if (attribute === undefined) return;
	const value = attributeValue(source, attribute);
	const name = value.texts?.length === 1 ? value.texts[0] : undefined;
	if (name === undefined) return;
	const facts = componentFacts(name);
	if (facts === undefined) {
		const near = componentFacts(`Microsoft-Windows-${name}`)?.name ?? nearestName(name, componentNames);
		if (near !== undefined) {
			problems.push(problem('windows-component-unknown', value.place, { name, suggestion: near }));
		}
	} else if (pass !== undefined && pass !== 'oobeUser' && !facts.passes.includes(pass)) {
		const place = value.place;
		problems.push(problem('windows-component-pass', place, { name, pass, passes: facts.passes }));
	}
	const architecture = attributeNamed(component, 'processorArchitecture')?.value ?? '';
	const key = `${name} ${architecture}`.toLowerCase();
	if (found.has(key)) problems.push(problem('windows-component-repeated', value.place, { name, pass: pass ?? '' }));
	found.set(key, component);
}
