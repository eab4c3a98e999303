import type { MacroReference } from '../../macros/macroReader';
import type { Span } from '../../span';
import type { UnattendSource } from '../unattendSource';
import { holdsMacro, macrosIn } from './macrosIn';
import { type MacroTexts, macroTexts, mostTexts } from './macroTexts';
import { resolve } from './resolve';

/** A place whose final text is asked for. */
export interface TextPlace extends Span {
	/** What is written there as the file's format reads it, macros masked. */
	readonly text: string;
	/** Another tool fills in a part of it: what stands there is not the final text. */
	readonly isTemplate: boolean;
	/** What the format makes of text beside macros; without, that cannot be told here. */
	readonly decode?: ((raw: string) => string) | undefined;
}

/** Every text that may stand at a place after deployment. */
export interface PossibleTexts {
	readonly texts: readonly string[];
	/** `all`: nothing else can come. See `MacroTexts`. */
	readonly extent: MacroTexts['extent'];
	/** What samples are samples of, as sentences call it; with several macros that cannot be said. */
	readonly sort?: string | undefined;
	/** What comes when the operator changes nothing; `undefined` when somebody has to enter something. */
	readonly byDefault: string | undefined;
	/** The macros that bring them, in order; none when the text is written there. */
	readonly macros: readonly MacroReference[];
}

/** Computes the texts of a place; `undefined` when they are not known. */
export function possibleTexts(source: UnattendSource, place: TextPlace): PossibleTexts | undefined {
	if (place.isTemplate) return undefined;
	if (!holdsMacro(source, place)) {
		return { texts: [place.text], extent: 'all', byDefault: place.text, macros: [] };
	}
	const macros = macrosIn(source, place);
	const { decode } = place;
	if (macros.length === 0 || decode === undefined) return undefined;
	const known = new Map<string, MacroTexts>();
	for (const macro of macros) {
		const value = known.has(macro.name) ? undefined : source.valueOf(macro);
		const texts = known.get(macro.name) ?? (value && macroTexts(value));
		if (texts === undefined) return undefined;
		known.set(macro.name, texts);
	}
	const choices = combinations(known);
	if (choices === undefined) return undefined;
	const textWith = (values: ReadonlyMap<string, string>): string =>
		resolve({ text: source.text, macros }, place, { decode, textOf: ({ name }) => values.get(name) });
	return {
		texts: [...new Set(choices.map(textWith))],
		extent: together([...known.values()]),
		sort: known.size === 1 ? [...known.values()][0]?.sort : undefined,
		byDefault: defaultOf(known, textWith),
		macros,
	};
}

/** A setting has one value in all its places: each way to give every macro one of its texts. */
function combinations(known: ReadonlyMap<string, MacroTexts>): readonly ReadonlyMap<string, string>[] | undefined {
	let all: ReadonlyMap<string, string>[] = [new Map()];
	for (const [name, { texts }] of known) {
		if (all.length * texts.length > mostTexts) return undefined;
		all = all.flatMap(values => texts.map(text => new Map(values).set(name, text)));
	}
	return all;
}

function together(all: readonly MacroTexts[]): MacroTexts['extent'] {
	if (all.some(({ extent }) => extent === 'default')) return 'default';
	return all.some(({ extent }) => extent === 'samples') ? 'samples' : 'all';
}

function defaultOf(
	known: ReadonlyMap<string, MacroTexts>,
	textWith: (values: ReadonlyMap<string, string>) => string,
): string | undefined {
	const values = new Map<string, string>();
	for (const [name, { byDefault, texts, extent }] of known) {
		const value = byDefault ?? (extent === 'all' && texts.length === 1 ? texts[0] : undefined);
		if (value === undefined) return undefined;
		values.set(name, value);
	}
	return textWith(values);
}
