import { inARow } from '../../../../texts/inARow';
import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { word } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, elementsOf, nameOf, nameOfAttribute, valueOfAttribute, xmlOf } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { passes, unattendNamespace, wcmNamespace } from '../windowsTable';
import { checkAttributes } from './checkAttributes';
import { checkComponent } from './checkComponent';
import { checkServicing } from './checkServicing';
import { checkText } from './checkText';

const rootChildren: readonly string[] = ['servicing', 'settings'];

/** A component in its pass. */
export interface PlacedComponent {
	readonly element: XmlElement;
	/** The settings that it stands in. */
	readonly settings: XmlElement;
	readonly pass: string | undefined;
	/** Its name is reported, so its settings may be those of another component. */
	readonly isDoubtful: boolean;
}

/** What a check of the outer structure finds: reports, and the components to be looked into. */
interface Outline {
	readonly problems: Problem[];
	readonly components: PlacedComponent[];
}

/** Checks the outer structure: root, passes and components. */
export function checkOutline(source: UnattendSource): Outline {
	const { root } = xmlOf(source);
	const outline: Outline = { problems: [], components: [] };
	if (root === undefined) return outline;
	const { problems } = outline;
	if (root.localName !== 'unattend') {
		const isNear = nearestName(root.localName, ['unattend']) !== undefined;
		problems.push(
			problem('windows-root', nameOf(root), { name: root.name, ...(isNear ? { suggestion: 'unattend' } : {}) }),
		);
		return outline;
	}
	if (root.namespace !== unattendNamespace) {
		problems.push(problem('windows-namespace', nameOf(root), { found: root.namespace ?? t('none') }));
	}
	appendAll(problems, checkListNamespace(root));
	appendAll(problems, checkText(source, root));
	const seen = new Map<string, XmlElement>();
	const strangers: XmlElement[] = [];
	for (const child of elementsOf(root)) {
		if (child.namespace !== root.namespace) continue;
		if (child.localName === 'settings') readSettings(source, child, { outline, seen });
		else if (child.localName === 'servicing') appendAll(problems, checkServicing(source, child));
		else strangers.push(child);
	}
	appendAll(problems, reportStrangers(strangers, rootChildren));
	return outline;
}

/** The prefix of list entries stands for another namespace, so `wcm:action` means nothing. */
function checkListNamespace(root: XmlElement): Problem[] {
	return [root, ...elementsOf(root).flatMap(elementsOf)].flatMap(({ attributes }) =>
		attributes
			.filter(({ name, value }) => name === 'xmlns:wcm' && value !== wcmNamespace)
			.map(attribute =>
				problem('windows-list-namespace', valueOfAttribute(attribute), {
					suggestion: wcmNamespace,
					found: attribute.value,
				}),
			),
	);
}

/** What says that a component is another one than meant. */
const nameReports: ReadonlySet<string> = new Set(['windows-component-pass', 'windows-component-repeated']);

/** Elements that an element does not have: each that is misspelt, and of the others, whose tags are gone, the first. */
function reportStrangers(strangers: readonly XmlElement[], known: readonly string[]): Problem[] {
	const isNear = (child: XmlElement): boolean => nearestName(child.localName, known) !== undefined;
	const first = strangers.find(child => !isNear(child));
	return strangers
		.filter(child => child === first || isNear(child))
		.map(child => problem('windows-element-unknown', nameOf(child), misplaced(child, known)));
}

function misplaced(child: XmlElement, known: readonly string[]) {
	const near = nearestName(child.localName, known);
	return {
		name: child.name,
		parent: child.parent?.name ?? '',
		known: inARow(known.map(each => `<${each}>`)),
		...(near === undefined ? {} : { suggestion: near }),
	};
}

interface SoFar {
	readonly outline: Outline;
	/** Settings by their pass. */
	readonly seen: Map<string, XmlElement>;
}

function readSettings(source: UnattendSource, settings: XmlElement, { outline, seen }: SoFar): void {
	const { problems, components } = outline;
	const checked = settings.broken ? undefined : checkPass(source, settings, seen);
	if (checked) appendAll(problems, checked.found);
	const pass = checked?.pass;
	if (!settings.broken) appendAll(problems, checkText(source, settings));
	const found = new Map<string, XmlElement>();
	const strangers: XmlElement[] = [];
	for (const child of elementsOf(settings)) {
		if (child.namespace !== settings.namespace) continue;
		if (child.localName !== 'component') {
			if (!settings.broken) strangers.push(child);
		} else if (!child.broken) {
			const ofComponent = checkComponent({ source, component: child, pass, found });
			appendAll(problems, ofComponent);
			components.push({
				element: child,
				settings,
				pass,
				isDoubtful: ofComponent.some(({ code }) => nameReports.has(code)),
			});
		}
	}
	// A pass that is written as an element is said to be missing as an attribute.
	const isNamed = attributeNamed(settings, 'pass') !== undefined;
	const others = strangers.filter(({ localName }) => isNamed || localName !== 'pass');
	appendAll(problems, reportStrangers(others, ['component']));
}

/** Setup itself notes which passes are done. */
const settingsAttributes = { known: ['pass', 'wasPassProcessed'], required: ['pass'] } as const;

interface CheckedPass {
	readonly found: readonly Problem[];
	/** When it is a real one. */
	readonly pass?: string;
}

function checkPass(source: UnattendSource, settings: XmlElement, seen: Map<string, XmlElement>): CheckedPass {
	const { problems, missing } = checkAttributes(source, settings, settingsAttributes);
	const attribute = attributeNamed(settings, 'pass');
	if (attribute === undefined) {
		return { found: [...problems, ...missing.map(() => problem('windows-pass-missing', nameOf(settings), {}))] };
	}
	const place = attributePlace(attribute);
	const names = Object.keys(passes);
	const refused = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: t('The attribute pass'),
		demand: word(names),
		isStrict: true,
		literal(text) {
			const near = nearestName(text, names);
			const facts = { pass: text, known: names, ...(near === undefined ? {} : { suggestion: near }) };
			return problem('windows-pass-unknown', place, facts);
		},
	});
	if (refused) return { found: [...problems, refused] };
	const pass = onlyTextAt(source, place);
	if (pass === undefined) return { found: problems };
	if (seen.has(pass)) problems.push(problem('windows-pass-repeated', nameOfAttribute(attribute), { pass }));
	seen.set(pass, settings);
	return { pass, found: problems };
}
