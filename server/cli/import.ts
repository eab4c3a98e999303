import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { LocalSource, RemoteSource } from '../rest/importOrder';
import { type ImportOutcome, sendImport } from '../rest/sendImport';
import { type ImageType, imageTypes } from '../rest/wire';
import { type Command, type ExitCode, oneOf, parseOptions } from './command';
import { type ConflictChoice, conflictChoice, conflictOptions } from './conflictOptions';
import { readLogin, recordsOf, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `import --type TYPE FILE --server URL|ID --user NAME [OPTIONS]
       import --type TYPE --server-id N --path P --server URL|ID --user NAME [OPTIONS]

Imports a file by a file job and waits for its end. The file is streamed: its size does not matter for memory. A cancelled
import is cancelled on the appliance, too. The same command again imports nothing twice: it takes up a job that was begun,
and says what is there. A file of the same name and kind that this import has not made is a conflict: nothing is sent
unless you say what is to become of it. For unattend and configuration-settings files use upload, which links them.

  --type TYPE           ${imageTypes.filter(type => type !== 'CUSTOM_CONFIG').join(', ')}
  --server-id N         the appliance fetches the file itself, from the remote file server with this id
  --path P              where the file is there
  --name NAME           name on the appliance; by default that of the file
  --os OS               operating system: win, rhels, sles, esxi
  --osrelease RELEASE   its release
  --description TEXT    shown on the appliance
  --device-type TYPE    kind of device that a driver is for: hba, nic, other
  --signature FILE      for BUNDLE: its signature (.asc), which goes into the same job
  --overwrite           replace a file of the same name: it is removed when yours is there
  --keep                leave it, and do not send yours
  --beside              put yours beside it; only on an appliance that allows two files of one name: another one
                        replaces that file, or refuses yours
${serverUsage}`;

const text = { type: 'string' } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		...conflictOptions,
		type: text,
		'server-id': text,
		path: text,
		name: text,
		os: text,
		osrelease: text,
		description: text,
		'device-type': text,
		signature: text,
	});
	if (values.type === undefined) throw new UsageError('--type TYPE is missing.');
	const imageType = oneOf('type', values.type.toUpperCase(), imageTypes);
	const source = await readSource(positionals, values, terminal.cwd);
	const signature = await readSignature(values.signature, { imageType, source }, terminal.cwd);
	const choice = conflictChoice(values);
	const login = await readLogin(values, terminal, { changes: true });
	const { os, osrelease, description } = values;
	const name = values.name ?? source.name;
	const facts = { imageType, name, os, osrelease, description, deviceType: values['device-type'] };
	const store = recordsOf(login, terminal);
	const onProgress = (what: string, share: number): void =>
		terminal.progress(`${what} ${name}: ${Math.floor(100 * share)} %`);
	const order = { facts, source, signature, onProgress };
	const outcome = await withLogin(login, terminal, client =>
		store.exclusive(() => sendImport(client, order, { store, choice })),
	);
	return tell(outcome, { imageType, name, choice, json: values.json }, terminal);
}

interface Told {
	readonly imageType: ImageType;
	readonly name: string;
	readonly choice: ConflictChoice;
	readonly json: boolean;
}

function tell(outcome: ImportOutcome, { imageType, name, choice, json }: Told, terminal: Terminal): ExitCode {
	const { status, jobId, id, others, namesakes = [] } = outcome;
	const result = {
		imageType,
		name,
		status,
		id: id ?? null,
		jobId: jobId ?? null,
		...(others.length > 0 ? { others } : {}),
		...(namesakes.length > 0 ? { namesakes } : {}),
	};
	if (json) terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
	else if (status === 'there')
		terminal.out(`${name} is there already as ${imageType}: ${id ?? others.join(' or ')}. Nothing was sent.\n`);
	else if (status === 'kept')
		terminal.out(`${name} is there as ${imageType}: ${namesakes.join(', ')}, which stays. Nothing was sent.\n`);
	else if (status === 'imported')
		terminal.out(`imported ${name} as ${imageType}${id === undefined ? '' : `: ${id}`} (job ${jobId})\n`);
	const conflicts = conflictsIn(outcome, { imageType, name, choice });
	for (const sentence of conflicts) terminal.note(`conflict: ${sentence}`);
	return conflicts.length === 0 ? 0 : 1;
}

/** A sentence for each thing that a person has to decide about. */
function conflictsIn(
	{ status, others, vanished = '', namesakes = [], staying = [] }: ImportOutcome,
	{ imageType, name, choice }: Pick<Told, 'imageType' | 'name' | 'choice'>,
): readonly string[] {
	const theirs = `${namesakes.join(', ')} has the name ${name} as ${imageType} and did not come from this import.`;
	const isOpen = namesakes.length > 0 && choice === 'stop';
	return [
		...(vanished === '' ? [] : [vanished]),
		...staying,
		...(isOpen && status === 'stopped'
			? [
					`${theirs} Nothing was sent. Use --overwrite to replace it, --keep to leave it, or --beside to put yours beside it.`,
				]
			: []),
		...(isOpen && status !== 'stopped'
			? [`${theirs} Decide which is to stay; xclarity delete ID removes the others.`]
			: []),
		...(others.length === 0
			? []
			: [`several new files have the name ${name}, and one of them is ours: ${others.join(', ')}.`]),
	];
}

async function readSource(
	files: readonly string[],
	{
		'server-id': serverId,
		path: remote,
	}: { readonly 'server-id'?: string | undefined; readonly path?: string | undefined },
	cwd: string,
): Promise<LocalSource | RemoteSource> {
	const [file, ...more] = files;
	if (serverId !== undefined || remote !== undefined) {
		if (serverId === undefined || remote === undefined || file !== undefined)
			throw new UsageError('Give --server-id and --path together, and no FILE.');
		return { name: path.posix.basename(remote), serverId, path: remote };
	}
	if (file === undefined || more.length > 0) throw new UsageError('import takes one FILE.');
	return readLocal(file, cwd);
}

/** The signature that goes along with a bundle. */
async function readSignature(
	file: string | undefined,
	{ imageType, source }: { readonly imageType: ImageType; readonly source: LocalSource | RemoteSource },
	cwd: string,
): Promise<LocalSource | undefined> {
	if (file === undefined) return undefined;
	if (imageType !== 'BUNDLE' || !('file' in source))
		throw new UsageError('--signature goes with --type BUNDLE and a FILE.');
	return readLocal(file, cwd);
}

async function readLocal(file: string, cwd: string): Promise<LocalSource> {
	const absolute = path.resolve(cwd, file);
	const facts = await stat(absolute).catch((error: Error) => {
		throw new UsageError(`${file} cannot be read: ${error.message}.`);
	});
	if (!facts.isFile() || facts.size === 0) throw new UsageError(`${file} is not a regular file, or is empty.`);
	return { name: path.basename(absolute), file: absolute, size: facts.size, modified: facts.mtimeMs };
}

export const importCommand: Command = { summary: 'import an image, driver, script or other file', usage, run };
