import { othersFirst } from '../workspace/othersFirst';

/**
 * Turns in which a message that was sent right behind another one arrives and is taken up. Together they take less than
 * a tenth of a millisecond; in a browser each is a timer, and messages do not come in pieces.
 */
const turnsOfMessage = typeof setImmediate === 'function' ? 12 : 2;

/** The requests that somebody waits for now: a check, which nobody has asked for, lets them go first. */
export class OpenRequests {
	readonly #open = new Set<Promise<unknown>>();
	readonly #longestWait: number;

	/** @param longestWait milliseconds that one that never comes, such as for a file of the editor's, may hold a check up */
	constructor(longestWait = 1000) {
		this.#longestWait = longestWait;
	}

	/** Remembers what is looked for until it is there. */
	async add<Result>(search: Promise<Result>): Promise<Result> {
		this.#open.add(search);
		try {
			return await search;
		} finally {
			this.#open.delete(search);
		}
	}

	/**
	 * Resolves when those are answered that have arrived by now. An editor asks right behind a keystroke, and takes up
	 * each message in a turn of its own. Later ones are not waited for, so that a check has its turn, too.
	 */
	async answered(): Promise<void> {
		for (let turn = 0; turn < turnsOfMessage; turn++) await othersFirst();
		if (this.#open.size === 0) return;
		await this.#settled();
		// An answer is written in the turn behind the one that finds it.
		await othersFirst();
	}

	async #settled(): Promise<void> {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const longest = new Promise<void>(resolve => {
			timer = setTimeout(resolve, this.#longestWait);
		});
		const waitedFor = [...this.#open];
		await Promise.race([Promise.allSettled(waitedFor), longest]);
		clearTimeout(timer);
		// None is waited for twice.
		for (const search of waitedFor) this.#open.delete(search);
	}
}
