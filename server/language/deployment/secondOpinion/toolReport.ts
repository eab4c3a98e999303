import { t } from '../../../texts/texts';
import type { ReferenceTool } from '../../unattend/dialect';

/** One thing that a program of others says about a file. */
export interface ToolFinding {
	/** Counted from 1; `undefined`: the program names none. */
	readonly line: number | undefined;
	readonly severity: 'error' | 'warning';
	readonly message: string;
}

/** What a program has said, and how it ended. */
export interface ToolOutput {
	/** Standard output and standard error, one after the other. */
	readonly text: string;
	/** `null`: it was killed. */
	readonly code: number | null;
	/** Path of the file that it was given. */
	readonly file: string;
}

/** The programs whose words are understood. */
export type Program = ReferenceTool['program'] | 'jing';

/** What a program found; `undefined` when it says that something is wrong and not what. */
export function readToolReport(program: Program, output: ToolOutput): readonly ToolFinding[] | undefined {
	const findings = readers[program](output);
	// Its findings count whatever it ends with: ksvalidator ends with their number, of which a system keeps one byte.
	return findings.length === 0 && output.code !== 0 ? undefined : findings;
}

/** Why a program has given no report, in its own last words. */
export const lastWords = ({ text, file }: ToolOutput): string =>
	text
		.split(/\r?\n/)
		.map(line => line.replaceAll(file, '').trim())
		.filter(line => line !== '' && !line.startsWith('Checking kickstart file'))
		.at(-1) ?? t('it said nothing');

/** The sentences of pykickstart's errors.py, parser.py and ksvalidator. */
const located =
	/(?:The following problem occurred on line (\d+) of the kickstart file:\n\n([\s\S]*?)(?=\n\n|\n*$)|There was a problem reading from line (\d+) of the kickstart file)/g;
const deprecated = /^File uses a deprecated option or command\.\n([\s\S]*?)(?=\n\n|\n*$)/gm;

function readKsvalidator({ text }: ToolOutput): ToolFinding[] {
	const plain = text.replace(/\r\n/g, '\n');
	const found = [...plain.matchAll(located)].map(
		([, line, message, unread]): ToolFinding => ({
			line: Number(line ?? unread),
			severity: 'error',
			message: oneLine(message ?? t('There was a problem reading from this line.')),
		}),
	);
	const old = [...plain.replace(located, '').matchAll(deprecated)].map(
		([, message = '']): ToolFinding => ({ ...place(message), severity: 'warning' }),
	);
	return [...found, ...old];
}

/** Some of its sentences name the line themselves. */
function place(message: string): Pick<ToolFinding, 'line' | 'message'> {
	const line = /\bon line (\d+)\b/.exec(message)?.[1];
	return { line: line === undefined ? undefined : Number(line), message: oneLine(message) };
}

/** libxml2: `FILE:3: parser error : words`, `FILE:3: element a: Schemas validity error : words`. */
const xmllintLine = /^(\d+): (?:element [^:]*: )?(.*?(error|warning) : .*)$/;

/** `FILE:3:7: error: words`; `fatal` is one, too. */
const jingLine = /^(\d+):\d+: (?:(fatal|error|warning): (.*))$/;

const readXmllint = (output: ToolOutput): ToolFinding[] =>
	linesOf(output).flatMap((line): ToolFinding[] => {
		const [, number, message, sort] = xmllintLine.exec(line) ?? [];
		if (message === undefined) return [];
		return [{ line: Number(number), severity: sort === 'warning' ? 'warning' : 'error', message: oneLine(message) }];
	});

const readJing = (output: ToolOutput): ToolFinding[] =>
	linesOf(output).flatMap((line): ToolFinding[] => {
		const [, number, sort, message] = jingLine.exec(line) ?? [];
		if (message === undefined) return [];
		return [{ line: Number(number), severity: sort === 'warning' ? 'warning' : 'error', message: oneLine(message) }];
	});

/** The lines that begin with the file, without it. */
const linesOf = ({ text, file }: ToolOutput): string[] =>
	text.split(/\r?\n/).flatMap(line => (line.startsWith(`${file}:`) ? [line.slice(file.length + 1)] : []));

const oneLine = (message: string): string => message.trim().replace(/\s+/g, ' ');

const readers: Readonly<Record<Program, (output: ToolOutput) => ToolFinding[]>> = {
	ksvalidator: readKsvalidator,
	xmllint: readXmllint,
	jing: readJing,
};
