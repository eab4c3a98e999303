import type { Redact } from './redact';
import { isObject, type JsonObject } from './wire';
import type { LxcaMessage } from './xclarityError';

/** Control characters but line feed and tab: a message must not be able to drive a terminal. */
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** Characters of a text, and messages of an answer, that are shown: what is longer is no message for a person. */
const longestText = 2_000;
const mostMessages = 20;

/** Formatted texts nest one level. */
const deepest = 8;

/** A text of the appliance that is safe to show; '' when it is none. */
export function readText(value: unknown): string {
	if (typeof value !== 'string' && typeof value !== 'number') return '';
	const text = String(value)
		.slice(0, 4 * longestText)
		.replace(controls, '')
		.trim();
	return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** Formatted texts are arrays of `{ text }`; plain ones are strings. */
export function readFormatted(value: unknown, depth = 0): string {
	if (!Array.isArray(value)) return readText(value);
	if (depth > deepest) return '';
	const parts = value.slice(0, mostMessages).map(part => readFormatted(isObject(part) ? part.text : part, depth + 1));
	return readText(parts.filter(part => part !== '').join(' '));
}

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
	return entries
		.slice(0, mostMessages)
		.map(entry => readMessage(entry, redact))
		.filter(message => message !== undefined);
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

/** Words for a failure: documented are `failed`, and `failure` in replies of a service that imitates an appliance. */
const failureWords = /^(fail|error|refus|reject|denied|forbidden|invalid)/i;

/**
 * What a reply says of itself. `unsaid`: it has no `result`, as some replies with what was asked for. `unclear`: its
 * `result` is no text, or a word that nobody has told us of, so that whatever was asked for may have been done.
 */
export function resultOf({ result }: JsonObject): 'done' | 'failed' | 'unsaid' | 'unclear' {
	if (result === undefined) return 'unsaid';
	if (typeof result !== 'string') return 'unclear';
	if (/^(success|warning)$/i.test(result)) return 'done';
	return failureWords.test(result) ? 'failed' : 'unclear';
}
