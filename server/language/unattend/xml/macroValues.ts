import type { DiagnosticRelatedInformation } from 'vscode-languageserver-types';
import type { MacroReference } from '../../macros/macroReader';
import type { UnattendSource } from '../unattendSource';
import { macrosIn } from '../values/macrosIn';
import type { XmlAttribute, XmlElement } from './parse/xmlNode';
import { decodeReferences } from './parse/xmlReferences';
import { type Place, textOf, textPlace, valueOfAttribute } from './parse/xmlTree';

/** What a place holds once its macros are replaced. */
export interface PlacedValue {
	/** Every text that can stand there; `undefined` when a macro can be anything. */
	readonly texts: readonly string[] | undefined;
	/** Where to report: the macro when there is one, the text otherwise. */
	readonly place: Place;
	/** Settings that the macros come from. */
	readonly related: readonly DiagnosticRelatedInformation[];
	readonly macro: MacroReference | undefined;
}

/** The value of an attribute, seen through its macros. */
export function attributeValue(source: UnattendSource, attribute: XmlAttribute): PlacedValue {
	const place = valueOfAttribute(attribute);
	return placed(source, place, () => attribute.value);
}

/** The text of an element when it can be only one; `undefined` where a macro or a template mark leaves it open. */
export function onlyText(source: UnattendSource, element: XmlElement | undefined): string | undefined {
	if (element === undefined) return undefined;
	if (source.macros.length === 0) {
		const text = textOf(element);
		return isTemplated(text) ? undefined : text;
	}
	const { texts } = elementValue(source, element);
	return texts?.length === 1 ? texts[0] : undefined;
}

/** The text of an element, seen through its macros. */
export function elementValue(source: UnattendSource, element: XmlElement): PlacedValue {
	return placed(source, textPlace(element), () => textOf(element));
}

const nothingRelated: readonly DiagnosticRelatedInformation[] = [];

function placed(source: UnattendSource, place: Place, literal: () => string): PlacedValue {
	const macros = macrosIn(source, place);
	const [macro] = macros;
	if (macro === undefined) {
		const text = literal();
		return { texts: isTemplated(text) ? undefined : [text], place, related: nothingRelated, macro };
	}
	return {
		texts: substituted(source, place, macros),
		place: { start: macro.start, end: macro.end },
		related: macros.flatMap(each => source.valueOf(each)?.related ?? []),
		macro,
	};
}

/** Does the text hold a mark that another tool fills in: `${x}`, `{{ x }}`, `{% x %}`, `@x@`, `__X__`, or all of it `$x`? */
const isTemplated = (text: string): boolean =>
	/[$@{<_]/.test(text) && /\$\{|\{\{|\{%|@[\w.-]+@|__\w+__|<%|^\s*\$\w+(\(.*\))?\s*$/.test(text);

/** More combinations than this say nothing certain. */
const mostCombinations = 64;

/** Each way the text can read. A text with markup in it (comments, CDATA) is left alone. */
function substituted(
	source: UnattendSource,
	place: Place,
	macros: readonly MacroReference[],
): readonly string[] | undefined {
	if (source.masked.slice(place.start, place.end).includes('<')) return undefined;
	const alone = macros.length === 1 && macros[0]?.start === place.start && macros[0].end === place.end;
	let texts = [''];
	let from = place.start;
	for (const macro of macros) {
		const values = valuesOf(source, macro, alone);
		const before = decodeReferences(source.text.slice(from, macro.start));
		if (values === undefined || texts.length * values.length > mostCombinations) return undefined;
		texts = texts.flatMap(text => values.map(value => text + before + value));
		from = macro.end;
	}
	const after = decodeReferences(source.text.slice(from, place.end));
	return texts.map(text => text + after);
}

/** A few numbers stand for all of them: a place takes either numbers in a usual range or none. */
const someIntegers = [...Array(21).keys(), 22, 64, 100, 443, 1000, 4096, 65535, 1000000].map(String);

function valuesOf(source: UnattendSource, macro: MacroReference, alone: boolean): readonly string[] | undefined {
	const value = source.valueOf(macro);
	if (value?.choices !== undefined && value.choices.length > 0) return value.choices;
	const type = value?.type.toLowerCase();
	if (type === 'boolean') return ['true', 'false'];
	return alone && (type === 'integer' || type === 'number') ? someIntegers : undefined;
}

/** The first text that a place refuses, when it refuses every one that can stand there. */
export function refusedBy(value: PlacedValue, accepts: (text: string) => boolean): string | undefined {
	const { texts } = value;
	if (texts === undefined || texts.length === 0 || texts.some(accepts)) return undefined;
	return texts[0];
}

/** The first text that a place refuses while it takes others: one of the operator's choices is wrong. */
export function refusedChoice(value: PlacedValue, accepts: (text: string) => boolean): string | undefined {
	const { texts, macro } = value;
	if (macro === undefined || texts === undefined || texts === someIntegers || !texts.some(accepts)) return undefined;
	return texts.find(text => !accepts(text));
}
