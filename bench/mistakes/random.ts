/** A source of chance that gives the same answers for the same seed (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** At least 0, below 1. */
	fraction(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number, both ends included. */
	between(low: number, high: number): number {
		return low + Math.floor(this.fraction() * (high - low + 1));
	}

	chance(share: number): boolean {
		return this.fraction() < share;
	}

	/** @throws {RangeError} for an empty list */
	pick<T>(list: readonly T[]): T {
		const index = this.between(0, list.length - 1);
		if (index < 0) throw new RangeError('There is nothing to pick from.');
		return list[index] as T;
	}

	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map(value => ({ value, key: this.fraction() }))
			.sort((a, b) => a.key - b.key)
			.map(({ value }) => value);
	}

	/** Some of a list, in their order. */
	some<T>(list: readonly T[], low: number, high = list.length): T[] {
		const chosen = new Set(this.shuffled(list.map((_, index) => index)).slice(0, this.between(low, high)));
		return list.filter((_, index) => chosen.has(index));
	}
}

/** A seed for each name, so that one kind's mistakes stay the same when others are added. */
export function seedOf(name: string, seed: number): number {
	let hash = 2166136261 ^ seed;
	for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
	return hash >>> 0;
}
