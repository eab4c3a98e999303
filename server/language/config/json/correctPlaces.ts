import type { Span } from '../../span';
import { BracketEnds } from './bracketEnds';
import { nextSign, wordEnd } from './correctText';
import type { JsonPath } from './jsonNode';
import type { Part, Places } from './places';
import { stringEnd } from './stringEnd';

/** A value whose start has been found. */
interface Value {
	readonly start: number;
	/** Its key, when it stands in an object. */
	readonly key?: Span;
	/** What is known of the inside of an object or a list. */
	inside?: Inside;
}

/** An object or a list as far as it has been read. */
interface Inside {
	/** Where the next key or element is looked for. */
	next: number;
	readonly elements: Value[];
	readonly members: Map<string, Value>;
}

/**
 * Places in a text of correct JSON without a key twice, for a few reports: nothing behind what is asked for is read, and
 * no nodes are made.
 */
export class CorrectPlaces implements Places {
	readonly #text: string;
	readonly #root: Value;
	readonly #brackets: BracketEnds;

	constructor(text: string) {
		this.#text = text;
		this.#brackets = new BracketEnds(text);
		this.#root = { start: nextSign(text, 0) };
	}

	partOf(path: JsonPath, part: Part): Span | undefined {
		const value = this.#valueAt(path);
		if (!value) return undefined;
		if (part === 'key' && value.key) return value.key;
		const isScalar = !this.#isContainer(value);
		if (part === 'value' && isScalar) return this.#spanOf(value);
		const name = part === 'setting' ? this.#valueIn(value, 'name') : undefined;
		if (name && !this.#isContainer(name)) return this.#spanOf(name);
		if (part === 'value' && value.key) return value.key;
		return { start: value.start, end: value.start + 1 };
	}

	spanOf(path: JsonPath): Span | undefined {
		const value = this.#valueAt(path);
		return value && this.#spanOf(value);
	}

	/** Correct JSON has a value behind each key. */
	lacksValue(): boolean {
		return false;
	}

	#spanOf = ({ start }: Value): Span => ({ start, end: this.#endOf(start) });

	#isContainer = ({ start }: Value): boolean => '{['.includes(this.#text[start] ?? ' ');

	#valueAt(path: JsonPath): Value | undefined {
		let value: Value | undefined = this.#root;
		for (const step of path) value = value && this.#valueIn(value, step);
		return value;
	}

	#valueIn(around: Value, step: string | number): Value | undefined {
		const isObject = this.#text[around.start] === '{';
		if (isObject !== (typeof step === 'string') || !this.#isContainer(around)) return undefined;
		around.inside ??= { next: nextSign(this.#text, around.start + 1), elements: [], members: new Map() };
		const { inside } = around;
		for (;;) {
			const known = typeof step === 'string' ? inside.members.get(step) : inside.elements[step];
			if (known || !this.#readOn(inside, isObject)) return known;
		}
	}

	/** Reads one more element or member; false at the end. */
	#readOn(inside: Inside, isObject: boolean): boolean {
		const text = this.#text;
		const { next } = inside;
		if (text[next] === '}' || text[next] === ']') return false;
		const key = isObject ? { start: next, end: stringEnd(text, next) + 1 } : undefined;
		const start = key ? nextSign(text, text.indexOf(':', key.end) + 1) : next;
		if (key) inside.members.set(keyIn(text, key), { start, key });
		else inside.elements.push({ start });
		inside.next = nextSign(text, this.#endOf(start));
		return true;
	}

	#endOf(start: number): number {
		const sign = this.#text[start];
		if (sign === '"') return stringEnd(this.#text, start) + 1;
		return sign === '{' || sign === '[' ? this.#brackets.endOf(start) : wordEnd(this.#text, start);
	}
}

function keyIn(text: string, { start, end }: Span): string {
	const written = text.slice(start + 1, end - 1);
	return written.includes('\\') ? String(JSON.parse(text.slice(start, end))) : written;
}
