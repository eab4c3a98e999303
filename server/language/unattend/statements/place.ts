import type { Section, Statement } from './readStatements';
import type { StatementFile } from './statementFile';
import type { Word } from './words';

/** Where a cursor stands; `C` is what the dialect knows about a command. */
export type Place<C> = PlaceOnLine<C> | BodyPlace;

/** In a section, behind its header. */
interface BodyPlace {
	readonly kind: 'body';
	readonly section: Section;
	readonly lineStart: number;
}

/** Outside the sections' bodies. */
type PlaceOnLine<C> =
	/** On the first word of a line, or where one could begin. */
	| { readonly kind: 'head'; readonly start: number; readonly end: number; readonly word?: Word }
	/** On or before another word of a command or a section's header. */
	| {
			readonly kind: 'argument';
			readonly statement: Statement;
			readonly command: C;
			/** The word under the cursor. */
			readonly word?: Word;
			/** The word before that one. */
			readonly before?: Word;
	  };

/** Where the line of an offset begins. */
export const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Where a word ends that an offset lies in. */
export const wordEnd = (text: string, offset: number): number =>
	offset + (/^\w*/.exec(text.slice(offset, offset + 100))?.[0].length ?? 0);

/** What stands behind an offset on its line, without blanks around it. */
export const restOfLine = (text: string, offset: number): string =>
	/^.*/.exec(text.slice(offset, offset + 1000))?.[0].trim() ?? '';

/**
 * The place of an offset that lies in no section's body; `undefined` in comments, in lines that only deployment
 * fills, and behind a first word that `commandOf` does not know.
 */
export function placeOnLine<C>(
	{ source, statements, sections }: StatementFile,
	offset: number,
	commandOf: (head: Word) => C | undefined,
): PlaceOnLine<C> | undefined {
	const lineStart = lineStartOf(source.text, offset);
	const statement = [...statements, ...sections.map(({ header }) => header)].find(
		({ start }) => start >= lineStart && start <= offset && !source.text.slice(start, offset).includes('\n'),
	);
	if (!statement) {
		const isComment = source.masked.slice(lineStart, offset).trimStart().startsWith('#');
		return isComment ? undefined : { kind: 'head', start: offset, end: offset };
	}
	const { head, words, comment, kind } = statement;
	if (kind === 'opaque' || (comment !== undefined && offset > comment)) return undefined;
	if (offset <= head.end) return { kind: 'head', start: head.start, end: head.end, word: head };
	const command = commandOf(head);
	if (!command) return undefined;
	const index = words.findIndex(({ start, end }) => start <= offset && offset <= end);
	const word = words[index];
	const before = word ? words[index - 1] : words.findLast(({ end }) => end <= offset);
	return { kind: 'argument', statement, command, ...(word ? { word } : {}), ...(before ? { before } : {}) };
}
