import { english } from '../../../texts/texts';
import { isAddress, isHostName } from './addresses';

/** What a place takes. */
export interface Demand {
	accepts(text: string): boolean;
	/** As sentences call it: `a whole number`. */
	readonly expected: string;
	/** The only words taken, where they can be listed: an expression that matches none of them is refused. */
	readonly words?: Iterable<string>;
	/** Characters of which each text that is taken has one: an expression that allows none of them is refused. */
	readonly needs?: string;
	/** Characters of which each text that is taken begins with one, or it is empty. */
	readonly begins?: string;
	/** How a report calls a refused text that must not be repeated, such as a password. */
	readonly hidden?: string;
}

/** What names of zones, languages and keyboards have in them, and numbers have not. */
export const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** `one of "a", "b"`. */
export const oneOf = (choices: readonly string[]): string =>
	choices.length === 1
		? `"${choices[0] ?? ''}"`
		: english('one of {choices}', { choices: choices.map(choice => `"${choice}"`).join(', ') });

/** One of these words, as written or in any case. */
export function word(words: readonly string[], { anyCase = false } = {}): Demand {
	const form = (text: string): string => (anyCase ? text.toLowerCase() : text);
	const known = new Set(words.map(form));
	return { accepts: text => known.has(form(text)), expected: oneOf(words), words };
}

/** A whole number; each installer has its own way to write one. */
export const wholeNumber = (form: RegExp): Demand => ({
	accepts: text => form.test(text),
	expected: english('a whole number'),
	needs: '0123456789',
});

/** A yes or no in the words of an installer. */
export const yesOrNo = (form: RegExp, expected: string, words: readonly string[]): Demand => ({
	accepts: text => form.test(text),
	expected,
	words,
});

/** An IP address of either version. */
export const address: Demand = { accepts: isAddress, expected: english('an IP address'), needs: '.:' };

export const hostName: Demand = { accepts: isHostName, expected: english('a host name') };

/** A comma list of what another demand takes. */
export const listOf = (item: Demand): Demand => ({
	...item,
	accepts: text => text.split(',').every(each => each.trim() === '' || item.accepts(each.trim())),
});
