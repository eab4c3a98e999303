import ignore, { type Ignore } from 'ignore';

/** Most files of a folder are held against the same few patterns. */
const mostKept = 500;

/** Patterns, as `.gitignore` writes them, found by the names in them: a path is held against those only that can match. */
export class IgnorePatterns {
	/** How many patterns are held against each path, since no name in them begins or ends with a letter of its own. */
	readonly anywhere: number;
	readonly #patterns: readonly string[];
	readonly #ignoresCase: boolean;
	/** Places in the list of patterns. */
	readonly #unnamed: number[] = [];
	readonly #byName = new Map<string, number[]>();
	readonly #byStart = new Map<string, number[]>();
	readonly #byEnd = new Map<string, number[]>();
	/** How long the starts and ends are. */
	readonly #lengths = { start: new Set<number>(), end: new Set<number>() };
	/** One pattern each, compiled once. */
	readonly #single = new Map<number, Ignore>();
	readonly #together = new Map<string, Ignore>();

	/** @param patterns one each, the strongest last */
	constructor(patterns: readonly string[], { ignoresCase }: { readonly ignoresCase: boolean }) {
		this.#patterns = patterns;
		this.#ignoresCase = ignoresCase;
		for (const [place, pattern] of patterns.entries()) {
			const written = withoutSpaceBehind(pattern);
			if (written !== '' && !written.startsWith('#')) this.#file(place, this.#cased(written));
		}
		this.anywhere = this.#unnamed.length;
	}

	/** What the patterns say of a path, and of the folders in it: that it is left out, taken in again, or nothing. */
	test(path: string): ReturnType<Ignore['test']> {
		const places = this.#possible(path);
		const key = places.join();
		let rules = this.#together.get(key);
		if (!rules) {
			rules = this.#empty().add(places.map(place => this.#alone(place)));
			if (this.#together.size >= mostKept) this.#together.clear();
			this.#together.set(key, rules);
		}
		return rules.test(path);
	}

	/** Files a pattern under a name that it cannot match without, or under how one begins or ends. */
	#file(place: number, pattern: string): void {
		const names = namesIn(pattern).map(name => ({
			name,
			first: name.search(/[*?]/),
			last: Math.max(name.lastIndexOf('*'), name.lastIndexOf('?')),
		}));
		const whole = longest(names.flatMap(({ name, first }) => (first < 0 ? name : [])));
		const start = longest(names.map(({ name, first }) => name.slice(0, Math.max(0, first))));
		const end = longest(names.map(({ name, last }) => name.slice(last + 1)));
		if (whole !== '') add(this.#byName, whole, place);
		else if (start === '' && end === '') this.#unnamed.push(place);
		else if (start.length >= end.length) {
			add(this.#byStart, start, place);
			this.#lengths.start.add(start.length);
		} else {
			add(this.#byEnd, end, place);
			this.#lengths.end.add(end.length);
		}
	}

	/** The places of those that can match a path or a folder in it, in their order. */
	#possible(path: string): readonly number[] {
		const found = new Set<number>();
		const take = (places: readonly number[] = []): void => {
			for (const place of places) found.add(place);
		};
		for (const name of this.#cased(path).split('/')) {
			take(this.#byName.get(name));
			for (const length of this.#lengths.start) take(this.#byStart.get(name.slice(0, length)));
			for (const length of this.#lengths.end) take(this.#byEnd.get(name.slice(-length)));
		}
		if (found.size === 0) return this.#unnamed;
		take(this.#unnamed);
		return [...found].sort((a, b) => a - b);
	}

	#alone(place: number): Ignore {
		let rule = this.#single.get(place);
		if (!rule) {
			// In a list: a text of its own would be split into lines once more.
			rule = this.#empty().add([this.#patterns[place] ?? '']);
			this.#single.set(place, rule);
		}
		return rule;
	}

	#empty = (): Ignore => ignore({ allowRelativePaths: true, ignorecase: this.#ignoresCase });

	/** Capitals: letters that are the same to a regular expression have the same ones. */
	#cased = (text: string): string => (this.#ignoresCase ? text.toUpperCase() : text);
}

/** The names between the slashes of a pattern. Escapes and lists of letters may stand for anything: nothing is found. */
function namesIn(pattern: string): readonly string[] {
	if (/[\\[]/.test(pattern)) return [];
	return pattern.replace(/^\uFEFF?!?/, '').split('/');
}

/** Git does not read it. */
function withoutSpaceBehind(pattern: string): string {
	let end = pattern.length;
	while (pattern[end - 1] === ' ' || pattern[end - 1] === '\r') end--;
	return pattern.slice(0, end);
}

const longest = (texts: readonly string[]): string =>
	texts.reduce((long, text) => (text.length > long.length ? text : long), '');

function add(map: Map<string, number[]>, key: string, place: number): void {
	const known = map.get(key);
	if (known) known.push(place);
	else map.set(key, [place]);
}
