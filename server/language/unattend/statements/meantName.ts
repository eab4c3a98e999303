import { nearestName } from '../../macros/nearestName';
import type { Value } from './parseArguments';
import type { Word } from './words';

/** What a person meant by a line's first word that nobody knows. */
export interface MeantName {
	readonly name: string;
	/** Where the word, or the part of it that is wrong, ends, and what to write there. */
	readonly end: number;
	readonly replacement: string;
	/** What stands in the same word behind the name: the value of `lang=en_US`. */
	readonly rest?: Value;
}

/** The name with a mark and its value glued on, or an option: `lang=en_US`, `timezone:`, `keyboard--vckeymap=us`. */
const glued = /^(%?[A-Za-z](?:\w|-(?!-)){0,40})(?:[=:;,.]+|(?=--[a-z]))/;

/** True for a word whose beginning alone is a name that was meant: what follows may be a macro. */
export const isGlued = ({ text, quoted }: Word, isName: (name: string) => boolean): boolean =>
	!quoted && isName(glued.exec(text)?.[1] ?? '');

/**
 * The known name that a first word stands for: written in other letters, with a mark or its value glued on, quoted
 * together with its line, or misspelt.
 */
export function meantName({ text, start, end, quoted }: Word, names: readonly string[]): MeantName | undefined {
	const known = (name: string): string | undefined => names.find(each => each.toLowerCase() === name.toLowerCase());
	const sameLetters = known(text);
	if (sameLetters !== undefined) return { name: sameLetters, end, replacement: sameLetters };
	const [whole = '', first = ''] = (quoted ? /^([\w-]+) / : glued).exec(text) ?? [];
	const name = known(first);
	if (name !== undefined && quoted) return { name, end, replacement: text };
	if (name !== undefined && whole.length === text.length) return { name, end, replacement: name };
	if (name !== undefined) {
		const from = start + whole.length;
		return { name, end: from, replacement: `${name} `, rest: { text: text.slice(whole.length), start: from, end } };
	}
	const nearest = nearestName(text, names);
	return nearest === undefined ? undefined : { name: nearest, end, replacement: nearest };
}
