import { readServerAddress } from '../../server/rest/serverAddress';
import { XClarityError } from '../../server/rest/xclarityError';

/** The address of an appliance as a person typed it, made whole, or the sentence that says what is wrong with it. */
export function readServerUrl(typed: string): { readonly url: string } | { readonly problem: string } {
	const text = typed.trim();
	try {
		return { url: readServerAddress(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`).origin };
	} catch (error) {
		if (error instanceof XClarityError) return { problem: error.message };
		throw error;
	}
}
