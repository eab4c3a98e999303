/** Ends an exchange that is cancelled, or that takes too long. */
export interface Deadline {
	readonly signal: AbortSignal;
	/** True when time, not the caller, ended the exchange. */
	readonly expired: boolean;
	/** Starts the time anew. */
	extend(): void;
	/** Must be called once, however the exchange ends. */
	end(): void;
}

export function startDeadline(timeout: number, outer: AbortSignal | undefined): Deadline {
	const controller = new AbortController();
	let expired = false;
	const abort = (): void => controller.abort();
	const timer = setTimeout(() => {
		expired = true;
		abort();
	}, timeout);
	outer?.addEventListener('abort', abort, { once: true });
	return {
		signal: controller.signal,
		get expired() {
			return expired;
		},
		extend: () => {
			timer.refresh();
		},
		end: () => {
			clearTimeout(timer);
			outer?.removeEventListener('abort', abort);
		},
	};
}
