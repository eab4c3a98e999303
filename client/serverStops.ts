/** How often the language server has stopped unasked. */
export interface ServerStops {
	/** It has stopped once more: true when it may be started again. */
	again(): boolean;
	/** A person starts it anew: it has all its chances again. */
	forget(): void;
}

/** The last of them is one too many. */
const tooMany = 5;
/** Milliseconds in which they count. */
const period = 3 * 60 * 1000;

/** A server that stops five times within three minutes stops at once, whatever is done. */
export function createServerStops(now: () => number = Date.now): ServerStops {
	let times: number[] = [];
	return {
		again() {
			times = [...times.filter(time => time > now() - period), now()];
			return times.length < tooMany;
		},
		forget() {
			times = [];
		},
	};
}
