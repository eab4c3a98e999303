import type { Facts } from '../../../texts/texts';
import { t } from '../../../texts/texts';
import type { Problem } from '../../problem';
import { change, decides, type QuickFix, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, childNamed, elementsOf, nodeAt, valueOfAttribute, xmlOf } from '../xml/parse/xmlTree';
import { elementAround, elementNamedAt, removeNamed, renameOpenElement } from '../xml/verbs/xmlFixes';
import { onlyText } from '../xml/xmlPlace';
import { placeOf } from './windowsTable';

/** A setting that its place does not have is renamed, moved into the group that has it, or taken out. */
export function mendUnknown(problem: Problem, source: UnattendSource): readonly QuickFix[] {
	const { suggestion, hint, other } = problem.facts;
	if (typeof suggestion === 'string') return [renameOpenElement(problem, source) ?? []].flat();
	const element = elementNamedAt(source, problem);
	// One of this component is meant for another place in it.
	const isStranger = hint === '' || other !== undefined;
	const removed = isStranger ? [removeNamed(problem, source) ?? []].flat() : [];
	return [...(element ? moveInto(source, element, problem.facts) : []), ...removed];
}

/** Moves an element into a group beside it, or makes the group around it and what else is in want of it. */
function moveInto({ text }: UnattendSource, element: XmlElement, { group, isEntry }: Facts): TextFix[] {
	if (typeof group !== 'string' || element.parent === undefined) return [];
	const title = t('Move it into <{group}>', { group });
	const beside = childNamed(element.parent, group);
	if (beside === undefined) {
		const run = runFor(group, element);
		const last = run.at(-1);
		if (last === undefined) return [];
		const place = { start: element.offset, end: last.offset + last.length };
		const parent = placeOf(element.parent);
		const key = parent?.component.settings.get(joined(parent.path, group))?.keyed ? ' wcm:keyValue="1"' : '';
		const tag = isEntry ? `<${group} wcm:action="add"${key}>` : `<${group}>`;
		return [decides(title, replace(place, `${tag}${text.slice(place.start, place.end)}</${group}>`))];
	}
	const isTaken = isEntry === true || childNamed(beside, element.localName) !== undefined;
	if (isTaken || beside.closeOffset === undefined) return [];
	const place = { start: element.offset, end: element.offset + element.length };
	return [decides(title, replace(place, ''), insert(beside.contentOffset, text.slice(place.start, place.end)))];
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}/${name}`);

/** The elements from one on that have their place in a group, if they are all that the group needs. */
function runFor(group: string, first: XmlElement): XmlElement[] {
	const parent = first.parent && placeOf(first.parent);
	if (first.parent === undefined || parent === undefined) return [];
	const path = joined(parent.path, group);
	const known = parent.component.children.get(path) ?? [];
	const siblings = elementsOf(first.parent);
	const behind = siblings.slice(siblings.indexOf(first));
	const end = behind.findIndex(({ localName }) => !known.includes(localName));
	const run = end < 0 ? behind : behind.slice(0, end);
	const isNeeded = (name: string): boolean => parent.component.settings.get(`${path}/${name}`)?.required === true;
	return known.every(name => !isNeeded(name) || run.some(({ localName }) => localName === name)) ? run : [];
}

/** Puts the text of a group into the setting that it is meant for: a key, or a password that can be read. */
export function wrapText(problem: Problem, source: UnattendSource): TextFix | undefined {
	const { wrapper } = problem.facts;
	const element = elementNamedAt(source, problem);
	if (typeof wrapper !== 'string' || element?.closeOffset === undefined) return undefined;
	const plain = wrapper === 'Value' ? '<PlainText>true</PlainText>' : '';
	return safe(
		t('Put it into <{wrapper}>', { wrapper }),
		insert(element.contentOffset, `<${wrapper}>`),
		insert(element.closeOffset, `</${wrapper}>${plain}`),
	);
}

/** Gives a component the architecture of the others. */
export function useUsualArchitecture(problem: Problem, source: UnattendSource): TextFix | undefined {
	const { usual } = problem.facts;
	const component = nodeAt(xmlOf(source), problem.start);
	const attribute = component?.kind === 'element' ? attributeNamed(component, 'processorArchitecture') : undefined;
	if (typeof usual !== 'string' || attribute === undefined) return undefined;
	return decides(t('Change to {usual}', { usual }), replace(valueOfAttribute(attribute), usual));
}

/** Writes the word that is meant; an EFI partition can have only one file system. */
export function mendWord(problem: Problem, source: UnattendSource): readonly TextFix[] {
	const element = elementAround(source, problem);
	if (element?.localName === 'Format' && isOfEfi(source, element.parent)) {
		return [decides(t('Change to FAT32'), replace(problem, 'FAT32'))];
	}
	return change('suggestion')(problem, source);
}

function isOfEfi(source: UnattendSource, entry: XmlElement | undefined): boolean {
	const made = childNamed(entry?.parent?.parent, 'CreatePartitions');
	const number = onlyText(source, childNamed(entry, 'PartitionID'))?.trim();
	return (made ? elementsOf(made) : []).some(
		each =>
			onlyText(source, childNamed(each, 'Order'))?.trim() === number &&
			onlyText(source, childNamed(each, 'Type'))?.trim().toUpperCase() === 'EFI',
	);
}
