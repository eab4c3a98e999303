import {
	type CommandGrammar,
	continuation,
	type LineSlip,
	mayGoOn,
	type ReadLine,
	splitCommands,
	withoutBackslash,
} from './lineSlips';
import { readWords, type Word, type Words } from './words';

/** One line that says something: a command, a directive, a section's header. */
export interface Statement extends Words {
	/** `opaque`: only a macro or a mark of a template language; it may stand for anything. */
	readonly kind: 'command' | 'directive' | 'header' | 'end' | 'opaque';
	/** The first word. */
	readonly head: Word;
	/** From the first word to the end of the line, without trailing blanks. */
	readonly start: number;
	readonly end: number;
	/** What a shell would take and an installer does not: lines that go on, several commands on one. */
	readonly slips?: readonly LineSlip[] | undefined;
}

/** A section from its header to its `%end`. */
export interface Section {
	/** With the leading `%`, also where the header lacks it. */
	readonly name: string;
	readonly header: Statement;
	/** Lines between header and end: `bodyEnd` is the start of the end tag's line, or of what stopped the section. */
	readonly bodyStart: number;
	readonly bodyEnd: number;
	/** The end tag; without one the section was stopped by another section or by the end of the file. */
	readonly endTag?: Statement | undefined;
	/** Included files inside the section. */
	readonly directives: readonly Statement[];
}

/** A file of the kickstart family. */
export interface StatementLines {
	/** Lines outside sections, in order: commands, directives, opaque lines, stray end tags, unknown sections' headers. */
	readonly statements: readonly Statement[];
	readonly sections: readonly Section[];
}

/** What differs between the dialects of the family. */
export interface StatementGrammar {
	/** Sections are closed by `%end`; without, each runs to the next section. */
	readonly endTags: boolean;
	isSection(name: string): boolean;
	isCommand?(name: string): boolean;
	/** What stands behind a command. */
	readonly taken?: CommandGrammar['taken'];
	/** A line at this place stands for something that is only known at deployment. */
	isOpaque?(start: number, end: number): boolean;
	/** A macro of the appliance at this place has its line for itself. */
	readonly isHook?: ((start: number) => boolean) | undefined;
	/** Where to begin; what stands before is passed over. */
	readonly from?: number;
}

const directives = new Set(['%include', '%ksappend']);

/** Reads a text whose macros are masked. Never throws; an error in one line does not reach the next one. */
export function readStatements(masked: string, grammar: StatementGrammar): StatementLines {
	const statements: Statement[] = [];
	const sections: Section[] = [];
	const lines = new LineCursor(masked);
	lines.skipTo(grammar.from ?? 0);
	// A byte order mark belongs to the first command for the reference parser; here it is left to a check of its own.
	if (masked.charCodeAt(0) === 0xfeff) lines.skipTo(1);
	while (lines.next()) {
		for (const statement of readLine(masked, lines, grammar)) {
			const name = sectionOf(statement, { masked, lines, grammar });
			if (name !== undefined) {
				sections.push(readSection({ masked, lines, grammar }, statement, name));
				break;
			}
			statements.push(statement);
			if (statement.kind === 'header' && grammar.endTags) lines.skipTo(endOfUnknown(masked, lines.at));
		}
	}
	return { statements, sections };
}

/** The section that a line opens; its percent sign may have been forgotten. */
function sectionOf({ kind, head, words }: Statement, { masked, lines, grammar }: SectionReader): string | undefined {
	if (kind === 'header') {
		const whole = head.text === '%' ? `%${words[1]?.text}` : withoutEnd(head.text);
		return grammar.isSection(whole) ? whole : undefined;
	}
	const name = `%${head.text}`;
	if (kind !== 'command' || !grammar.isSection(name) || !grammar.isCommand || grammar.isCommand(head.text))
		return undefined;
	return !grammar.endTags || endOfUnknown(masked, lines.at) > lines.at ? name : undefined;
}

/** `%end%post`: two tags without the line break between them. */
const withoutEnd = (tag: string): string => tag.replace(/^%end(?=%)/, '');

/**
 * A section that is not known is one mistake: its lines up to its `%end` are no commands. When another line with a
 * percent sign comes first, they are read as commands.
 */
function endOfUnknown(masked: string, from: number): number {
	const tag = /^[ \t]*(%\S*).*$/gm;
	tag.lastIndex = from;
	const found = tag.exec(masked);
	return found?.[1] === '%end' ? found.index + found[0].length + 1 : from;
}

/** Walks over lines; `start` is the first character that is not blank, `end` leaves trailing blanks out. */
class LineCursor {
	at = 0;
	lineStart = 0;
	start = 0;
	end = 0;

	constructor(private readonly text: string) {}

	/** Moves to the next line; false after the last. */
	next(): boolean {
		const { text } = this;
		if (this.at >= text.length) return false;
		this.lineStart = this.at;
		const lineBreak = text.indexOf('\n', this.at);
		let end = lineBreak < 0 ? text.length : lineBreak;
		this.at = lineBreak < 0 ? text.length : lineBreak + 1;
		let start = this.lineStart;
		while (start < end && isBlank(text.charCodeAt(start))) start++;
		while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
		this.start = start;
		this.end = end;
		return true;
	}

	skipTo(offset: number): void {
		this.at = Math.max(this.at, offset);
	}

	/** Has the line that was just read come again. */
	putBack(): void {
		this.at = this.lineStart;
	}
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13) || code === 0xa0;

/** The statements of a line: mostly one. */
function readLine(masked: string, lines: LineCursor, grammar: StatementGrammar): readonly Statement[] {
	const { start } = lines;
	if (start === lines.end || masked[start] === '#') return [];
	const read = readWords(masked, { start, end: lines.end });
	const [head] = read.words;
	if (!head) return [];
	const kind = grammar.isOpaque?.(start, lines.end) ? 'opaque' : kindOf(head.text);
	if (kind !== 'command' || !grammar.isCommand) return [{ ...read, kind, head, start, end: read.comment ?? lines.end }];
	const { isCommand, taken, isHook } = grammar;
	const commands = { isCommand, taken, isHook };
	const whole = readOn(masked, lines, read, commands);
	const end = whole.comment ?? whole.words.at(-1)?.end ?? lines.end;
	return splitCommands(whole, commands).map(part => {
		const { words, comment, cutsWord, unclosed, slips } = part;
		const [first = head] = words;
		const { start } = first;
		return {
			kind: kindOf(first.text),
			head: first,
			start,
			end: part.end ?? end,
			words,
			comment,
			cutsWord,
			unclosed,
			slips,
		};
	});
}

/** A line together with those that it goes on in, as a backslash at its end is meant to say; a command is none of them. */
function readOn(
	masked: string,
	lines: LineCursor,
	first: Words,
	grammar: CommandGrammar & Pick<StatementGrammar, 'isHook'>,
): ReadLine {
	let slip = continuation(first, lines.end);
	if (!slip) return first;
	const words: Word[] = [];
	const slips: LineSlip[] = [];
	addWords(words, withoutBackslash(first.words));
	for (;;) {
		if (!lines.next()) return { words, slips: [...slips, slip] };
		const { start, end } = lines;
		const read = readWords(masked, { start, end });
		const next = continuation(read, end);
		const more = next ? withoutBackslash(read.words) : read.words;
		const isCommand = grammar.isCommand(more[0]?.text ?? '') && !mayGoOn(words, grammar);
		if (isCommand || grammar.isHook?.(start) || start === end || /[#%]/.test(masked[start] ?? '')) {
			lines.putBack();
			return { words, slips: [...slips, slip] };
		}
		addWords(words, more);
		slips.push({ ...slip, next: start });
		if (!next) return { ...read, words, slips };
		slip = next;
	}
}

/** A line may have more words than a call takes arguments. */
function addWords(words: Word[], more: readonly Word[]): void {
	for (const word of more) words.push(word);
}

function kindOf(head: string): Statement['kind'] {
	if (!head.startsWith('%')) return 'command';
	if (directives.has(head)) return 'directive';
	return head === '%end' ? 'end' : 'header';
}

interface SectionReader {
	readonly masked: string;
	readonly lines: LineCursor;
	readonly grammar: StatementGrammar;
}

function readSection({ masked, lines, grammar }: SectionReader, header: Statement, name: string): Section {
	const bodyStart = lines.at;
	const inside: Statement[] = [];
	const section = (bodyEnd: number, endTag?: Statement): Section => ({
		name,
		header,
		bodyStart,
		bodyEnd,
		endTag,
		directives: inside,
	});
	while (lines.next()) {
		const { start, end } = lines;
		if (masked.charCodeAt(start) !== 37) continue;
		const tag = /^%\S*/.exec(masked.slice(start, Math.min(end, start + 40)))?.[0] ?? '';
		if (tag === '%end' && grammar.endTags) return section(lines.lineStart, readTag(masked, lines));
		if (directives.has(tag)) inside.push(readTag(masked, lines));
		else if (grammar.isSection(grammar.endTags ? withoutEnd(tag) : tag)) {
			lines.putBack();
			return section(lines.lineStart);
		}
	}
	return section(masked.length);
}

/** A line of a section that begins with a tag the reader knows; comments are not cut off there. */
function readTag(masked: string, { start, end }: LineCursor): Statement {
	const read = readWords(masked, { start, end, comments: false });
	const head = read.words[0] ?? { text: masked.slice(start, end), start, end, quoted: false };
	return { ...read, kind: head.text === '%end' ? 'end' : 'directive', head, start, end };
}
