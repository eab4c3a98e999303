import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { attributeValue, refusedBy } from '../../xml/macroValues';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, elementsOf, nameOf, nameOfAttribute, xmlOf } from '../../xml/parse/xmlTree';
import { passes, unattendNamespace } from '../windowsTable';
import { checkComponent } from './checkComponent';
import { checkText } from './checkText';

const rootChildren: readonly string[] = ['servicing', 'settings'];

/** A component in its pass. */
export interface PlacedComponent {
	readonly element: XmlElement;
	readonly pass: string | undefined;
	/** Its name is reported, so its settings may be those of another component. */
	readonly isDoubtful: boolean;
}

/** Checks the outer structure: root, passes and components; gives the components to be looked into. */
export function checkOutline(source: UnattendSource, problems: Problem[]): PlacedComponent[] {
	const { root } = xmlOf(source);
	if (root === undefined) return [];
	if (root.localName !== 'unattend') {
		problems.push(problem('windows-root', nameOf(root), { name: root.name }));
		return [];
	}
	if (root.namespace !== unattendNamespace) {
		problems.push(problem('windows-namespace', nameOf(root), { found: root.namespace ?? 'none' }));
	}
	checkText(source, root, problems);
	const components: PlacedComponent[] = [];
	const seen = new Map<string, XmlElement>();
	for (const child of elementsOf(root)) {
		if (child.namespace !== root.namespace) continue;
		if (child.localName === 'settings') components.push(...checkSettings(source, child, seen, problems));
		else if (!rootChildren.includes(child.localName)) {
			problems.push(problem('windows-element-unknown', nameOf(child), misplaced(child, rootChildren)));
		}
	}
	return components;
}

/** What says that a component is another one than meant. */
const nameReports: ReadonlySet<string> = new Set(['windows-component-pass', 'windows-component-repeated']);

function misplaced(child: XmlElement, known: readonly string[]) {
	const near = nearestName(child.localName, known);
	return {
		name: child.name,
		parent: child.parent?.name ?? '',
		known: known.map(each => `<${each}>`).join(' and '),
		...(near === undefined ? {} : { suggestion: near }),
	};
}

function checkSettings(
	source: UnattendSource,
	settings: XmlElement,
	seen: Map<string, XmlElement>,
	problems: Problem[],
): PlacedComponent[] {
	const pass = settings.broken ? undefined : checkPass(source, settings, seen, problems);
	const components: PlacedComponent[] = [];
	if (!settings.broken) checkText(source, settings, problems);
	const found = new Map<string, XmlElement>();
	for (const child of elementsOf(settings)) {
		if (child.namespace !== settings.namespace) continue;
		if (child.localName !== 'component') {
			if (!settings.broken) {
				problems.push(problem('windows-element-unknown', nameOf(child), misplaced(child, ['component'])));
			}
		} else if (!child.broken) {
			const before = problems.length;
			checkComponent({ source, component: child, pass, found }, problems);
			const isDoubtful = problems.slice(before).some(({ code }) => nameReports.has(code));
			components.push({ element: child, pass, isDoubtful });
		}
	}
	return components;
}

/** The pass of a settings element, when it is a real one. */
function checkPass(
	source: UnattendSource,
	settings: XmlElement,
	seen: Map<string, XmlElement>,
	problems: Problem[],
): string | undefined {
	const attribute = attributeNamed(settings, 'pass');
	if (attribute === undefined) {
		problems.push(problem('windows-pass-missing', nameOf(settings), {}));
		return undefined;
	}
	const value = attributeValue(source, attribute);
	const isPass = (text: string): boolean => Object.hasOwn(passes, text);
	const refused = refusedBy(value, isPass);
	if (refused !== undefined) {
		const near = nearestName(refused, Object.keys(passes));
		const facts = { pass: refused, known: Object.keys(passes), ...(near === undefined ? {} : { suggestion: near }) };
		problems.push(problem('windows-pass-unknown', value.place, facts, value.related));
		return undefined;
	}
	const pass = value.texts?.length === 1 ? value.texts[0] : undefined;
	if (pass === undefined) return undefined;
	if (seen.has(pass)) problems.push(problem('windows-pass-repeated', nameOfAttribute(attribute), { pass }));
	seen.set(pass, settings);
	return pass;
}
