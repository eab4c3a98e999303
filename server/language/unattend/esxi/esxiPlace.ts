import type { Section, Statement } from '../kickstart/reader';
import type { Word } from '../kickstart/words';
import type { EsxiReading } from './esxiReading';
import { type EsxiCommand, esxiCommands } from './esxiTable';

/** Where a cursor stands. */
export type EsxiPlace =
	/** On the first word of a line outside scripts, or where one could begin. */
	| { readonly kind: 'head'; readonly start: number; readonly end: number; readonly word?: Word }
	/** On or before another word of a command or a section's header. */
	| {
			readonly kind: 'argument';
			readonly statement: Statement;
			readonly command: EsxiCommand;
			/** The word under the cursor. */
			readonly word?: Word;
			/** The word before it. */
			readonly before?: Word;
	  }
	| { readonly kind: 'body'; readonly section: Section; readonly lineStart: number };

/** Finds out what an offset points at; `undefined` in comments and behind words that ESXi does not know. */
export function esxiPlaceAt({ source, file }: EsxiReading, offset: number): EsxiPlace | undefined {
	const lineStart = source.text.lastIndexOf('\n', offset - 1) + 1;
	const section = file.sections.find(({ bodyStart, bodyEnd }) => bodyStart <= offset && offset < bodyEnd);
	const last = file.sections.at(-1);
	const inside = section ?? (last && last.bodyStart <= offset && lineStart > last.header.start ? last : undefined);
	if (inside) return { kind: 'body', section: inside, lineStart };
	const statement = [...file.statements, ...file.sections.map(({ header }) => header)].find(
		({ start }) => start >= lineStart && start <= offset && !source.text.slice(start, offset).includes('\n'),
	);
	if (!statement) {
		const isComment = source.masked.slice(lineStart, offset).trimStart().startsWith('#');
		return isComment ? undefined : { kind: 'head', start: offset, end: offset };
	}
	return inStatement(statement, offset);
}

function inStatement(statement: Statement, offset: number): EsxiPlace | undefined {
	const { head, words, comment, kind } = statement;
	if (kind === 'opaque' || (comment !== undefined && offset > comment)) return undefined;
	if (offset <= head.end) return { kind: 'head', start: head.start, end: head.end, word: head };
	const command = esxiCommands.get(head.text);
	if (!command) return undefined;
	const index = words.findIndex(({ start, end }) => start <= offset && offset <= end);
	const word = words[index];
	const before = word ? words[index - 1] : words.findLast(({ end }) => end <= offset);
	return { kind: 'argument', statement, command, ...(word ? { word } : {}), ...(before ? { before } : {}) };
}
