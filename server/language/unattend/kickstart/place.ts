import { type Command, commandOf } from './commandTable';
import type { Section, Statement } from './reader';
import type { Reading } from './reading';
import { isOpen } from './reading';
import type { Word } from './words';

/** Where a cursor stands. */
export type Place =
	/** On the first word of a line outside sections, or where one could begin. */
	| { readonly kind: 'head'; readonly start: number; readonly end: number; readonly word?: Word }
	/** On or before another word of a command or a section's header. */
	| {
			readonly kind: 'argument';
			readonly statement: Statement;
			readonly command: Command;
			/** The word under the cursor. */
			readonly word?: Word;
			/** The word before that one. */
			readonly before?: Word;
	  }
	| { readonly kind: 'body'; readonly section: Section; readonly lineStart: number };

/** Finds out what an offset points at. */
export function placeAt(reading: Reading, offset: number): Place | undefined {
	const { source, file } = reading;
	const lineStart = source.text.lastIndexOf('\n', offset - 1) + 1;
	const section = file.sections.find(
		({ bodyStart, bodyEnd, endTag }) => bodyStart <= offset && offset < (endTag ? bodyEnd : bodyEnd + 1),
	);
	if (section) return { kind: 'body', section, lineStart };
	const statements = [...file.statements, ...file.sections.map(({ header }) => header)];
	const statement = statements.find(
		({ start, words }) =>
			start >= lineStart && start <= offset && sameLine(source.text, start, offset) && words.length > 0,
	);
	const comment = source.masked.slice(lineStart, offset).trimStart().startsWith('#');
	if (!statement) return comment ? undefined : { kind: 'head', start: offset, end: offset };
	if (statement.comment !== undefined && offset > statement.comment) return undefined;
	const { head } = statement;
	if (offset <= head.end) return { kind: 'head', start: head.start, end: head.end, word: head };
	const command = commandOf(head.text, reading.target.release);
	if (!command || isOpen(source, head.start, head.end)) return undefined;
	const index = statement.words.findIndex(({ start, end }) => start <= offset && offset <= end);
	const word = index < 0 ? undefined : statement.words[index];
	const before = word ? statement.words[index - 1] : statement.words.findLast(({ end }) => end <= offset);
	return { kind: 'argument', statement, command, ...(word ? { word } : {}), ...(before ? { before } : {}) };
}

const sameLine = (text: string, from: number, to: number): boolean => {
	const lineBreak = text.indexOf('\n', from);
	return lineBreak < 0 || lineBreak >= to;
};
