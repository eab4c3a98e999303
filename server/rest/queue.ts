/** Runs work one after the other, and tells each whether it had to wait. */
export function queue(): <T>(work: (hasWaited: boolean) => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	let going = 0;
	return work => {
		const hasWaited = going > 0;
		going += 1;
		const begin = async () => {
			try {
				return await work(hasWaited);
			} finally {
				going -= 1;
			}
		};
		const turn = last.then(begin, begin);
		last = turn.catch(() => undefined);
		return turn;
	};
}
