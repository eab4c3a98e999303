import { XClarityError } from '../rest/xclarityError';
import { UsageError } from './usageError';

/** @throws {UsageError} for an id without a character, as a variable gives it that is not set. */
export function demandIds(given: readonly string[]): void {
	if (given.some(id => id.trim() === '')) throw new UsageError('An ID is empty; xclarity list shows the ids.');
}

/** An id that is not there is a slip of the person, not a refusal of the appliance. */
export function asUsage(error: unknown): never {
	if (error instanceof XClarityError && error.kind === 'refused' && error.status === undefined)
		throw new UsageError(error.message);
	throw error;
}
