import type { XClarityError } from '../rest/xclarityError';

/** A failure for the terminal: what happened, and where the appliance explains more. */
export function failureLines({ message, messages }: XClarityError): string {
	const addresses = new Set(messages.flatMap(({ url }) => url ?? []));
	return [`xclarity: ${message}`, ...[...addresses].map(url => `  more at ${url}`)].join('\n');
}
