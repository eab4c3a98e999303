import { t } from './texts';

/** Names or phrases in a row, as a sentence has them: `a, b and c`. */
export const inARow = (phrases: readonly string[]): string =>
	phrases.length < 2
		? phrases.join('')
		: t('{others} and {last}', { others: phrases.slice(0, -1), last: phrases.at(-1) ?? '' });

/** Phrases of which one is meant: `a, b or c`. */
export const either = (phrases: readonly string[]): string =>
	phrases.length < 2
		? phrases.join('')
		: t('{others} or {last}', { others: phrases.slice(0, -1), last: phrases.at(-1) ?? '' });

/** Whole sentences one behind the other; what is empty is left out. */
export const sentences = (...parts: readonly string[]): string => parts.filter(part => part !== '').join(' ');
