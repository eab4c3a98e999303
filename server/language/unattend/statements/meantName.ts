import { nearestName } from '../../macros/nearestName';
import type { Word } from './words';

/** What a person meant by a line's first word that nobody knows. */
export interface MeantName {
	readonly name: string;
	/** What to write in the place of the word. */
	readonly replacement: string;
	/** What stands in the same word behind the name: the value of `lang=en_US`. */
	readonly rest?: string;
}

/**
 * The known name that a first word stands for: written in other letters, with a mark or its value glued on, quoted
 * together with its line, or misspelt.
 */
export function meantName({ text }: Word, names: readonly string[]): MeantName | undefined {
	const known = new Map(names.map(name => [name.toLowerCase(), name]));
	const sameLetters = known.get(text.toLowerCase());
	if (sameLetters !== undefined) return { name: sameLetters, replacement: sameLetters };
	const [, first = '', rest = ''] =
		/^(%?[\w-]{1,40})(?:[ \t]*[=:;,.][ \t]*|[ \t]+)(.*)$/s.exec(text.slice(0, 400)) ?? [];
	const glued = known.get(first.toLowerCase());
	if (glued !== undefined)
		return {
			name: glued,
			replacement: rest === '' ? glued : `${glued} ${text.slice(-rest.length)}`,
			...(rest === '' ? {} : { rest }),
		};
	const nearest = nearestName(text, names);
	return nearest === undefined ? undefined : { name: nearest, replacement: nearest };
}
