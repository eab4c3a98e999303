import { XClarityError } from '../server/rest/xclarityError';
import { plainText } from './plainText';

/** A failure for the person: what happened, and where the appliance explains more. */
export function failureMessage(what: string, error: unknown): string {
	const words = error instanceof Error ? error.message : String(error);
	const messages = error instanceof XClarityError ? error.messages : [];
	const addresses = new Set(messages.flatMap(({ url }) => url ?? []));
	const more = addresses.size === 0 ? '' : ` More at ${[...addresses].join(' and ')}`;
	return plainText(`${what}: ${words}${more}`);
}
