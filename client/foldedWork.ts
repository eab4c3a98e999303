/**
 * Does work again and again, never twice at a time: calls that come while it runs make it run once more afterwards.
 * @param failed told of what the work throws
 */
export function foldedWork(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
	let isRunning = false;
	let isAsked = false;
	const run = async (): Promise<void> => {
		isRunning = true;
		while (isAsked) {
			isAsked = false;
			await work().catch(failed);
		}
		isRunning = false;
	};
	return () => {
		isAsked = true;
		if (!isRunning) void run();
	};
}
