import { hookMacros } from '../macros/hookMacros';
import type { UnattendSource } from '../unattendSource';
import { coveringMacro, holdsMacro, wholeMacro } from '../values/macrosIn';
import { hasTemplateMark, isTemplateLine } from '../values/templateMarks';
import { readCopiedText } from './copiedText';
import type { CopyMark } from './copyMark';
import { readStatements, type Statement, type StatementGrammar, type StatementLines } from './readStatements';

/** A file of commands and sections as read once for all verbs. */
export interface StatementFile extends StatementLines {
	/** With what was copied along masked as well. */
	readonly source: UnattendSource;
	readonly copied: readonly CopyMark[];
}

/** What a dialect says about its lines. */
export interface LineGrammar extends Pick<StatementGrammar, 'endTags' | 'isSection' | 'taken'> {
	isCommand(name: string): boolean;
	/** Another word that a line may begin with. */
	isDirective(name: string): boolean;
}

/** Reads a source, without what was copied along with it. */
export function readStatementFile(given: UnattendSource, grammar: LineGrammar): StatementFile {
	const { isCommand, isSection, isDirective } = grammar;
	const isHead = (word: string): boolean => isCommand(word) || isSection(word) || isDirective(word);
	const { masked, marks } = readCopiedText(given.masked, { ...grammar, isHead });
	const source = masked === given.masked ? given : { ...given, masked };
	return { ...readLines(source, grammar), source, copied: marks };
}

/** The lines of a source, from an offset on. */
export const readLines = (
	source: UnattendSource,
	{ endTags, isSection, isCommand, taken }: LineGrammar,
	from = 0,
): StatementLines =>
	readStatements(source.masked, {
		from,
		taken,
		endTags,
		isSection,
		isCommand,
		isOpaque: (start, end) => isOpaque(source, start, end),
		isHook: start => bringsSections(coveringMacro(source, start)?.name),
	});

/** True when a stretch holds a macro or a template mark: its final text is not what stands there. */
export const isOpen = (source: UnattendSource, start: number, end: number): boolean =>
	holdsMacro(source, { start, end }) || hasTemplateMark(source.masked.slice(start, end));

/** True for a line that begins with a macro or a template mark: what it becomes is not known. */
export const isOpaque = (source: UnattendSource, start: number, end: number): boolean =>
	wholeMacro(source, { start, end }) !== undefined ||
	coveringMacro(source, start) !== undefined ||
	isTemplateLine(source.masked.slice(start, Math.min(end, start + 40)));

/** For the hook macros the appliance is documented to put in sections only, never commands. */
const bringsSections = (name: string | undefined): boolean => hookMacros.some(hook => hook === name);

/** True for a line in whose place commands may come. */
export const bringsCommands = (source: UnattendSource, { kind, start }: Statement): boolean =>
	kind === 'directive' || (kind === 'opaque' && !bringsSections(coveringMacro(source, start)?.name));

/** True when lines of a template language may leave out or repeat the lines between them. */
export const hasTemplateLines = ({ statements, source }: StatementFile): boolean =>
	statements.some(({ kind, start }) => kind === 'opaque' && !coveringMacro(source, start));
