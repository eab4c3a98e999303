/** Ends an exchange that is cancelled, or that takes too long. */
export interface Deadline {
	/** True when time, not the caller, ended the exchange. */
	readonly expired: boolean;
	/** Starts the time anew. */
	extend(): void;
	/** Must be called once, however the exchange ends. */
	end(): void;
}

/** @param over is called when the time, in milliseconds, has passed, and when the signal is aborted */
export function startDeadline(timeout: number, signal: AbortSignal | undefined, over: () => void): Deadline {
	let expired = false;
	const timer = setTimeout(() => {
		expired = true;
		over();
	}, timeout);
	signal?.addEventListener('abort', over, { once: true });
	return {
		get expired() {
			return expired;
		},
		extend: () => {
			timer.refresh();
		},
		end: () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', over);
		},
	};
}
