import { unpacked } from './packedText';

/** What a placeholder of a text can stand for. Lists are joined with commas. */
export type Fact = string | number | boolean | readonly string[];

export type Facts = Readonly<Record<string, Fact>>;

type GivenFacts = Readonly<Record<string, Fact | undefined>>;

/** The facts that a text asks for, by name: `{name}` in the text. */
export type FactsOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
	? Name | FactsOf<Rest>
	: never;

/** Texts in another language by the key of their English form. */
export type Bundle = Readonly<Record<string, string>>;

/** Stands between the texts of a file in the folder of the programs, and in none of them. JSON would quote each one. */
export const textSeparator = '\f';

/**
 * The bundle of a language from what ships.
 * @param keys content of `dist/texts.keys.txt`, without anything between them
 * @param packed content of `dist/texts.*.packed`: a text for each key, empty where there is none
 */
export function bundleOf(keys: string, packed: Uint8Array): Bundle {
	const said = unpacked(packed)
		.split(textSeparator)
		.map((text, index) => {
			const at = index * lengthOfKey;
			return [keys.slice(at, at + lengthOfKey), text] as const;
		});
	return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

/** Languages besides English, by their ISO 639 codes. */
export const languages = ['de', 'ja'] as const;

/** Our language for a locale such as `de-AT` or `ja_JP.UTF-8`; `undefined` for English, all others, and what is no text. */
export const languageOf = (locale: unknown): (typeof languages)[number] | undefined =>
	languages.find(language => language === String(locale).toLowerCase().split(/[-_.]/)[0]);

type Asked<Text extends string> = [FactsOf<Text>] extends [never]
	? []
	: [facts: Readonly<Record<FactsOf<Text>, Fact | undefined>>];

let bundle: Bundle = {};
/** Without texts, which is English, no key is made. */
let hasBundle = false;

/** Sets the language of this program, once, before anything is said. Without a bundle it speaks English. */
export function speak(texts: Bundle | undefined): void {
	bundle = texts ?? {};
	hasBundle = texts !== undefined;
}

/** What this program speaks from, for a page that it shows. */
export const currentBundle = (): Bundle => bundle;

/** 25 bits in base 32: of three thousand texts, one in ten thousand new ones has the key of another. */
const lengthOfKey = 5;

/**
 * The key of an English text in a bundle: FNV-1a of its UTF-16 units, its lower 25 bits. Keys instead of texts keep each
 * bundle small; the build refuses two texts of one key.
 */
export function keyOf(english: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < english.length; at += 1) hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193);
	return (hash & 0x1ffffff).toString(32).padStart(lengthOfKey, '0');
}

/**
 * A text in the language of the program. The English text is the key and has to stand here in full, so that
 * `node build/l10n.mjs` finds it. Never called while a module loads: the language is not known by then, see `english`.
 */
export const t = <const Text extends string>(
	text: string extends Text ? never : Text,
	...[facts]: Asked<Text>
): string => translate(text, facts);

/**
 * Marks an English text in a table, which `translate` puts into the language of the program where it is said. With
 * facts it gives the filled text, and `translate` knows it again.
 */
export function english<const Text extends string>(
	text: string extends Text ? never : Text,
	...[facts]: [] | Asked<Text>
): string {
	const filled = facts === undefined ? text : fill(text, facts);
	marked.set(filled, { text, facts });
	return filled;
}

/** Marked texts by what they are in English, filled. */
const marked = new Map<string, { readonly text: string; readonly facts: GivenFacts | undefined }>();

/**
 * A marked text, or any other from a table, in the language of the program; facts take the place of its placeholders.
 * What has no translation stays as it is. A missing fact shows as its name, so that nothing is lost over its wording.
 */
export function translate(text: string, facts: GivenFacts | undefined = factsOfMarked(text)): string {
	const said = marked.get(text)?.text ?? text;
	const wording = (hasBundle ? bundle[keyOf(said)] : undefined) ?? said;
	return facts === undefined ? wording : fill(wording, facts);
}

/** Facts of a report as its message says them: phrases of ours in the language of the program, all else as it is. */
export function saidFacts(facts: GivenFacts): GivenFacts {
	const phrases = Object.entries(facts).filter(([name, fact]) => isPhrase(name, fact));
	if (phrases.length === 0) return facts;
	return { ...facts, ...Object.fromEntries(phrases.map(([name, fact]) => [name, translate(String(fact))])) };
}

function factsOfMarked(text: string): GivenFacts | undefined {
	const facts = marked.get(text)?.facts;
	return facts === undefined ? undefined : saidFacts(facts);
}

/** Facts of these names are never the user's words. */
const ours = ['expected', 'wanted', 'what', 'where', 'why'];

/** A single word may be the user's own. */
const isPhrase = (name: string, fact: Fact | undefined): fact is string =>
	typeof fact === 'string' &&
	(fact.includes(' ') || ours.includes(name)) &&
	(marked.has(fact) || (hasBundle && Object.hasOwn(bundle, keyOf(fact))));

function fill(wording: string, facts: GivenFacts): string {
	let filled = '';
	let isName = false;
	for (const piece of piecesOf(wording)) {
		const fact = isName ? facts[piece] : undefined;
		filled += fact === undefined ? piece : Array.isArray(fact) ? fact.join(', ') : String(fact);
		isName = !isName;
	}
	return filled;
}

/** Wordings taken apart: by turns what they say, and the name of a placeholder. There are as many as texts of ours. */
const pieces = new Map<string, readonly string[]>();

function piecesOf(wording: string): readonly string[] {
	const known = pieces.get(wording);
	if (known) return known;
	const taken = wording.split(/\{(\w+)\}/);
	pieces.set(wording, taken);
	return taken;
}
