import { XClarityError } from '../server/rest/xclarityError';
import { inARow, sentences } from '../server/texts/inARow';
import { t } from '../server/texts/texts';
import { plainText } from './plainText';

/** A failure for the person: what happened, and where the appliance explains more. */
export function failureMessage(what: string, error: unknown): string {
	const words = error instanceof Error ? error.message : String(error);
	const messages = error instanceof XClarityError ? error.messages : [];
	const addresses = new Set(messages.flatMap(({ url }) => url ?? []));
	const more = addresses.size === 0 ? '' : t('More at {addresses}', { addresses: inARow([...addresses]) });
	return plainText(sentences(`${what}: ${words}`, more));
}
