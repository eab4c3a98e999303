/** Lets what waits have its turn, messages above all, before the work goes on. A browser has only timers for that. */
export const othersFirst = (): Promise<void> =>
	new Promise(resolve => {
		if (typeof setImmediate === 'function') setImmediate(resolve);
		else setTimeout(resolve);
	});
