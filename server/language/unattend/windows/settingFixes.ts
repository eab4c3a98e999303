import type { Problem } from '../../problem';
import { change, decides, type QuickFix, safe, type TextFix } from '../../quickFix';
import { insert, replace } from '../../textChange';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { attributeNamed, childNamed, elementsOf, nodeAt, valueOfAttribute, xmlOf } from '../xml/parse/xmlTree';
import { elementAround, elementNamedAt, removeNamed, renameOpenElement } from '../xml/verbs/xmlFixes';
import { onlyText } from '../xml/xmlPlace';

/** A setting that its place does not have is renamed, moved into the group that has it, or taken out. */
export function mendUnknown(problem: Problem, source: UnattendSource): readonly QuickFix[] {
	const { suggestion, group } = problem.facts;
	if (typeof suggestion === 'string') return [renameOpenElement(problem, source) ?? []].flat();
	const element = elementNamedAt(source, problem);
	const moved = element && typeof group === 'string' ? moveInto(source, element, group) : [];
	return [...moved, ...[removeNamed(problem, source) ?? []].flat()];
}

/** Moves an element into a group beside it, or makes the group around it. */
function moveInto({ text }: UnattendSource, element: XmlElement, group: string): TextFix[] {
	const { offset, length, parent } = element;
	const place = { start: offset, end: offset + length };
	const own = text.slice(place.start, place.end);
	const title = `Move it into <${group}>`;
	const beside = childNamed(parent, group);
	if (beside === undefined) return [decides(title, replace(place, `<${group}>${own}</${group}>`))];
	if (beside.selfClosing || beside.closeOffset === undefined || childNamed(beside, element.localName)) return [];
	return [decides(title, replace(place, ''), insert(beside.contentOffset, own))];
}

/** Puts the text of a group into the setting that it is meant for: a key, or a password that can be read. */
export function wrapText(problem: Problem, source: UnattendSource): TextFix | undefined {
	const { wrapper } = problem.facts;
	const element = elementNamedAt(source, problem);
	if (typeof wrapper !== 'string' || element?.closeOffset === undefined) return undefined;
	const plain = wrapper === 'Value' ? '<PlainText>true</PlainText>' : '';
	return safe(
		`Put it into <${wrapper}>`,
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
	return decides(`Change to ${usual}`, replace(valueOfAttribute(attribute), usual));
}

/** Writes the word that is meant; an EFI partition can have only one file system. */
export function mendWord(problem: Problem, source: UnattendSource): readonly TextFix[] {
	const element = elementAround(source, problem);
	if (element?.localName === 'Format' && isOfEfi(source, element.parent)) {
		return [decides('Change to FAT32', replace(problem, 'FAT32'))];
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
