import { othersFirst } from '../workspace/othersFirst';

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Does work that must not be left half-way. Ctrl-C, or the system asking the program to end, aborts the signal that it is
 * given, and ends the program when it is done; a second time ends it at once.
 */
export async function uninterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const controller = new AbortController();
	let came: NodeJS.Signals | undefined;
	const hold = (signal: NodeJS.Signals): void => {
		came ??= signal;
		controller.abort();
	};
	for (const signal of signals) process.once(signal, hold);
	try {
		return await work(controller.signal);
	} finally {
		// One that came at the very end has not been told yet.
		await othersFirst();
		for (const signal of signals) process.off(signal, hold);
		if (came) process.kill(process.pid, came);
	}
}
