import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { FinishedUnattend } from '../../language/deployment/finishedUnattend';
import { opinionDiagnostics } from '../../language/deployment/secondOpinion/opinionDiagnostics';
import { lastWords, type Program, readToolReport } from '../../language/deployment/secondOpinion/toolReport';
import type { ReferenceTool } from '../../language/unattend/dialect';
import type { Terminal } from '../terminal';
import { UsageError } from '../usageError';
import { runTool } from './runTool';

/** What a program of others says of a finished file. */
export type Opinion =
	| { readonly program: Program; readonly diagnostics: readonly Diagnostic[]; readonly says: string }
	/** There is none, and a sentence tells why. */
	| { readonly missing: string };

export interface OpinionOptions {
	/** Name of the file, without folders. */
	readonly name: string;
	/** Path of a schema for XML. */
	readonly schema: string | undefined;
}

/** Milliseconds that a program may take for one file. */
const limit = 60_000;

/**
 * Asks the program that judges files of this dialect. What is wrong is told at the places of the source.
 * @throws {UsageError} for a schema that the program does not take, or that is not there
 */
export async function secondOpinion(
	finished: FinishedUnattend,
	{ name, schema }: OpinionOptions,
	terminal: Pick<Terminal, 'cwd' | 'environment' | 'signal'>,
): Promise<Opinion> {
	const { referenceTool: tool } = finished;
	if (!tool) return { missing: 'No program is known that judges files of this kind: no second opinion.' };
	const { program, args, syntax } = await commandOf(tool, schema, terminal);
	// The values may be passwords: nobody else can read the folder, and it is gone afterwards.
	const folder = await mkdtemp(path.join(os.tmpdir(), 'xclarity-opinion-'));
	try {
		const file = path.join(folder, name);
		await writeFile(file, finished.text, { mode: 0o600 });
		const run = await runTool({ program, args: [...args, file], cwd: folder, limit }, terminal);
		if (run === 'absent') return { missing: `${program} is not installed: no second opinion.` };
		if (run === 'late') return { missing: `${program} took longer than ${limit / 1000} s: no second opinion.` };
		const findings = readToolReport(program, { ...run, file });
		if (!findings) return { missing: `${program} gave no opinion: ${lastWords({ ...run, file })}` };
		const says = findings.length === 0 ? 'has no objection' : 'objects';
		const diagnostics = opinionDiagnostics(finished, program, findings);
		return { program, diagnostics, says: `${program}${syntax === '' ? '' : ` for ${syntax}`} ${says}.` };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

interface ToolCommand {
	readonly program: Program;
	readonly args: readonly string[];
	/** As the person reads it. */
	readonly syntax: string;
}

interface ToolCall {
	/** Without a schema. */
	plain(syntax: string | undefined): ToolCommand;
	/** With the schema of this path; without, it takes none. */
	withSchema?(schema: string): ToolCommand;
}

/** How the program of each dialect is called. */
export const toolCalls: Readonly<Record<ReferenceTool['program'], ToolCall>> = {
	ksvalidator: {
		plain: syntax => ({ program: 'ksvalidator', args: ['-v', syntax ?? 'DEVEL'], syntax: syntax ?? '' }),
	},
	xmllint: {
		plain: () => ({ program: 'xmllint', args: ['--noout', '--nonet'], syntax: 'the form of XML' }),
		withSchema: schema => {
			const syntax = path.basename(schema);
			if (/\.rnc$/i.test(schema)) return { program: 'jing', args: ['-c', schema], syntax };
			const option = /\.rng$/i.test(schema) ? '--relaxng' : '--schema';
			return { program: 'xmllint', args: ['--noout', '--nonet', option, schema], syntax };
		},
	},
};

/** @throws {UsageError} for a schema that the program does not take, or that is not there */
async function commandOf(
	{ program, syntax }: ReferenceTool,
	schema: string | undefined,
	{ cwd }: Pick<Terminal, 'cwd'>,
): Promise<ToolCommand> {
	const { plain, withSchema } = toolCalls[program];
	if (schema === undefined) return plain(syntax);
	if (!withSchema) throw new UsageError(`--schema is for XML files: ${program} has its rules within.`);
	const file = path.resolve(cwd, schema);
	await stat(file).catch((error: NodeJS.ErrnoException) => {
		throw new UsageError(`The schema ${schema} cannot be read: ${error.message}.`);
	});
	return withSchema(file);
}
