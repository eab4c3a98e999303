import type { Redact } from './redact';
import { isObject, type JsonObject } from './wire';
import type { LxcaMessage } from './xclarityError';

/** Control characters but line feed and tab: a message must not be able to drive a terminal. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A text of the appliance that is safe to show; '' when it is none. */
export const readText = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).replace(controls, '').trim() : '';

/** Formatted texts are arrays of `{ text }`; plain ones are strings. */
export const readFormatted = (value: unknown): string =>
	Array.isArray(value)
		? value
				.map(part => readFormatted(isObject(part) ? part.text : part))
				.filter(part => part !== '')
				.join(' ')
		: readText(value);

function readMessage(entry: unknown, redact: Redact): LxcaMessage | undefined {
	if (!isObject(entry)) {
		const text = redact(readText(entry));
		return text === '' ? undefined : { id: '', text, explanation: '', recovery: '' };
	}
	const recovery: unknown = Array.isArray(entry.recovery) ? entry.recovery[0] : entry.recovery;
	const advice = isObject(recovery) ? recovery : { text: recovery };
	const url = readText(advice.URL ?? advice.url);
	const message = {
		id: redact(readText(entry.id)),
		text: redact(readFormatted(entry.text)),
		explanation: redact(readFormatted(entry.explanation)),
		recovery: redact(readFormatted(advice.text)),
	};
	if (Object.values(message).every(part => part === '')) return undefined;
	return url === '' ? message : { ...message, url: redact(url) };
}

/** The messages of a reply in whatever form they came; those that say nothing are left out. */
export function readMessages(value: unknown, redact: Redact): readonly LxcaMessage[] {
	const entries: readonly unknown[] = Array.isArray(value)
		? value
		: value === undefined || value === null
			? []
			: [value];
	return entries.map(entry => readMessage(entry, redact)).filter(message => message !== undefined);
}

/** The appliance's words as sentences on one line; '' for no messages. */
export const messagesText = (messages: readonly LxcaMessage[]): string =>
	messages
		.map(({ id, text, explanation, recovery }) =>
			[id === '' ? text : `${id}: ${text}`, explanation, recovery]
				.filter(part => part !== '')
				.map(sentence)
				.join(' '),
		)
		.join(' ');

const sentence = (text: string): string => (/[.!?:]$/.test(text) ? text : `${text}.`);

/** False for a reply that says it failed: any `result` besides `success` and `warning`. */
export const saysSuccess = (body: JsonObject): boolean =>
	body.result === undefined || (typeof body.result === 'string' && /^(success|warning)$/i.test(body.result));
