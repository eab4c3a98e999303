import { t } from '../texts/texts';
import { pause } from './pause';
import type { Call, Session } from './session';
import type { Method } from './transport';
import { XClarityError } from './xclarityError';

/** How often, and after how many milliseconds, a call is repeated that may be repeated. */
export interface RetryOptions {
	/** Repeats after the first try. */
	readonly repeats: number;
	readonly firstDelay: number;
	readonly longestDelay: number;
}

export const usualRetries: RetryOptions = { repeats: 2, firstDelay: 150, longestDelay: 2_000 };

/** What may go by itself: a lost connection, an answer that broke off, a server that is overloaded or starting. */
function mayPass(error: unknown, method: Method): error is XClarityError {
	if (!(error instanceof XClarityError)) return false;
	const { kind, status = 0 } = error;
	if (kind === 'unreachable') return true;
	if (kind === 'unexpected') return method === 'GET' && status >= 200 && status < 300;
	return status === 429 || (kind === 'failed' && [500, 502, 503, 504].includes(status));
}

/**
 * Repeats a call that has the same effect twice as once, with growing pauses; the pauses vary by half, so that
 * several clients do not come back together.
 * @throws {XClarityError} that of the last try.
 */
export async function withRetries<T>(
	method: Method,
	options: RetryOptions & { readonly signal: AbortSignal | undefined },
	act: () => Promise<T>,
): Promise<T> {
	for (let attempt = 0; ; attempt++) {
		try {
			return await act();
		} catch (error) {
			if (attempt >= options.repeats || !mayPass(error, method)) throw error;
		}
		const delay = Math.min(options.longestDelay, options.firstDelay * 2 ** attempt);
		await pause(delay * (0.5 + Math.random() / 2), t('{method} again', { method }), options.signal);
	}
}

/** Calls; what has the same effect twice as once is repeated when the connection or the appliance stumbles. */
export function callWithRetries(session: Session, call: Call, retries: RetryOptions = usualRetries): Promise<unknown> {
	if (call.once || (call.method === 'POST' && call.safe !== true)) return session.call(call);
	return withRetries(call.method, { ...retries, signal: call.signal }, () => session.call(call));
}
