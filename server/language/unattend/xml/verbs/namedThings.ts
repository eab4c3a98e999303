import type { Span } from '../../../span';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../parse/xmlNode';
import { textPlace } from '../parse/xmlTree';
import { onlyText } from '../xmlPlace';

/** A thing that is made at one place of a file and meant at others: a volume group, a partition, an account. */
export interface NamedThing {
	/** Things of one sort bear different names. */
	readonly sortId: string;
	/** Names are compared without case. */
	readonly ignoresCase: boolean;
	readonly name: string;
	/** Where it is made. */
	readonly definitions: readonly Span[];
	readonly uses: readonly Span[];
	/** Why it cannot be called otherwise so, as a sentence; `undefined` when it can. */
	readonly refuse: (newName: string) => string | undefined;
}

/** What one sort of things has in common. */
export interface Sort {
	/** Things of different sorts, or of different scopes of one sort, may bear the same name. */
	readonly id: string;
	readonly ignoresCase?: boolean;
	readonly refuse: (newName: string) => string | undefined;
}

interface Collected extends NamedThing {
	readonly definitions: Span[];
	readonly uses: Span[];
}

/** Gathers the things of one file. */
export interface ThingCollector {
	define(sort: Sort, named: NamedPlace | undefined): void;
	use(sort: Sort, named: NamedPlace | undefined): void;
	readonly things: () => readonly NamedThing[];
}

/** A name and where it stands. */
export interface NamedPlace extends Span {
	readonly name: string;
}

/** An empty collector. */
export function collectThings(): ThingCollector {
	const found = new Map<string, Collected>();
	const thing = (sort: Sort, name: string): Collected => {
		const key = `${sort.id} ${sort.ignoresCase ? name.toLowerCase() : name}`;
		const known = found.get(key) ?? empty(sort, name);
		found.set(key, known);
		return known;
	};
	const place = ({ start, end }: NamedPlace): Span => ({ start, end });
	return {
		define: (sort, named) => named && thing(sort, named.name).definitions.push(place(named)),
		use: (sort, named) => named && thing(sort, named.name).uses.push(place(named)),
		things: () => [...found.values()],
	};
}

const empty = ({ id, ignoresCase, refuse }: Sort, name: string): Collected => ({
	sortId: id,
	ignoresCase: ignoresCase === true,
	name,
	definitions: [],
	uses: [],
	refuse,
});

/** The text of an element as a name; `undefined` where a macro, a mark or markup stands in it. */
export function nameIn(source: UnattendSource, element: XmlElement | undefined): NamedPlace | undefined {
	const name = onlyText(source, element)?.trim();
	if (element === undefined || name === undefined || name === '') return undefined;
	const place = textPlace(element);
	return source.text.slice(place.start, place.end) === name ? { ...place, name } : undefined;
}

/** The words of an element's text, each a name. */
export function namesIn(source: UnattendSource, element: XmlElement | undefined): readonly NamedPlace[] {
	const all = nameIn(source, element);
	if (all === undefined) return [];
	return [...all.name.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({
		name,
		start: all.start + index,
		end: all.start + index + name.length,
	}));
}
