import {
	type CodeAction,
	CodeActionKind,
	type Diagnostic,
	type Range,
	type TextEdit,
} from 'vscode-languageserver-types';
import { isRuleCode } from '../../../rules';
import type { Facts } from '../../../rules/rule';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import {
	attributeNamed,
	elementsOf,
	nameOf,
	nodeAt,
	type Place,
	textPlace,
	valueOfAttribute,
	xmlOf,
} from '../parse/xmlTree';

/** A repair of one report. */
export interface XmlFix {
	readonly title: string;
	readonly edits: readonly TextEdit[];
}

/** What a fix may look at. */
export interface FixPlace {
	readonly source: UnattendSource;
	readonly facts: Facts;
	readonly range: Range;
	/** Offsets of the range. */
	readonly place: Place;
	/** The text of the range. */
	readonly text: string;
}

export type Fixes = Readonly<Record<string, (place: FixPlace) => XmlFix | undefined>>;

/** Code actions for reports, made by their codes and facts. */
export function fixActions(source: UnattendSource, diagnostics: readonly Diagnostic[], fixes: Fixes): CodeAction[] {
	return diagnostics.flatMap(diagnostic => {
		const { code, range, data } = diagnostic;
		if (!isRuleCode(code) || !Object.hasOwn(fixes, code)) return [];
		const place = { start: source.document.offsetAt(range.start), end: source.document.offsetAt(range.end) };
		const text = source.text.slice(place.start, place.end);
		const fix = fixes[code]?.({ source, facts: (data ?? {}) as Facts, range, place, text });
		if (fix === undefined || fix.edits.length === 0) return [];
		return [
			{
				title: fix.title,
				kind: CodeActionKind.QuickFix,
				diagnostics: [diagnostic],
				isPreferred: true,
				edit: { changes: { [source.document.uri]: [...fix.edits] } },
			},
		];
	});
}

export function editAt({ document }: UnattendSource, { start, end }: Place, newText: string): TextEdit {
	return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText };
}

/** Replaces the range by a fact. */
export const replaceBy =
	(fact: string) =>
	({ source, facts, place }: FixPlace): XmlFix | undefined => {
		const replacement = facts[fact];
		if (typeof replacement !== 'string' || replacement === '') return undefined;
		return { title: `Replace with ${replacement}`, edits: [editAt(source, place, replacement)] };
	};

/** Renames the element whose name stands at the range, in both of its tags. */
export function renameElement({ source, facts, place }: FixPlace): XmlFix | undefined {
	const { suggestion } = facts;
	const element = elementNamedAt(source, place);
	if (typeof suggestion !== 'string' || element === undefined) return undefined;
	return { title: `Change to <${suggestion}>`, edits: renameTags(source, element, suggestion) };
}

/** Renames an element in both of its tags. */
export function renameTags(source: UnattendSource, element: XmlElement, name: string): TextEdit[] {
	const edits = [editAt(source, nameOf(element), name)];
	if (element.closeOffset !== undefined) {
		const start = element.closeOffset + 2;
		edits.push(editAt(source, { start, end: start + element.name.length }, name));
	}
	return edits;
}

/** The element whose start tag bears its name at this place. */
export function elementNamedAt(source: UnattendSource, { start }: Place): XmlElement | undefined {
	const node = nodeAt(xmlOf(source), start);
	return node?.kind === 'element' && nameOf(node).start === start ? node : undefined;
}

/** Takes an element out, with its line when nothing else stands on it. */
function removeElement({ source }: FixPlace, element: XmlElement): XmlFix {
	const { text } = source;
	let start = element.offset;
	let end = element.offset + element.length;
	const lineStart = text.lastIndexOf('\n', start - 1) + 1;
	const lineEnd = text.indexOf('\n', end);
	const isAlone = text.slice(lineStart, start).trim() === '' && lineEnd >= 0 && text.slice(end, lineEnd).trim() === '';
	if (isAlone) {
		start = lineStart;
		end = lineEnd + 1;
	}
	return { title: `Remove <${element.name}>`, edits: [editAt(source, { start, end }, '')] };
}

/** Adds an element after another, on a line of its own where that has one. */
export function addElement({ source }: FixPlace, after: XmlElement, element: string): XmlFix {
	const { text } = source;
	const at = after.offset + after.length;
	const lineStart = text.lastIndexOf('\n', after.offset - 1) + 1;
	const before = text.slice(lineStart, after.offset);
	const glue = before.trim() === '' && lineStart > 0 ? `\n${before}` : '';
	return { title: `Add ${element}`, edits: [editAt(source, { start: at, end: at }, glue + element)] };
}

/** Replaces the text of an element. */
export function setText({ source }: FixPlace, element: XmlElement, value: string): XmlFix | undefined {
	const place = textPlace(element);
	if (place.start < element.contentOffset) return undefined;
	return { title: `Set ${element.name} to ${value}`, edits: [editAt(source, place, value)] };
}

/** The element in whose text the place lies. */
export function elementAround(source: UnattendSource, { start }: Place): XmlElement | undefined {
	let around: XmlElement | undefined;
	for (let element = xmlOf(source).root; element !== undefined; ) {
		around = element;
		element = elementsOf(element).find(child => start > child.offset && start < child.offset + child.length);
	}
	return around;
}

/** Adds an attribute behind the name of the element at the range. */
export function addAttribute({ source, place }: FixPlace, attribute: string): XmlFix {
	return { title: `Add ${attribute}`, edits: [editAt(source, { start: place.end, end: place.end }, ` ${attribute}`)] };
}

/** Takes out the element whose name stands at the range. */
export function removeNamed(place: FixPlace): XmlFix | undefined {
	const element = elementNamedAt(place.source, place.place);
	return element && removeElement(place, element);
}

/** Gives the element whose name stands at the range its namespace. */
export const setNamespace =
	(namespace: string) =>
	(place: FixPlace): XmlFix | undefined => {
		const element = elementNamedAt(place.source, place.place);
		const attribute = element && attributeNamed(element, 'xmlns');
		if (attribute === undefined) return addAttribute(place, `xmlns="${namespace}"`);
		const edit = editAt(place.source, valueOfAttribute(attribute), namespace);
		return { title: `Change the namespace to ${namespace}`, edits: [edit] };
	};
