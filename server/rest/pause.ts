import { setTimeout as sleep } from 'node:timers/promises';
import { t } from '../texts/texts';
import { XClarityError } from './xclarityError';

/** @throws {XClarityError} `cancelled`, at once, when the signal says so. */
export async function pause(milliseconds: number, what: string, signal: AbortSignal | undefined): Promise<void> {
	try {
		await sleep(milliseconds, undefined, signal ? { signal } : undefined);
	} catch (error) {
		if (!signal?.aborted) throw error;
		throw new XClarityError(t('{what} was cancelled.', { what }), { kind: 'cancelled' });
	}
}
