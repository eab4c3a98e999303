import { t } from '../../../../texts/texts';
import { nearestName } from '../../../macros/nearestName';
import { type Problem, problem } from '../../../problem';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { nameOf } from '../../xml/parse/xmlTree';
import { type ComponentFacts, componentFacts, componentNames, type SettingNode } from '../windowsTable';

/** A setting that its place does not have: a misspelling, another case, another place, or none that is documented. */
export function checkUnknown(
	{ component, pass }: { readonly component: ComponentFacts; readonly pass: string | undefined },
	parent: SettingNode,
	child: XmlElement,
): Problem[] {
	const name = child.localName;
	const siblings = [...parent.children.keys()];
	if (siblings.length === 0) return [];
	const sameLetters = siblings.find(each => each.toLowerCase() === name.toLowerCase());
	const near = sameLetters ?? nearestName(name, siblings);
	const beside = sameLetters === undefined ? groupWith(parent, name) : undefined;
	const group = beside?.path ?? (sameLetters === undefined ? groupOf(component, name) : undefined);
	const other = sameLetters === undefined && group === undefined ? componentWith(component, name) : undefined;
	const elsewhere = group === '' ? component.name : (group ?? other);
	// Of a component without documentation the list is not complete.
	if (near === undefined && elsewhere === undefined && !component.isDocumented) return [];
	const hint = elsewhere
		? ` ${t('It belongs in {elsewhere}.', { elsewhere })}`
		: near === undefined
			? ''
			: ` ${t('Did you mean <{near}>?', { near })}`;
	const where = parent.path === '' ? component.name : parent.path;
	const isRead = pass === undefined || beside?.facts.passes?.includes(pass) !== false;
	const facts = {
		name,
		parent: where,
		hint,
		...(elsewhere === undefined && near !== undefined ? { suggestion: near } : {}),
		...(beside && isRead ? { group: beside.path.slice(beside.path.lastIndexOf('/') + 1) } : {}),
		...(beside?.facts.item ? { isEntry: true } : {}),
		...(other === undefined ? {} : { other }),
	};
	return [problem('windows-setting-unknown', nameOf(child), facts)];
}

/** The group right below another that has a setting of this name. */
const groupWith = (parent: SettingNode, name: string): SettingNode | undefined =>
	[...parent.children.values()].find(({ children }) => children.has(name));

/** Settings beside each other that all belong in the same place are one mistake: the tags around them are gone. */
export function gathered(unknown: readonly Problem[]): Problem[] {
	const hints = new Set<unknown>();
	return unknown.filter(({ facts: { hint, suggestion } }) => {
		const isKnown = hint !== '' && hints.has(hint);
		hints.add(hint);
		return typeof suggestion === 'string' || !isKnown;
	});
}

/** The group of the component that has a setting of this name; `''` for the component itself. */
function groupOf({ settings }: ComponentFacts, name: string): string | undefined {
	for (const path of settings.keys()) {
		if (path === name) return '';
		if (path.endsWith(`/${name}`)) return path.slice(0, -name.length - 1);
	}
	return undefined;
}

/** Another component that has a setting of this name. */
const componentWith = (component: ComponentFacts, name: string): string | undefined =>
	componentNames.find(each => each !== component.name && componentFacts(each)?.top.children.has(name));

/** A setting stands once; entries of a list say what is done with them and may be many. */
export function checkTwice(parent: SettingNode, children: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	if (children.length < 2) return problems;
	const seen = new Set<string>();
	for (const child of children) {
		const name = child.localName;
		const facts = parent.children.get(name)?.facts;
		if (facts === undefined || facts.item || child.attributes.some(({ localName }) => localName === 'action')) continue;
		if (seen.has(name)) problems.push(problem('windows-setting-twice', nameOf(child), { name }));
		seen.add(name);
	}
	return problems;
}
