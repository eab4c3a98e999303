import type { ProposedSetting } from './proposedSetting';

/** A setting whose secret text still stands elsewhere in the file, and in which lines, counted from 0. */
export interface SecretLeft extends Pick<ProposedSetting, 'name'> {
	readonly lines: readonly number[];
}

/** Lines that are named of each secret. */
const mostLines = 8;

/**
 * Secrets that became settings, and that a file has in other places, too: in a script, a comment.
 * @param after the text with the macros in it
 */
export function secretsLeft(after: string, settings: readonly ProposedSetting[]): SecretLeft[] {
	const lines = after.split(/\r\n?|\n/);
	const linesWith = (text: string): number[] =>
		lines.flatMap((line, index) => (line.includes(text) ? [index] : [])).slice(0, mostLines);
	return settings
		.filter(({ isSecret, text }) => isSecret && text !== '')
		.map(({ name, text }) => ({ name, lines: linesWith(text) }))
		.filter(({ lines }) => lines.length > 0);
}
