import type { TextEdit } from 'vscode-languageserver-types';
import { t } from '../../../../texts/texts';
import type { Problem } from '../../../problem';
import { deciding, type Fixer, loses, safe, type TextFix } from '../../../quickFix';
import type { Span } from '../../../span';
import { insert, replace, type TextChange, textEdit } from '../../../textChange';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { attributeNamed, elementsOf, nameOf, nodeAt, textPlace, valueOfAttribute, xmlOf } from '../parse/xmlTree';

export type XmlFixer = Fixer<UnattendSource>;

/** For verbs that speak in edits. */
export const editAt = ({ document }: UnattendSource, place: Span, newText: string): TextEdit =>
	textEdit(document, replace(place, newText));

/** The text that a problem is reported on. */
export const reportedText = ({ start, end }: Span, { text }: UnattendSource): string => text.slice(start, end);

/** Renames the element whose name stands at the place, in both of its tags. */
export const renameElement = (problem: Problem, source: UnattendSource): TextFix[] => {
	const { suggestion } = problem.facts;
	const element = elementNamedAt(source, problem);
	if (typeof suggestion !== 'string' || element === undefined) return [];
	return [safe(t('Change to <{suggestion}>', { suggestion }), ...renameTags(element, suggestion))];
};

/** The same where not every name is known here: what is near to a known one may be another. */
export const renameOpenElement: XmlFixer = (problem, source) => {
	const isSame = reportedText(problem, source).toLowerCase() === String(problem.facts.suggestion).toLowerCase();
	return (isSame ? renameElement : deciding(renameElement))(problem, source);
};

/** Renames an element in both of its tags. */
export function renameTags(element: XmlElement, name: string): TextChange[] {
	const changes = [replace(nameOf(element), name)];
	if (element.closeOffset !== undefined) {
		const start = element.closeOffset + 2;
		changes.push(replace({ start, end: start + element.name.length }, name));
	}
	return changes;
}

/** Where only the end tag bears a name that is known there, the start tag is the wrong one. */
export const oneName =
	(namesIn: (parent: XmlElement | undefined) => readonly string[]): Fixer<UnattendSource> =>
	(problem, source) => {
		const { found, name } = problem.facts;
		const element = nodeAt(xmlOf(source), problem.start);
		const known = element?.kind === 'element' ? namesIn(element.parent) : [];
		return element?.kind === 'element' && known.includes(String(found)) && !known.includes(String(name))
			? safe(t('Change to <{found}>', { found }), replace(nameOf(element), String(found)))
			: safe(t('Change to </{facts}>', { facts: name }), replace(problem, String(name)));
	};

/** The element whose start tag bears its name at this place. */
export function elementNamedAt(source: UnattendSource, { start }: Span): XmlElement | undefined {
	const node = nodeAt(xmlOf(source), start);
	return node?.kind === 'element' && nameOf(node).start === start ? node : undefined;
}

/** Takes an element out, with its line when nothing else stands on it. */
function removeElement({ text }: UnattendSource, element: XmlElement): TextFix {
	let start = element.offset;
	let end = element.offset + element.length;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end);
	const isAlone = text.slice(lineStart, start).trim() === '' && lineEnd >= 0 && text.slice(end, lineEnd).trim() === '';
	if (isAlone) {
		start = lineStart;
		end = lineEnd + 1;
	}
	return loses(t('Remove <{element}>', { element: element.name }), replace({ start, end }, ''));
}

/** Adds an element after another, on a line of its own where that has one. */
export function addElement({ text }: UnattendSource, after: XmlElement, element: string): TextFix {
	const lineStart = text.lastIndexOf('\n', after.offset - 1) + 1;
	const before = text.slice(lineStart, after.offset);
	const glue = before.trim() === '' && lineStart > 0 ? `\n${before}` : '';
	return safe(t('Add {element}', { element }), insert(after.offset + after.length, glue + element));
}

/** Replaces the text of an element, and with it what a person decided. */
export function setText(element: XmlElement, value: string): TextFix | undefined {
	const place = textPlace(element);
	if (place.start < element.contentOffset) return undefined;
	return {
		title: t('Set {element} to {value}', { element: element.name, value }),
		effect: 'decides',
		changes: [replace(place, value)],
	};
}

/** The element in whose text the place lies. */
export function elementAround(source: UnattendSource, { start }: Span): XmlElement | undefined {
	let around: XmlElement | undefined;
	for (let element = xmlOf(source).root; element !== undefined; ) {
		around = element;
		element = elementsOf(element).find(child => start > child.offset && start < child.offset + child.length);
	}
	return around;
}

/** Adds an attribute behind the name of the element at the place. */
export const addAttribute = ({ end }: Span, attribute: string): TextFix =>
	safe(t('Add {attribute}', { attribute }), insert(end, ` ${attribute}`));

/** Takes out the element whose name stands at the place. */
export const removeNamed: XmlFixer = (problem, source) => {
	const element = elementNamedAt(source, problem);
	return element && removeElement(source, element);
};

/** Gives the element whose name stands at the place its namespace. */
export const setNamespace =
	(namespace: string): XmlFixer =>
	(problem, source) => {
		const element = elementNamedAt(source, problem);
		const attribute = element && attributeNamed(element, 'xmlns');
		if (attribute === undefined) return addAttribute(problem, `xmlns="${namespace}"`);
		return safe(
			t('Change the namespace to {namespace}', { namespace }),
			replace(valueOfAttribute(attribute), namespace),
		);
	};
