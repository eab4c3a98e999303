import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { attributeNamed, childNamed, elementsOf, isElement, nameOf, textOf } from '../../xml/parse/xmlTree';
import { type ComponentFacts, componentFacts, type SettingFacts, type SettingNode } from '../windowsTable';
import { checkCommand, holdsCommand } from './checkCommands';
import { checkItem, checkOrders } from './checkItems';
import { checkTwice, checkUnknown } from './checkNames';
import type { PlacedComponent } from './checkOutline';
import { checkSettingValue } from './checkSettingValue';
import { checkText } from './checkText';

interface Step {
	readonly element: XmlElement;
	readonly node: SettingNode;
}

/** Checks the settings of a component as far as they are known; an unknown one is not wrong. */
export function checkSettings(source: UnattendSource, placed: PlacedComponent): Problem[] {
	const problems: Problem[] = [];
	const component = componentFacts(attributeNamed(placed.element, 'name')?.value ?? '');
	if (component === undefined) return [];
	const waiting: Step[] = [{ element: placed.element, node: component.top }];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		const { element, node } = step;
		for (const child of element.children) {
			if (child.kind !== 'element' || child.namespace !== placed.element.namespace) continue;
			const below = node.children.get(child.localName);
			if (below === undefined) {
				if (!placed.isDoubtful) problems.push(...checkUnknown(component, node, child));
				continue;
			}
			problems.push(
				...checkSetting({ source, component, pass: placed.pass, element: child, node: below, facts: below.facts }),
			);
			if (below.facts.type === 'group' && !child.broken) waiting.push({ element: child, node: below });
		}
		const children = elementsOf(element);
		for (const found of checkTwice(node, children)) problems.push(found);
		if (children.length > 0) problems.push(...checkText(source, element));
		if (node.ordered) for (const found of checkOrders(source, children)) problems.push(found);
	}
	return problems;
}

/** One setting under check. */
export interface SettingCheck {
	readonly source: UnattendSource;
	readonly component: ComponentFacts;
	readonly pass: string | undefined;
	readonly element: XmlElement;
	readonly node: SettingNode;
	readonly facts: SettingFacts;
}

function checkSetting(check: SettingCheck): Problem[] {
	const problems: Problem[] = [];
	const { element, facts, node } = check;
	if (element.broken) return [];
	const name = element.localName;
	problems.push(...checkPass(check));
	if (facts.deprecated !== undefined) {
		problems.push(problem('windows-setting-deprecated', nameOf(element), { name, why: facts.deprecated }));
	}
	if (facts.item) problems.push(...checkItem(check));
	const hasElements = element.children.some(isElement);
	if (facts.type === 'group') {
		const hasText = !hasElements && textOf(element).trim() !== '';
		if (hasText && macrosIn(check.source, span(element)).length === 0) {
			problems.push(
				problem('windows-setting-kind', nameOf(element), { name, kind: 'a group of settings, not a text' }),
			);
		} else if (hasElements || !facts.item) problems.push(...checkRequired(check));
	} else if (hasElements) {
		problems.push(problem('windows-setting-kind', nameOf(element), { name, kind: 'a text, not a group of settings' }));
	} else {
		problems.push(...checkSettingValue(check, node.path));
		if (holdsCommand(element)) problems.push(...checkCommand(check.source, element));
	}
	return problems;
}

const span = (element: XmlElement) => ({ start: element.offset, end: element.offset + element.length });

function checkPass({ pass, facts, element, component }: SettingCheck): Problem[] {
	if (pass === undefined || facts.passes === undefined || facts.passes.includes(pass)) return [];
	if (!component.passes.includes(pass)) return [];
	return [problem('windows-setting-pass', nameOf(element), { name: element.localName, pass, passes: facts.passes })];
}

function checkRequired({ source, element, node: { required } }: SettingCheck): Problem[] {
	const problems: Problem[] = [];
	const missing = required.filter(name => childNamed(element, name) === undefined);
	if (missing.length === 0 || hasFreeMacro(source, element)) return [];
	if (element.children.some(child => child.kind === 'element' && child.broken)) return [];
	const removes = element.attributes.some(({ localName, value }) => localName === 'action' && value !== 'add');
	if (removes) return [];
	for (const name of missing) {
		problems.push(problem('windows-setting-missing', nameOf(element), { name: element.localName, child: name }));
	}
	return problems;
}

const hasFreeMacro = (source: UnattendSource, element: XmlElement): boolean =>
	element.children.some(
		child =>
			child.kind === 'text' && macrosIn(source, { start: child.offset, end: child.offset + child.length }).length > 0,
	);
