import type { WireMessage } from '../rest/wire';
import { type MessageId, message } from './messages';

/** What goes back: the body is sent as JSON; without one the reply has none. */
export interface Reply {
	readonly status: number;
	readonly body?: unknown;
	/** HTML that comes in place of the body. */
	readonly page?: string;
	readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** 200 with the envelope around the attributes. */
export const success = (
	attributes: Readonly<Record<string, unknown>> = {},
	messages: readonly WireMessage[] = [],
): Reply => ({
	status: 200,
	body: { ...attributes, result: 'success', messages },
});

/** Thrown by whoever finds a reason to refuse a request; becomes the reply. */
export class Refusal extends Error {
	override readonly name = 'Refusal';

	constructor(
		readonly status: number,
		readonly details: WireMessage,
	) {
		super(details.text);
	}
}

/** A refusal with one message of the catalogue. */
export const refusal = (
	status: number | string,
	id: MessageId,
	facts: Readonly<Record<string, string | number>> = {},
): Refusal => new Refusal(Number(status), message(id, facts));

/** The reply that a refusal becomes; `result` is the word for failure. */
export const refused = ({ status, details }: Refusal, result: string): Reply => ({
	status,
	body: { result, messages: [details] },
});
