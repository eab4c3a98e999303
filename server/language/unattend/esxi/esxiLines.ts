import { oncePerVersion } from '../../oncePerVersion';
import { type Arguments, parseArguments, type UsedOption, type Value, wordValue } from '../statements/parseArguments';
import type { Statement } from '../statements/readStatements';
import { isOpen } from '../statements/statementFile';
import type { EsxiFile } from './esxiFile';
import { type EsxiCommand, type EsxiOption, esxiCommands } from './esxiTable';

/** A command line or a section's header with its words told apart. */
export interface EsxiLine {
	readonly statement: Statement;
	readonly command: EsxiCommand;
	readonly args: Arguments<EsxiOption>;
	/** A macro or a template mark among the words may bring options or arguments of its own. */
	readonly open: boolean;
}

/** The lines whose first word ESXi knows, commands before headers. */
export const esxiLines = oncePerVersion((file: EsxiFile): readonly EsxiLine[] => {
	const { statements, sections } = file;
	return [...statements, ...sections.map(({ header }) => header)].flatMap(one => lineOf(file, one) ?? []);
});

/** A statement told apart; `undefined` for what ESXi does not know and for lines that cannot be split. */
export function lineOf({ source }: EsxiFile, statement: Statement): EsxiLine | undefined {
	const command = statement.kind === 'opaque' ? undefined : esxiCommands().get(statement.head.text);
	if (!command || statement.unclosed !== undefined) return undefined;
	const args = parseArguments(statement, command, source.masked);
	const words = [...args.positionals, ...args.faults.flatMap(fault => ('word' in fault ? fault.word : []))];
	return { statement, command, args, open: words.some(({ start, end }) => isOpen(source, start, end)) };
}

/** The commands of a name, in order. */
export const linesNamed = (file: EsxiFile, ...names: readonly string[]): readonly EsxiLine[] =>
	esxiLines(file).filter(({ command }) => names.includes(command.name));

/** The last use of an option, by whatever spelling. */
export const usedOption = ({ args }: EsxiLine, name: string): UsedOption<EsxiOption> | undefined =>
	args.options.findLast(({ option }) => option.canonical === name);

/** The value of an option's last use. */
export const usedValue = (line: EsxiLine, name: string): Value | undefined => usedOption(line, name)?.value;

/** The first argument without dashes. */
export const firstArgument = ({ source }: EsxiFile, { args }: EsxiLine): Value | undefined => {
	const [word] = args.positionals;
	return word && wordValue(word, source.masked);
};

/** Behind the last word, where another option goes. */
export const endOfWords = ({ statement }: EsxiLine): number => (statement.words.at(-1) ?? statement.head).end;
