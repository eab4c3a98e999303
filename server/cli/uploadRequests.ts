import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DesiredFile } from '../rest/sync/desiredFile';
import type { FileToUpload, UploadRequest } from '../rest/upload';
import { type PlannedFile, planUpload } from '../workspace/uploadPlan';
import type { Workspace } from '../workspace/workspace';
import { uriOf } from './findFiles';
import { UsageError } from './usageError';

/** What the command line says about an upload, over what links say. */
export interface Choices {
	readonly config: string | undefined;
	readonly associatedId: string | undefined;
	readonly os: string | undefined;
	readonly osrelease: string | undefined;
	readonly description: string | undefined;
	readonly deviceType?: string | undefined;
	readonly method: 'content' | 'file';
}

/** Where the files are. */
export interface World {
	readonly workspace: Workspace;
	/** Working folder of the person. */
	readonly cwd: string;
}

/** One request a linked pair or single file, in the order given; a file that came along with its partner is not sent twice. */
export async function planRequests(files: readonly string[], choices: Choices, world: World): Promise<UploadRequest[]> {
	const plans = await Promise.all(files.map(file => plan(file, choices, world)));
	const partners = new Set(plans.flatMap(({ unattend, config }) => (unattend && config ? [config.path] : [])));
	return plans.filter(({ unattend, config }) => unattend || !partners.has(config?.path));
}

async function plan(file: string, choices: Choices, { workspace, cwd }: World): Promise<UploadRequest> {
	const { os, osrelease, method, associatedId } = choices;
	const found = await planUpload(workspace, uriOf(path.resolve(cwd, file)), {
		severities: {},
		target: { os, osrelease },
	});
	if (!found.file)
		throw new UsageError(`${file} cannot be read, or is neither a configuration-settings file nor an unattend file.`);
	const toFile = (planned: PlannedFile): FileToUpload => asUpload(planned, choices, cwd);
	const common = { method, ...(associatedId === undefined ? {} : { associatedFileId: associatedId }) };
	if (found.file.imageType === 'CONFIG') return { ...common, config: toFile(found.file) };
	if (found.file.imageType !== 'UNATTEND')
		throw new UsageError(`${file} is no file that the appliance takes from here.`);
	const config = choices.config === undefined ? found.config : await namedConfig(choices.config, { workspace, cwd });
	const unattend = toFile(found.file);
	if (unattend.os === undefined || unattend.osrelease === undefined) {
		throw new UsageError(
			`The appliance asks for the operating system and release of ${file}: give --os and --osrelease, or write them into the link in xclarity.json.`,
		);
	}
	return { ...common, unattend, ...(config && associatedId === undefined ? { config: toFile(config) } : {}) };
}

async function namedConfig(file: string, { workspace, cwd }: World): Promise<PlannedFile> {
	const { file: config } = await planUpload(workspace, uriOf(path.resolve(cwd, file)), { severities: {} });
	if (config?.kind !== 'config') throw new UsageError(`--config: ${file} is no configuration-settings file.`);
	return config;
}

function asUpload(planned: PlannedFile, choices: Choices, cwd: string): FileToUpload {
	const absolute = fileURLToPath(planned.uri);
	const description = choices.description ?? planned.description;
	return {
		name: path.basename(absolute),
		path: path.relative(cwd, absolute),
		text: planned.text,
		...(planned.os === undefined ? {} : { os: planned.os }),
		...(planned.osrelease === undefined ? {} : { osrelease: planned.osrelease }),
		...(description === undefined ? {} : { description }),
		...(choices.deviceType === undefined ? {} : { deviceType: choices.deviceType }),
	};
}

/** Every file of the requests once, configuration files first, known by their absolute paths. */
export function desiredOf(requests: readonly UploadRequest[], cwd: string): readonly DesiredFile[] {
	const keyOf = (file: FileToUpload): string => path.resolve(cwd, file.path ?? file.name);
	const desired = new Map<string, DesiredFile>();
	for (const { config, unattend, associatedFileId: partnerId } of requests) {
		if (!config) continue;
		const key = keyOf(config);
		desired.set(key, { ...config, key, imageType: 'CONFIG', ...(unattend ? {} : { partnerId }) });
	}
	for (const { config, unattend, associatedFileId: partnerId } of requests) {
		if (!unattend) continue;
		const key = keyOf(unattend);
		const link = config ? { partner: keyOf(config) } : { partnerId };
		desired.set(key, { ...unattend, key, imageType: 'UNATTEND', ...link });
	}
	return [...desired.values()];
}
