import table from '../../../../schemas/autoyast-sections.json';
import type { XmlElement } from '../xml/parse/xmlNode';

/** Types that AutoYaST gives to elements; `any` stands for content that nothing describes. */
export type ElementType = 'boolean' | 'integer' | 'symbol' | 'string' | 'list' | 'map' | 'any';

/** One element as the schema describes it. */
export interface ElementFacts {
	readonly name: string;
	readonly types: readonly ElementType[];
	/** `1`: must stand; `+`: at least once; `?`: at most once; `*`: any number. */
	readonly occurs: '1' | '?' | '*' | '+';
	readonly about: string | undefined;
	readonly also: readonly string[];
	readonly values: readonly string[] | undefined;
	readonly exclusive: readonly string[] | undefined;
	/** Children when it is a map, and when it is a list unless `items` says otherwise. */
	readonly children: ReadonlyMap<string, ElementFacts>;
	readonly items: ReadonlyMap<string, ElementFacts>;
	/** Of the children, those that must stand. */
	readonly required: readonly ElementFacts[];
	readonly requiredItems: readonly ElementFacts[];
	/** Nothing says what it holds. */
	readonly isAny: boolean;
}

/** A section of a profile. */
interface SectionFacts extends ElementFacts {
	/** Why the installer does not read it any more. */
	readonly obsolete: string | undefined;
	/** Known by name only. */
	readonly unread: boolean;
}

interface ElementData {
	readonly is?: string;
	readonly about?: string;
	readonly also?: readonly string[];
	readonly values?: readonly string[];
	readonly exclusive?: readonly string[];
	readonly has?: Readonly<Record<string, ElementData | string>>;
	readonly items?: Readonly<Record<string, ElementData | string>>;
	readonly obsolete?: string;
	readonly unread?: boolean;
}

const data: Readonly<Record<string, ElementData>> = table.sections;
const gone: Readonly<Record<string, Readonly<Record<string, string>>>> = table.gone;

const sections = new Map<string, SectionFacts>();

/** What the schema says about a section; `undefined` when it is not known by name. */
export function sectionFacts(name: string): SectionFacts | undefined {
	const known = sections.get(name);
	if (known) return known;
	const raw = Object.hasOwn(data, name) ? data[name] : undefined;
	if (raw === undefined) return undefined;
	const facts = { ...factsOf(name, raw), obsolete: raw.obsolete, unread: raw.unread === true };
	sections.set(name, facts);
	return facts;
}

export const sectionNames: readonly string[] = Object.keys(data);

/** The layout of SUSE Linux 9 wrapped all sections into these. */
export const oldWrappers: readonly string[] = ['configure', 'install'];

/** What took the place of an element that the schema dropped, as a sentence. */
export function successorOf(path: string, name: string): string | undefined {
	const here = Object.hasOwn(gone, path) ? gone[path] : undefined;
	return here && Object.hasOwn(here, name) ? here[name] : undefined;
}

/** A table entry; nesting is as deep as the table, so calling itself is safe. */
function factsOf(name: string, raw: ElementData | string): ElementFacts {
	const entry = typeof raw === 'string' ? { is: raw } : raw;
	const is = entry.is ?? 'any?';
	const mark = is.at(-1);
	const occurs = mark === '?' || mark === '*' || mark === '+' ? mark : '1';
	const children = childrenOf(entry.has);
	const types = (occurs === '1' ? is : is.slice(0, -1)).split('|') as ElementType[];
	const items = entry.items ? childrenOf(entry.items) : children;
	return {
		name,
		types,
		occurs,
		about: entry.about,
		also: entry.also ?? [],
		values: entry.values,
		exclusive: entry.exclusive,
		children,
		items,
		required: requiredOf(children),
		requiredItems: requiredOf(items),
		isAny: types.includes('any'),
	};
}

const requiredOf = (children: ReadonlyMap<string, ElementFacts>): ElementFacts[] =>
	[...children].flatMap(([name, facts]) =>
		name === facts.name && (facts.occurs === '1' || facts.occurs === '+') ? [facts] : [],
	);

function childrenOf(raw: ElementData['has']): ReadonlyMap<string, ElementFacts> {
	const children = new Map<string, ElementFacts>();
	for (const [name, child] of Object.entries(raw ?? {})) {
		const facts = factsOf(name, child);
		for (const each of [name, ...facts.also]) children.set(each, facts);
	}
	return children;
}

/** What the schema says about an element inside a section, found by the names that lead to it. */
export function factsOfElement(element: XmlElement): ElementFacts | undefined {
	const names: string[] = [];
	for (let at: XmlElement = element; at.parent !== undefined; at = at.parent) {
		names.push(at.localName);
		if (names.length > 20) return undefined;
	}
	const section = names.pop();
	let facts: ElementFacts | undefined = section === undefined ? undefined : sectionFacts(section);
	for (let name = names.pop(); name !== undefined && facts !== undefined; name = names.pop()) {
		facts = facts.children.get(name) ?? facts.items.get(name);
	}
	return facts;
}

let index: Map<string, string[]> | undefined;

/** Places where elements of a name belong, `section/element` each; few, the nearest to the top first. */
export function placesOf(name: string): readonly string[] {
	index ??= buildIndex();
	return index.get(name) ?? [];
}

function buildIndex(): Map<string, string[]> {
	const places = new Map<string, string[]>();
	const add = (path: string, children: ReadonlyMap<string, ElementFacts>) => {
		for (const [name, facts] of children) {
			const known = places.get(name);
			if (known) known.push(path);
			else places.set(name, [path]);
			add(`${path}/${name}`, facts.children);
		}
	};
	for (const name of sectionNames) add(name, sectionFacts(name)?.children ?? new Map());
	return places;
}
