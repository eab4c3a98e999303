import { othersFirst } from '../workspace/othersFirst';

/** The requests that somebody waits for now: a check, which nobody has asked for, lets them go first. */
export class OpenRequests {
	readonly #open = new Set<Promise<unknown>>();

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
		await othersFirst();
		await othersFirst();
		if (this.#open.size === 0) return;
		await Promise.allSettled(this.#open);
		// An answer is written in the turn behind the one that finds it.
		await othersFirst();
	}
}
