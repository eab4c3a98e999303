import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { checkPlace } from '../../values/checkPlace';
import { word } from '../../values/demand';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, elementsOf, nameOf, nameOfAttribute, xmlOf } from '../../xml/parse/xmlTree';
import { attributePlace, onlyTextAt } from '../../xml/xmlPlace';
import { windowsMacroRules } from '../windowsMacroRules';
import { passes, unattendNamespace } from '../windowsTable';
import { checkComponent } from './checkComponent';

const rootChildren: readonly string[] = ['servicing', 'settings'];

/** A component in its pass. */
export interface PlacedComponent {
	readonly element: XmlElement;
	readonly pass: string | undefined;
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
	const found = new Map<string, XmlElement>();
	for (const child of elementsOf(settings)) {
		if (child.namespace !== settings.namespace) continue;
		if (child.localName !== 'component') {
			if (!settings.broken) {
				problems.push(problem('windows-element-unknown', nameOf(child), misplaced(child, ['component'])));
			}
		} else if (!child.broken) {
			checkComponent({ source, component: child, pass, found }, problems);
			components.push({ element: child, pass });
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
	const place = attributePlace(attribute);
	const names = Object.keys(passes);
	const refused = checkPlace(source, place, {
		rules: windowsMacroRules,
		place: 'The attribute pass',
		demand: word(names),
		isStrict: true,
		literal(text) {
			const near = nearestName(text, names);
			const facts = { pass: text, known: names, ...(near === undefined ? {} : { suggestion: near }) };
			return problem('windows-pass-unknown', place, facts);
		},
	});
	if (refused) problems.push(refused);
	const pass = refused ? undefined : onlyTextAt(source, place);
	if (pass === undefined) return undefined;
	if (seen.has(pass)) problems.push(problem('windows-pass-repeated', nameOfAttribute(attribute), { pass }));
	seen.set(pass, settings);
	return pass;
}
