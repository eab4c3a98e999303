import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { declaredEncoding, declaredUtf8, isDeclaredOtherwise } from '../language/declaredEncoding';
import type { Answers } from '../language/deployment/answers';
import { applianceValues } from '../language/deployment/applianceValues';
import type { FinishedUnattend, Finishing } from '../language/deployment/finishedUnattend';
import type { Origin } from '../language/deployment/macroValues';
import { finish } from '../language/languageService';
import { makeFolder } from '../rest/makeFolder';
import type { Preferences, Workspace } from '../workspace/workspace';
import { type ApplianceSays, applianceSays } from './applianceSays';
import { lineChanges } from './check/lineChanges';
import { isError } from './check/report';
import { textReport } from './check/textReport';
import { type Command, type ExitCode, parseOptions } from './command';
import { diskWorkspace } from './diskWorkspace';
import { uriOf } from './findFiles';
import { givenPath } from './givenPaths';
import { previewJson, type ServerPreview } from './previewJson';
import { previewTargets } from './previewTargets';
import { readDocument } from './readDocument';
import { noValues, readValues, type Values } from './readValues';
import { secondOpinion } from './secondOpinion/secondOpinion';
import { loginOptions } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { writeWhole } from './writeWhole';

const usage = `preview FILE [--config FILE] [--values FILE] [--server N | --all-servers --out DIR] [--diff]
        [--json] [--second-opinion [--schema FILE]] [--from-server URL|ID --user NAME]

Prints an unattend file as the installer of one server will read it: every macro is replaced by what was entered in a
values file, by the default of its setting, or, for what only an appliance knows, by a sample. What is wrong with the
result is told with its place in FILE. Ends with 1 when a macro stays without a value or the result has errors.

  --config FILE    the configuration-settings file, over what xclarity.json says
  --values FILE    what the operator enters; xclarity form writes one
  --server N       the server of the values file, from 1 (default)
  --all-servers    one file for each server of the values file, DIR/NAME/FILE
  --out DIR        where those go; the folders are made, and a file of that name is replaced, but none that is read
  --diff           print the lines that differ from FILE instead
  --json           print the text, what became of each macro, and the diagnostics as JSON
  --second-opinion also have the result judged by the program that its own people use, where it is installed:
                   ksvalidator for kickstart, xmllint for XML; without it, or where it gives no opinion, the end is 2
  --schema FILE    judge XML by this schema, too: .xsd, .rng, or .rnc with jing
  --from-server URL|ID
                   take what this appliance knows of predefined macros from it; nothing is changed there. Who logs in
                   and how is said as for xclarity list: --user, --ca, --fingerprint, --proxy, --no-proxy,
                   --password-stdin
  --escape-xml     write &, < and > of a value as entities of XML; whether an appliance does is not known`;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values: options, positionals } = parseOptions(args, {
		config: text,
		values: text,
		server: text,
		'all-servers': flag,
		out: text,
		diff: flag,
		json: flag,
		'escape-xml': flag,
		'second-opinion': flag,
		schema: text,
		'from-server': text,
		...loginOptions,
	});
	const [given, ...more] = positionals;
	if (given === undefined || more.length > 0) throw new UsageError('preview takes one unattend file.');
	if (options['all-servers'] !== (options.out !== undefined))
		throw new UsageError('--all-servers and --out go together: there is one file for each server.');
	if (options['all-servers'] && (options.server !== undefined || options.diff))
		throw new UsageError('--all-servers goes with neither --server nor --diff.');
	if (options.json && options.diff) throw new UsageError('Give either --json or --diff, not both.');
	if (options.schema !== undefined && !options['second-opinion'])
		throw new UsageError('--schema goes with --second-opinion.');
	const file = await givenPath(given, terminal.cwd);
	const at = (name: string): string => path.resolve(terminal.cwd, name);
	const workspace = diskWorkspace(terminal.cwd);
	const values = options.values === undefined ? noValues : await readValues(workspace, options.values, terminal);
	const config = options.config === undefined ? values.config : uriOf(at(options.config));
	const preview = await previewer(workspace, file, terminal.cwd, {
		severities: {},
		...(config === undefined ? {} : { config }),
	});
	if (isDeclaredOtherwise(preview.document.getText()))
		terminal.note(`${file} declares another encoding; what is made is UTF-8, and declares that.`);
	const says = await applianceSays(options['from-server'], options, terminal);
	const finishing = { answers: values.answers, escapesXml: options['escape-xml'], says };
	const judge = options['second-opinion'] ? { schema: options.schema } : undefined;
	const { json } = options;
	if (options.out !== undefined)
		return writeAll(preview, { ...values, ...finishing, folder: at(options.out), judge, json }, terminal);
	const server = serverIndex(options.server, values);
	const result = preview.finish({ ...finishing, server });
	const name = values.answers.servers[server]?.name;
	if (json) terminal.out(previewJson(preview, [{ server: name, result }]));
	else
		terminal.outText(options.diff ? lineChanges(preview.document.getText(), result.text) : preview.mark + result.text);
	tell(preview, result, terminal, says);
	tellReading(result, options['escape-xml'], terminal);
	return worst(exitCode([result], values), await askOthers(preview, result, { judge, terminal }));
}

interface Judging {
	/** Without, nobody else is asked. */
	readonly judge: { readonly schema: string | undefined } | undefined;
	readonly terminal: Terminal;
}

/** Tells what a program of others says of a result. Where none says anything, it must not look like consent. */
async function askOthers(
	{ file, document }: Preview,
	result: FinishedUnattend,
	{ judge, terminal }: Judging,
): Promise<ExitCode> {
	if (!judge) return 0;
	const { cwd, environment } = terminal;
	const opinion = await terminal.uninterrupted(signal =>
		secondOpinion(result, { ...judge, name: path.basename(file) }, { cwd, environment, signal }),
	);
	if ('missing' in opinion) {
		terminal.note(opinion.missing);
		return 2;
	}
	const { diagnostics, says } = opinion;
	terminal.note(says);
	if (diagnostics.length > 0) terminal.note(textReport({ reports: [{ file, document, diagnostics }] }));
	return diagnostics.some(isError) ? 1 : 0;
}

/** What was not looked at may hold any error, so 2 wins over 1. */
const worst = (one: ExitCode, other: ExitCode): ExitCode => (one > other ? one : other);

interface PreviewFinishing extends Pick<Finishing, 'escapesXml'> {
	readonly answers: Answers;
	/** Counted from 0. */
	readonly server: number;
	readonly says: ApplianceSays | undefined;
}

/** An unattend file, ready to be finished for one server after the other. */
interface Preview {
	/** As the person named it. */
	readonly file: string;
	readonly document: TextDocument;
	/** The byte order mark of FILE, or nothing. */
	readonly mark: string;
	/** Paths of the files that it is made from. */
	readonly read: readonly string[];
	finish(finishing: PreviewFinishing): FinishedUnattend;
	report(result: FinishedUnattend): string;
}

async function previewer(workspace: Workspace, file: string, cwd: string, preferences: Preferences): Promise<Preview> {
	const document = await readDocument(workspace, file, cwd);
	const kind = await workspace.kindOf(document);
	const context = kind && (await workspace.contextOf(document, kind, preferences));
	if (!kind || !context || !finish(kind, document, context)) throw new UsageError(`${file} is no unattend file.`);
	if (preferences.config !== undefined && context.link.config === undefined)
		throw new UsageError(`The configuration-settings file ${context.link.configPath} cannot be read.`);
	const declared = declaredEncoding(document.getText())?.name ?? '';
	if (context.encoding === 'Windows-1252' && isDeclaredOtherwise(document.getText()) && !isWestern.test(declared))
		throw new UsageError(`${file} is in ${declared}, whose letters are not read. Save it as UTF-8 first.`);
	return {
		file,
		document,
		mark: context.encoding === 'UTF-8 with a byte order mark' ? '\uFEFF' : '',
		read: [document.uri, ...(context.link.config ? [context.link.config.uri] : [])].map(uri => fileURLToPath(uri)),
		finish: ({ says, ...finishing }) => {
			const { answers, server } = finishing;
			const appliance = says && applianceValues(says.values, answers, server);
			const result = finish(kind, document, context, { ...finishing, ...(appliance ? { appliance } : {}) });
			if (!result) throw new Error(`${kind} has no preview`);
			return { ...result, text: declaredUtf8(result.text) };
		},
		report: ({ sourceDiagnostics: diagnostics }) => textReport({ reports: [{ file, document, diagnostics }] }),
	};
}

/** What Windows-1252 reads as it is meant. */
const isWestern = /^(?:iso-?8859-1|latin1|(?:windows-|cp)1252|us-ascii)$/i;

function serverIndex(given: string | undefined, { answers }: Values): number {
	const count = Math.max(1, answers.servers.length);
	if (given === undefined) return 0;
	if (!/^\d{1,4}$/.test(given) || Number(given) < 1) throw new UsageError('--server takes a number from 1.');
	if (answers.servers.length > 0 && Number(given) > count)
		throw new UsageError(`--server ${given}: the values file has ${count} server${count === 1 ? '' : 's'}.`);
	return Number(given) - 1;
}

/** What the person has to know about a result, on standard error. */
function tell(preview: Preview, result: FinishedUnattend, terminal: Terminal, says: ApplianceSays | undefined): void {
	terminal.note(preview.report(result));
	const from = (origin: Origin): string =>
		[
			...new Set(
				result.substitutions.flatMap(({ macro, becomes }) =>
					'origin' in becomes && becomes.origin === origin ? [`#${macro.name}#`] : [],
				),
			),
		].join(', ');
	if (says && from('appliance') !== '') terminal.note(`From ${says.server}: ${from('appliance')}.`);
	if (from('sample') !== '') terminal.note(`Samples stand for ${from('sample')}.`);
	if (from('comment') !== '') terminal.note('Comments stand where the appliance puts sections of its own.');
}

/** In which of two readings values stand in an XML file, where they differ. */
function tellReading({ text: made, substitutions }: FinishedUnattend, escapesXml: boolean, terminal: Terminal): void {
	const isXml = /^\uFEFF?\s*</.test(made);
	if (!isXml || !substitutions.some(({ becomes }) => 'text' in becomes && /[&<>]/.test(becomes.text))) return;
	const how = escapesXml ? 'as entities of XML' : 'as they were entered';
	terminal.note(`Values with &, < or > are shown ${how}: what an appliance does is not known.`);
}

async function writeAll(
	preview: Preview,
	{
		folder,
		judge,
		json,
		...values
	}: Values &
		Pick<Judging, 'judge'> &
		Pick<PreviewFinishing, 'says'> & {
			readonly folder: string;
			readonly escapesXml: boolean;
			readonly json: boolean;
		},
	terminal: Terminal,
): Promise<ExitCode> {
	const { servers } = values.answers;
	if (servers.length === 0) throw new UsageError('--all-servers needs a values file with servers.');
	const into = {
		folder,
		file: path.basename(preview.file),
		read: [...preview.read, ...values.read],
		cwd: terminal.cwd,
	};
	const targets = previewTargets(servers, into);
	const made: Required<ServerPreview>[] = [];
	let opinions: ExitCode = 0;
	for (const [server, { name, target }] of targets.entries()) {
		const result = preview.finish({
			answers: values.answers,
			escapesXml: values.escapesXml,
			says: values.says,
			server,
		});
		makeFolder(path.dirname(target));
		await terminal.uninterrupted(() => writeWhole(target, preview.mark + result.text));
		const shown = path.relative(terminal.cwd, target);
		if (!json) terminal.out(`${shown}\n`);
		if (result.sourceDiagnostics.some(isTold)) terminal.note(`${name}:\n${preview.report(result)}`);
		opinions = worst(opinions, await askOthers(preview, result, { judge, terminal }));
		made.push({ server: name, written: shown, result });
	}
	if (json) terminal.out(previewJson(preview, made));
	const results = made.map(({ result }) => result);
	return worst(exitCode(results, values), opinions);
}

const isTold = ({ severity }: { readonly severity?: DiagnosticSeverity }): boolean =>
	severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning;

const exitCode = (results: readonly FinishedUnattend[], { hasErrors }: Values): ExitCode =>
	hasErrors || results.some(({ diagnostics }) => diagnostics.some(isError)) ? 1 : 0;

export const previewCommand: Command = {
	summary: 'print an unattend file as the installer of a server will read it',
	usage,
	run,
};
