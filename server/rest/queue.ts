/** Runs work one after the other. */
export function queue(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return work => {
		const turn = last.then(work, work);
		last = turn.catch(() => undefined);
		return turn;
	};
}
