import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
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
import { checkAttributes } from './checkAttributes';

/** A component element under check. */
interface ComponentCheck {
	readonly source: UnattendSource;
	readonly component: XmlElement;
	/** `undefined` when it is not known. */
	readonly pass: string | undefined;
	/** Components of this pass so far, by name and architecture. */
	readonly found: Map<string, XmlElement>;
}

const componentAttributes = {
	known: ['name', 'version', 'processorArchitecture', 'publicKeyToken', 'language', 'versionScope'],
	required: ['name', 'processorArchitecture', 'publicKeyToken', 'language'],
} as const;

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
	const { source, component } = check;
	const { problems, missing } = checkAttributes(source, component, componentAttributes);
	for (const attribute of missing) {
		const value = usualValues.get(attribute) ?? '';
		problems.push(problem('windows-component-attribute', nameOf(component), { attribute, value }));
	}
	appendAll(problems, checkListed(source, component, 'processorArchitecture', architectures));
	appendAll(problems, checkListed(source, component, 'versionScope', versionScopes));
	appendAll(problems, checkUsual(source, component, 'publicKeyToken', 'windows-component-token'));
	appendAll(problems, checkUsual(source, component, 'language', 'windows-component-language'));
	appendAll(problems, checkName(check));
	return problems;
}

/** What others call the architectures. */
const otherNames: ReadonlyMap<string, string> = new Map(
	Object.entries({ x64: 'amd64', x86_64: 'amd64', 'x86-64': 'amd64', i386: 'x86', aarch64: 'arm64' }),
);

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
		place: t('The attribute {name}', { name }),
		demand: word(listed, { anyCase: true }),
		isStrict: true,
		literal(text) {
			const near = otherNames.get(text.toLowerCase()) ?? nearestName(text, listed);
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

/** All components of Windows have the same value here. */
function checkUsual(
	source: UnattendSource,
	component: XmlElement,
	name: 'publicKeyToken' | 'language',
	code: 'windows-component-token' | 'windows-component-language',
): Problem[] {
	const attribute = attributeNamed(component, name);
	if (attribute === undefined) return [];
	const place = attributePlace(attribute);
	const usual = usualValues.get(name) ?? '';
	const found = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: t('The attribute {name}', { name }),
		demand: word([usual], { anyCase: true }),
		isStrict: false,
		literal: text => problem(code, place, { value: text === '' ? 'nothing' : text, suggestion: usual }),
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
		const near = componentFacts(`${family}${name}`)?.name ?? nearestComponent(name);
		if (near !== undefined) problems.push(problem('windows-component-unknown', place, { name, suggestion: near }));
		else if (name.startsWith(family)) problems.push(problem('windows-component-unlisted', place, { name }));
	} else if (pass !== undefined && pass !== 'oobeUser' && !facts.passes.includes(pass)) {
		problems.push(problem('windows-component-pass', place, { name, pass, passes: facts.passes }));
	}
	const architecture = attributeNamed(component, 'processorArchitecture')?.value ?? '';
	const key = `${name} ${architecture}`.toLowerCase();
	if (found.has(key)) problems.push(problem('windows-component-repeated', place, { name, pass: pass ?? '' }));
	found.set(key, component);
	return problems;
}

const family = 'Microsoft-Windows-';
const shortNames: ReadonlyMap<string, string> = new Map(componentNames.map(name => [withoutFamily(name), name]));

function withoutFamily(name: string): string {
	return name.toLowerCase().startsWith(family.toLowerCase()) ? name.slice(family.length) : name;
}

/** The component that is meant: what all names begin with makes none of them alike, unless it is misspelt itself. */
function nearestComponent(name: string): string | undefined {
	const short = withoutFamily(name);
	const near = nearestName(short, shortNames.keys());
	if (near !== undefined) return shortNames.get(near);
	return short === name ? nearestName(name, componentNames) : undefined;
}
