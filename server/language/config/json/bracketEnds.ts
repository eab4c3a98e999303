/** Where the brackets of a text of correct JSON close: read forward as far as somebody asks, and each part once. */
export class BracketEnds {
	readonly #text: string;
	#at = 0;
	readonly #open: number[] = [];
	readonly #ends = new Map<number, number>();

	constructor(text: string) {
		this.#text = text;
	}

	/** Behind the closer of the bracket at an offset. */
	endOf(start: number): number {
		return this.#ends.get(start) ?? this.#readTo(start);
	}

	#readTo(start: number): number {
		const text = this.#text;
		const open = this.#open;
		for (let at = nextBracket(text, this.#at); at < text.length; at = nextBracket(text, at + 1)) {
			const code = text.charCodeAt(at);
			if (code === 123 || code === 91) {
				open.push(at);
				continue;
			}
			const opener = open.pop() ?? 0;
			this.#ends.set(opener, at + 1);
			if (opener !== start) continue;
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
