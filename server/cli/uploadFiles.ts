import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inMebibytes, largestChecked } from '../rest/localFile';
import type { UploadFile } from '../rest/sync/uploadFile';
import { decodeFile } from '../workspace/decodeFile';
import { type CheckedFile, filesToUpload } from '../workspace/filesToUpload';
import type { LinkedFile } from '../workspace/linkedFiles';
import type { Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { readBytes, sizeOf } from './localBytes';
import { readDocument } from './readDocument';
import { UsageError } from './usageError';

/** What the command line says about an upload, over what links say. */
export interface Choices {
	readonly config?: string | undefined;
	readonly associatedId?: string | undefined;
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
	readonly deviceType?: string | undefined;
	/** Send a file that is too large to be checked. */
	readonly force?: boolean | undefined;
	/** The files were not named by the person but by a manifest in this folder. */
	readonly border?: string | undefined;
}

/** Where the files are. */
export interface World {
	readonly workspace: Workspace;
	/** Working folder of the person. */
	readonly cwd: string;
}

/** A file of the disk with what links say about it. */
interface Source extends Partial<Pick<CheckedFile, 'os' | 'osrelease' | 'description' | 'text'>> {
	readonly uri: string;
	readonly imageType: UploadFile['imageType'];
	/** Folder that it must not leave by a symbolic link. */
	readonly border: string | undefined;
}

/**
 * The files in the order in which they go up: every configuration file once, then the unattend files. One that is
 * linked takes its configuration file along.
 * @throws {UsageError}
 */
export async function uploadFilesOf(
	files: readonly string[],
	choices: Choices,
	world: World,
): Promise<readonly UploadFile[]> {
	const found = new Map<string, UploadFile>();
	const add = (file: UploadFile): void => void found.set(file.key, file);
	const partners = new Set<string>();
	for (const file of files) {
		const { source, config } = await sourcesOf(file, choices, world);
		const partner = config && (await toUploadFile(config, choices, world));
		if (partner) add(partner);
		if (partner) partners.add(partner.key);
		const own = await toUploadFile(source, choices, world);
		const link = partner ? { partner: partner.key } : { partnerId: choices.associatedId };
		if (own.imageType === 'UNATTEND') demandSystem(own);
		if (!partners.has(own.key)) add({ ...own, ...link });
	}
	const all = [...found.values()];
	return [
		...all.filter(({ imageType }) => imageType === 'CONFIG'),
		...all.filter(({ imageType }) => imageType === 'UNATTEND'),
	];
}

async function sourcesOf(file: string, choices: Choices, { workspace, cwd }: World) {
	const absolute = path.resolve(cwd, file);
	const uri = uriOf(absolute);
	const size = await sizeOf(absolute, file);
	const linked = await workspace.linkOf(uri);
	const named = choices.config === undefined || choices.associatedId !== undefined ? undefined : choices.config;
	if (size > largestChecked) {
		const source = largeSource(uri, { file, size, linked }, choices);
		const config = named ?? (linked?.configUri && fileURLToPath(linked.configUri));
		return {
			source,
			config:
				config && choices.associatedId === undefined
					? await configSource(config, linked, { workspace, cwd })
					: undefined,
		};
	}
	await readDocument(workspace, file, cwd);
	const target = { os: choices.os, osrelease: choices.osrelease };
	const { file: checked, config, unreadable } = await filesToUpload(workspace, uri, { severities: {}, target });
	if (!checked?.imageType)
		throw new UsageError(`${file} is neither a configuration-settings file nor an unattend file.`);
	const source: Source = { ...checked, imageType: checked.imageType, border: choices.border };
	if (source.imageType === 'CONFIG' || choices.associatedId !== undefined) return { source, config: undefined };
	if (named !== undefined) return { source, config: await configSource(named, undefined, { workspace, cwd }) };
	if (unreadable !== undefined) {
		const manifest = path.relative(cwd, fileURLToPath(unreadable));
		throw new UsageError(
			`${manifest} is not JSON, so nobody can tell what ${file} is linked with. Correct it, or name the configuration-settings file with --config.`,
		);
	}
	const border = folderOf(linked);
	if (linked?.configUri !== undefined && !config) {
		const partner = fileURLToPath(linked.configUri);
		await demandChecked(partner, path.relative(cwd, partner));
		throw new UsageError(
			`${path.relative(cwd, partner)}, with which ${file} is linked, is not a configuration-settings file.`,
		);
	}
	return { source, config: config && { ...config, imageType: 'CONFIG' as const, border } };
}

/** @throws {UsageError} for a file that is not there, or is too large to be checked. */
async function demandChecked(file: string, shown: string): Promise<void> {
	const size = await sizeOf(file, shown);
	if (size > largestChecked)
		throw new UsageError(`${shown} has ${inMebibytes(size)}; a configuration-settings file cannot be so large.`);
}

const folderOf = (linked: LinkedFile | undefined): string | undefined =>
	linked && path.dirname(fileURLToPath(linked.manifestUri));

async function configSource(file: string, linked: LinkedFile | undefined, { workspace, cwd }: World): Promise<Source> {
	await demandChecked(path.resolve(cwd, file), file);
	await readDocument(workspace, file, cwd);
	const { file: config } = await filesToUpload(workspace, uriOf(path.resolve(cwd, file)), { severities: {} });
	if (config?.kind !== 'config') throw new UsageError(`${file} is not a configuration-settings file.`);
	return { ...config, imageType: 'CONFIG', border: folderOf(linked) };
}

interface Large {
	readonly file: string;
	readonly size: number;
	readonly linked: LinkedFile | undefined;
}

/** A file that is not read for the check. Only what is plainly an unattend file is sent all the same, if that was asked for. */
function largeSource(uri: string, { file, size, linked }: Large, { force, border }: Choices): Source {
	const what = `${file} has ${inMebibytes(size)}, and files of more than ${inMebibytes(largestChecked)} are not checked`;
	const isUnattend = linked?.role === 'unattend' || /\.(ks|cfg|xml)$/i.test(file);
	if (!isUnattend) throw new UsageError(`${what}. A configuration-settings file cannot be so large.`);
	if (!force) throw new UsageError(`${what}. Use --force to send it unchecked, as a file job.`);
	const { os, osrelease, description } = linked ?? {};
	return { uri, imageType: 'UNATTEND', os, osrelease, description, border };
}

async function toUploadFile(source: Source, choices: Choices, { cwd }: World): Promise<UploadFile> {
	const absolute = fileURLToPath(source.uri);
	const shown = path.relative(cwd, absolute);
	const bytes = await readBytes(absolute, shown, source.border);
	const { text, imageType } = source;
	if (text !== undefined && decodeFile(bytes).text !== text)
		throw new UsageError(`${shown} was changed while it was read. Run the command again.`);
	const isUnattend = imageType === 'UNATTEND';
	return {
		key: absolute,
		name: path.basename(absolute),
		path: shown,
		imageType,
		bytes,
		os: (isUnattend ? choices.os : undefined) ?? source.os,
		osrelease: (isUnattend ? choices.osrelease : undefined) ?? source.osrelease,
		description: choices.description ?? source.description,
		deviceType: choices.deviceType,
	};
}

function demandSystem({ os, osrelease, path: file }: UploadFile): void {
	if (os !== undefined && osrelease !== undefined) return;
	throw new UsageError(
		`The appliance asks for the operating system and release of ${file}: give --os and --osrelease, or write them into the link in xclarity.json.`,
	);
}
