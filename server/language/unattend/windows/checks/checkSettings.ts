import type { Fact } from '../../../../texts/texts';
import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { macrosIn } from '../../values/macrosIn';
import type { XmlElement } from '../../xml/parse/xmlNode';
import {
	attributeNamed,
	childNamed,
	elementsOf,
	isElement,
	nameOf,
	textOf,
	valueOfAttribute,
} from '../../xml/parse/xmlTree';
import { type ComponentFacts, componentFacts, type SettingFacts, type SettingNode } from '../windowsTable';
import { checkCommand, holdsCommand } from './checkCommands';
import { checkEntries } from './checkEntries';
import { checkItem } from './checkItems';
import { checkTwice, checkUnknown, gathered } from './checkNames';
import type { PlacedComponent } from './checkOutline';
import { checkPass } from './checkPasses';
import { checkSettingValue } from './checkSettingValue';
import { checkText } from './checkText';

interface Step {
	readonly element: XmlElement;
	readonly node: SettingNode;
	/** The group is not read in this pass, which is said already. */
	readonly isElsewhere: boolean;
}

/** Checks the settings of a component as far as they are known; an unknown one is not wrong. */
export function checkSettings(source: UnattendSource, placed: PlacedComponent): Problem[] {
	const problems: Problem[] = [];
	const component = componentFacts(attributeNamed(placed.element, 'name')?.value ?? '');
	if (component === undefined) return [];
	const { pass } = placed;
	/** Names of settings that stand where they are not known. */
	const elsewhere = new Set<Fact | undefined>();
	const waiting: Step[] = [{ element: placed.element, node: component.top, isElsewhere: false }];
	for (let step = waiting.pop(); step; step = waiting.pop()) {
		const { element, node } = step;
		const unknown: Problem[] = [];
		for (const child of element.children) {
			if (child.kind !== 'element' || child.namespace !== placed.element.namespace) continue;
			const below = node.children.get(child.localName);
			if (below === undefined) {
				if (!placed.isDoubtful) appendAll(unknown, checkUnknown({ component, pass }, node, child));
				continue;
			}
			const { facts } = below;
			const misplaced = step.isElsewhere ? [] : checkPass({ component, pass, element: child, facts });
			const isElsewhere = step.isElsewhere || misplaced.length > 0;
			appendAll(problems, misplaced);
			appendAll(problems, checkSetting({ source, component, element: child, node: below, facts }));
			if (facts.type === 'group' && !child.broken) waiting.push({ element: child, node: below, isElsewhere });
		}
		const children = elementsOf(element);
		const stray = children.length > 0 ? checkText(source, element) : [];
		const missing = missingIn(source, element, { node, unknown, stray });
		for (const { facts } of unknown) elsewhere.add(facts.name);
		const foreign = element === placed.element ? foreignName(element, { node, unknown }) : undefined;
		for (const found of [
			...(foreign ? [foreign] : gathered(namedFor(missing, unknown))),
			...stray,
			...(stray.length > 0 ? [] : checkTwice(node, children)),
		])
			problems.push(found);
		if (unknown.length === 0) for (const child of missing) problems.push(missingSetting(element, child));
		for (const found of checkEntries(source, children)) problems.push(found);
	}
	return problems.filter(({ code, facts }) => code !== 'windows-setting-missing' || !elsewhere.has(facts.child));
}

/** Where all settings are those of another component, its name is the mistake. */
function foreignName(element: XmlElement, { node, unknown }: Pick<ReadGroup, 'node' | 'unknown'>): Problem | undefined {
	const attribute = attributeNamed(element, 'name');
	const others = new Set(unknown.map(({ facts }) => facts.other));
	const [suggestion] = others;
	if (attribute === undefined || typeof suggestion !== 'string' || others.size > 1) return undefined;
	if (elementsOf(element).some(({ localName }) => node.children.has(localName))) return undefined;
	const facts = { name: attribute.value, suggestion };
	return problem('windows-component-misfit', valueOfAttribute(attribute), facts);
}

/** One setting under check. */
export interface SettingCheck {
	readonly source: UnattendSource;
	readonly component: ComponentFacts;
	readonly element: XmlElement;
	readonly node: SettingNode;
	readonly facts: SettingFacts;
}

function checkSetting(check: SettingCheck): Problem[] {
	const problems: Problem[] = [];
	const { element, facts, node } = check;
	if (element.broken) return [];
	const name = element.localName;
	if (facts.deprecated !== undefined && childNamed(element.parent, name) === element) {
		problems.push(problem('windows-setting-deprecated', nameOf(element), { name, why: facts.deprecated }));
	}
	if (facts.item) appendAll(problems, checkItem(check));
	const hasElements = element.children.some(isElement);
	if (facts.type === 'group') {
		const hasText = !hasElements && textOf(element).trim() !== '';
		if (hasText && macrosIn(check.source, span(element)).length === 0) {
			const wrapper = ['Key', 'Value'].find(each => node.children.has(each));
			const facts = { name, kind: t('a group of settings, not a text'), ...(wrapper === undefined ? {} : { wrapper }) };
			problems.push(problem('windows-setting-kind', nameOf(element), facts));
		}
	} else if (hasElements) {
		problems.push(
			problem('windows-setting-kind', nameOf(element), { name, kind: t('a text, not a group of settings') }),
		);
	} else {
		appendAll(problems, checkSettingValue(check, node.path));
		if (holdsCommand(element)) appendAll(problems, checkCommand(check.source, element));
	}
	return problems;
}

const span = (element: XmlElement) => ({ start: element.offset, end: element.offset + element.length });

interface ReadGroup {
	readonly node: SettingNode;
	/** Settings in it that are not known; one of them may be the one that is missing. */
	readonly unknown: readonly Problem[];
	readonly stray: readonly Problem[];
}

/** The settings that a group must have and has not, also not under another name. */
function missingIn(source: UnattendSource, element: XmlElement, { node, unknown, stray }: ReadGroup): string[] {
	const meant = new Set(unknown.map(({ facts }) => facts.suggestion));
	const missing = node.required.filter(name => childNamed(element, name) === undefined && !meant.has(name));
	return missing.length === 0 || stray.length > 0 || !isWhole(source, element) ? [] : missing;
}

const missingSetting = (element: XmlElement, child: string): Problem =>
	problem('windows-setting-missing', nameOf(element), { name: element.localName, child });

/** Where one setting is not known and one is missing, they are the same. */
function namedFor(missing: readonly string[], unknown: readonly Problem[]): readonly Problem[] {
	const [name] = missing;
	const [found] = unknown;
	if (name === undefined || found === undefined || missing.length > 1 || unknown.length > 1) return unknown;
	if (typeof found.facts.suggestion === 'string') return unknown;
	return [{ ...found, facts: { ...found.facts, hint: ` ${t('Did you mean <{name}>?', { name })}`, suggestion: name } }];
}

/** Nothing in the element is left open: no broken tag, no macro among its settings, no text in their place. */
function isWhole(source: UnattendSource, element: XmlElement): boolean {
	if (element.attributes.some(({ localName, value }) => localName === 'action' && value !== 'add')) return false;
	const hasElements = element.children.some(isElement);
	return element.children.every(child => {
		if (child.kind === 'element') return !child.broken;
		if (child.kind !== 'text' || child.blank) return true;
		return hasElements && macrosIn(source, { start: child.offset, end: child.offset + child.length }).length === 0;
	});
}
