import path from 'node:path';
import { makeFolder } from '../rest/makeFolder';
import type { OsImages, StoredFile } from '../rest/osImages';
import { certainBytes } from '../rest/sync/certainText';
import type { RecordStore } from '../rest/sync/uploadRecord';
import { type Command, type ExitCode, parseOptions } from './command';
import { demandIds } from './givenIds';
import { onOneLine } from './onOneLine';
import { safeFileName } from './safeFileName';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';
import { createFile, replaceName } from './writeWhole';

const usage = `pull [ID|NAME...] --server URL|ID --user NAME [--to DIR] [--last-uploaded] [--overwrite] [--json]

Writes unattend files and configuration-settings files of the appliance into a folder, as far as the appliance gives out
their texts. No call is documented that returns the text of one file: it is read where the list carries it, and otherwise
you are told. Without ID or NAME all of them.

  --to DIR              the folder; by default the working folder
  --last-uploaded       where the text cannot be read, write the copy of the last upload from here, if the appliance
                        shows the file as unchanged since
  --overwrite           replace files that are there; files of one name are written under their ids
${serverUsage}`;

type Outcome = 'written' | 'written from the last upload' | 'not readable' | 'is there already' | 'cannot be written';

interface Pulled {
	readonly id: string;
	readonly file: string | null;
	readonly outcome: Outcome;
	/** Why it cannot be written. */
	readonly reason?: string;
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const flag = { type: 'boolean', default: false } as const;
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		to: { type: 'string', default: '.' },
		'last-uploaded': flag,
		overwrite: flag,
	});
	demandIds(positionals);
	const login = await readLogin(values, terminal);
	const files = choose(await withLogin(login, terminal, client => client.osImages()), positionals);
	const records = values['last-uploaded'] ? recordsOf(login, terminal) : undefined;
	const folder = path.resolve(terminal.cwd, values.to);
	makeFolder(folder);
	const pulled: Pulled[] = [];
	const into = { folder, records, overwrite: values.overwrite, nameOf: namesFor(files) };
	for (const file of files) pulled.push(await pull(file, into));
	if (values.json) terminal.out(`${JSON.stringify({ pulled }, undefined, 2)}\n`);
	else terminal.out(pulled.map(lineOf).join(''));
	if (pulled.some(({ outcome }) => outcome === 'not readable')) {
		terminal.note('The appliance does not give out the text of some files; see --last-uploaded.');
	}
	if (pulled.some(({ outcome }) => outcome === 'cannot be written')) return 2;
	return pulled.every(({ outcome }) => outcome.startsWith('written')) ? 0 : 1;
}

const lineOf = ({ id, file, outcome, reason }: Pulled): string =>
	`${onOneLine(id)}: ${[outcome, file, reason].filter(part => part != null).join(', ')}\n`;

/** Each file gets its name; where several have one, or a file system cannot tell them apart, each gets its id. */
function namesFor(files: readonly StoredFile[]): (file: StoredFile) => string {
	const plain = (name: string): string => safeFileName(name).toLowerCase();
	const counts = new Map<string, number>();
	for (const { name } of files) counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
	return ({ id, name }) => safeFileName(counts.get(plain(name)) === 1 ? name : id);
}

/** @throws {UsageError} for a word that is neither an id nor a name. */
function choose({ unattends, configs, silent }: OsImages, wanted: readonly string[]): readonly StoredFile[] {
	const all = [...configs, ...unattends];
	const missing = wanted.filter(word => !all.some(({ id, name }) => id === word || name === word));
	if (missing.length > 0) {
		const untold = silent.length === 0 ? '' : ` It shows no list of files of type ${silent.join(' and ')}.`;
		throw new UsageError(`The appliance lists no file ${missing.join(', ')}.${untold}`);
	}
	return wanted.length === 0 ? all : all.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name));
}

interface Into {
	readonly folder: string;
	readonly records: RecordStore | undefined;
	readonly overwrite: boolean;
	readonly nameOf: (file: StoredFile) => string;
}

async function pull(stored: StoredFile, { folder, records, overwrite, nameOf }: Into): Promise<Pulled> {
	const { id } = stored;
	const read = typeof stored.raw.content === 'string' ? stored.raw.content : undefined;
	const content = read ?? (records && certainBytes(records, stored));
	if (content === undefined) return { id, file: null, outcome: 'not readable' };
	const file = nameOf(stored);
	const outcome = read === undefined ? 'written from the last upload' : 'written';
	return { id, file, outcome, ...(await write(path.join(folder, file), content, overwrite)) };
}

/** What has kept a file from being written. A link of its name is never followed. */
async function write(
	file: string,
	content: string | Uint8Array,
	overwrite: boolean,
): Promise<Partial<Pick<Pulled, 'outcome' | 'reason'>>> {
	try {
		await (overwrite ? replaceName : createFile)(file, content);
		return {};
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		if (error.code === 'EEXIST') return { outcome: 'is there already' };
		return { outcome: 'cannot be written', reason: error.message };
	}
}

export const pullCommand: Command = { summary: 'write what can be read of the appliance into a folder', usage, run };
