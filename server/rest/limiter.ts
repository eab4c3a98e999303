/** Runs a task when its turn has come. @throws the reason of the signal when that ends the waiting */
export type Limit = <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** At most so many tasks at once, in the order of asking. */
export function limiter(most: number): Limit {
	const waiting: (() => void)[] = [];
	let running = 0;
	const turn = (signal: AbortSignal | undefined): Promise<void> =>
		new Promise((resolve, reject) => {
			const begin = (): void => {
				signal?.removeEventListener('abort', leave);
				resolve();
			};
			const leave = (): void => {
				waiting.splice(waiting.indexOf(begin), 1);
				reject(signal?.reason);
			};
			signal?.addEventListener('abort', leave, { once: true });
			waiting.push(begin);
		});
	return async (task, signal) => {
		if (running >= most) await turn(signal);
		else running += 1;
		try {
			return await task();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running -= 1;
		}
	};
}
