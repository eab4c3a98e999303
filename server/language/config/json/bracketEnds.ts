import { partitionPoint } from '../../partitionPoint';

/** Where the brackets of a text of correct JSON close: read forward as far as somebody asks, and each part once. */
export class BracketEnds {
	readonly #text: string;
	#at = 0;
	/** The brackets that were read, in order, and where each closes, or 0 while that is not known. */
	readonly #starts: number[] = [];
	readonly #ends: number[] = [];
	/** Places, among those, of the brackets that are open. */
	readonly #open: number[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	/** Behind the closer of the bracket at an offset. */
	endOf(start: number): number {
		const place = partitionPoint(this.#starts, each => each < start);
		const known = this.#starts[place] === start ? this.#ends[place] : undefined;
		return known || this.#readTo(start);
	}

	#readTo(start: number): number {
		const text = this.#text;
		for (let at = nextBracket(text, this.#at); at < text.length; at = nextBracket(text, at + 1)) {
			const code = text.charCodeAt(at);
			if (code === 123 || code === 91) {
				this.#open.push(this.#starts.push(at) - 1);
				this.#ends.push(0);
				continue;
			}
			const opener = this.#open.pop() ?? 0;
			this.#ends[opener] = at + 1;
			if (this.#starts[opener] !== start) continue;
			this.#at = at + 1;
			return this.#at;
		}
		return text.length;
	}
}

/**
 * Strings and all that lies between them. An engine runs through it twice as fast as a loop over the signs; how many at
 * once is bounded, because it remembers each of them until it is through.
 */
const run = /[^"{}[\]]*(?:"[^"\\]*(?:\\.[^"\\]*)*"[^"{}[\]]*){0,50}/y;

function nextBracket(text: string, from: number): number {
	run.lastIndex = from;
	for (let at = from; ; at = run.lastIndex) {
		run.test(text);
		if (text[run.lastIndex] !== '"' || run.lastIndex === at) return run.lastIndex;
	}
}
