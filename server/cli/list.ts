import { type ImageProfile, profileFileKinds, readImageProfiles } from '../rest/imageProfiles';
import type { OsImages } from '../rest/osImages';
import { type OtherFile, readOtherFiles } from '../rest/otherFiles';
import type { Task } from '../rest/task';
import type { JsonObject } from '../rest/wire';
import type { StoredFile, XClarityClient } from '../rest/xclarityClient';
import { isCancelled, XClarityError } from '../rest/xclarityError';
import { type Command, type ExitCode, parseOptions } from './command';
import { onOneLine } from './onOneLine';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `list --server URL --user NAME [--ca FILE | --fingerprint SHA256] [--json]

Lists the unattend files and configuration-settings files on the appliance, with what each is linked to; the OS images
with their profiles; drivers, scripts and other files; and the jobs that have not ended.

${serverUsage}`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, serverOptions);
	if (positionals.length > 0) throw new UsageError(`list takes no file: ${positionals.join(' ')}`);
	const login = await readLogin(values, terminal);
	const { images, jobs } = await withLogin(login, terminal, async client => ({
		images: await client.osImages(),
		jobs: await goingJobs(client, terminal),
	}));
	for (const type of images.silent)
		terminal.note(`The appliance shows no list of files of type ${type}: it may have none, or not tell.`);
	const profiles = readImageProfiles(images);
	const others = readOtherFiles(images.raw);
	if (values.json) terminal.out(`${JSON.stringify(asJson(images, { profiles, others, jobs }), undefined, 2)}\n`);
	else terminal.out(asText(images, { profiles, others, jobs }));
	return 0;
}

interface Beside {
	readonly profiles: readonly ImageProfile[];
	readonly others: readonly OtherFile[];
	/** Undefined when the appliance does not tell. */
	readonly jobs: readonly Task[] | undefined;
}

/** The files are what counts: a list of jobs that cannot be had is no failure. */
async function goingJobs(client: XClarityClient, terminal: Terminal): Promise<readonly Task[] | undefined> {
	try {
		return (await client.tasks()).filter(({ done }) => !done);
	} catch (error) {
		if (!(error instanceof XClarityError) || isCancelled(error)) throw error;
		terminal.note(`The jobs are not known: ${error.message}`);
		return undefined;
	}
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** The entry without what it looked like on the way. */
const plain = ({ raw: _, ...facts }: OtherFile) => facts;

/** Likewise; who expects one partner finds the first under its old name. */
const plainText = ({ raw: _, ...facts }: StoredFile) => ({ ...facts, associatedFileId: facts.partners[0] });

function asJson({ unattends, configs, images }: OsImages, { profiles, others, jobs }: Beside): JsonObject {
	return {
		unattends: unattends.map(plainText),
		configs: configs.map(plainText),
		images: images.map(({ id, name, os, osrelease, description }) => ({
			id,
			name,
			os,
			osrelease,
			description,
			profiles: profiles.filter(({ image }) => image.id === id).map(({ raw: _, image: _image, ...profile }) => profile),
		})),
		others: others.map(plain),
		jobs: jobs?.map(({ id, status, percent }) => ({ id, status, percent: percent ?? null })) ?? null,
	};
}

function asText({ unattends, configs, images }: OsImages, { profiles, others, jobs }: Beside): string {
	return [
		table('unattend files', unattends.map(fileRow)),
		table('configuration-settings files', configs.map(fileRow)),
		table(
			'OS images',
			images.flatMap(image => [
				row([textOf(image.id), textOf(image.name), target(image)]),
				...profiles.filter(profile => profile.image.id === image.id).map(profileRow),
			]),
		),
		table(
			'other files',
			others.map(file => row([file.id, file.name, file.kind, target(file), file.deviceType])),
		),
		jobs === undefined
			? ''
			: table(
					'jobs',
					jobs.map(({ id, status, percent }) => row([id, status, `${percent ?? 0} %`])),
				),
	].join('');
}

const table = (title: string, rows: readonly string[]): string =>
	rows.length === 0 ? `${title}: none\n` : `${title}:\n${rows.map(line => `  ${line}\n`).join('')}`;

const row = (cells: readonly (string | undefined)[]): string =>
	cells
		.filter(cell => cell !== undefined && cell !== '')
		.map(cell => onOneLine(cell ?? ''))
		.join('  ');

const target = ({ os, osrelease }: { readonly os?: unknown; readonly osrelease?: unknown }): string =>
	[textOf(os), textOf(osrelease)].filter(part => part !== undefined).join(' ');

const fileRow = ({ id, name, os, osrelease, partners }: StoredFile): string =>
	row([
		id,
		name,
		target({ os, osrelease }),
		partners.length === 0 ? 'not linked' : `linked with ${partners.join(', ')}`,
	]);

function profileRow({ id, type, files }: ImageProfile): string {
	const carried = profileFileKinds.flatMap(kind => files[kind] ?? []);
	return `  ${row([id, type, carried.length === 0 ? undefined : `with ${carried.join(', ')}`])}`;
}

export const listCommand: Command = { summary: 'list what is on the appliance', usage, run };
