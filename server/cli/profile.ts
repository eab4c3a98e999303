import { type BuiltProfile, buildAndFind } from '../rest/buildProfile';
import { type ImageProfile, type NewProfile, readImageProfiles } from '../rest/imageProfiles';
import type { OsImages } from '../rest/osImages';
import type { XClarityClient } from '../rest/xclarityClient';
import { XClarityError } from '../rest/xclarityError';
import { type Command, type ExitCode, parseOptions } from './command';
import { readLogin, serverOptions, serverUsage, withLogin } from './serverOptions';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

const usage = `profile IMAGE-OR-PROFILE-ID [--unattend ID]... [--config ID]... --server URL|ID --user NAME [OPTIONS]

Makes a custom profile of a predefined one, with files that are on the appliance, and reads back what it carries. The
id of an image will do where the image has one predefined profile. xclarity list shows the ids. With --name, a profile
of that name and with these files is not made a second time.

  --unattend ID         an unattend file; more than one may be given, as of the others
  --config ID           a configuration-settings file
  --boot ID             a boot-options file
  --software ID         a software file
  --name NAME           name of the profile
  --description TEXT    shown on the appliance
${serverUsage}`;

const text = { type: 'string' } as const;
const ids = { type: 'string', multiple: true, default: [] as string[] } as const;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = parseOptions(args, {
		...serverOptions,
		unattend: ids,
		config: ids,
		boot: ids,
		software: ids,
		name: text,
		description: text,
	});
	const [base, ...more] = positionals;
	if (base === undefined || more.length > 0) throw new UsageError('profile takes the id of one image or profile.');
	const wanted: NewProfile = {
		name: values.name,
		description: values.description,
		unattendFileIds: values.unattend,
		configFileIds: values.config,
		bootFileIds: values.boot,
		softwareFileIds: values.software,
	};
	if ([values.unattend, values.config, values.boot, values.software].every(given => given.length === 0))
		throw new UsageError('profile needs at least one file: --unattend ID, --config ID, --boot ID or --software ID.');
	const login = await readLogin(values, terminal, { changes: true });
	const outcome = await withLogin(login, terminal, client => build(client, { base, wanted }, terminal));
	return tell(outcome, values.json, terminal);
}

interface Outcome extends BuiltProfile {
	/** False when it was there before. */
	readonly changed: boolean;
}

async function build(
	client: XClarityClient,
	{ base, wanted }: { readonly base: string; readonly wanted: NewProfile },
	terminal: Terminal,
): Promise<Outcome> {
	const images = await client.osImages();
	const profiles = readImageProfiles(images);
	const profile = findBase(profiles, base);
	checkFiles(images, wanted, terminal);
	if (profile.customizable === false) {
		throw new XClarityError(`${client.host} says that ${profile.name} cannot be customised.`, { kind: 'refused' });
	}
	const there = profiles.find(
		({ name, image, id }) => name === wanted.name && image.id === profile.image.id && id !== profile.id,
	);
	if (there) return { ...existing(there, wanted, client.host), changed: false };
	const built = await buildAndFind(client, profile, {
		wanted,
		onProgress: ({ percent = 0 }) => terminal.progress(`building the profile: ${Math.floor(percent)} %`),
		onRemains: sentence => terminal.note(sentence),
	});
	return { ...built, changed: true };
}

/** @throws {UsageError} for an id that names no profile, or an image with several. */
function findBase(profiles: readonly ImageProfile[], wanted: string): ImageProfile {
	const exact = profiles.find(({ id }) => id === wanted);
	if (exact) return exact;
	const [only, ...others] = profiles.filter(
		({ image, type }) => (image.id === wanted || image.name === wanted) && !/custom/i.test(type ?? ''),
	);
	if (only === undefined) throw new UsageError(`The appliance has no image or profile '${wanted}'.`);
	if (others.length === 0) return only;
	const choice = [only, ...others].map(({ id }) => `'${id}'`).join(', ');
	throw new UsageError(`${wanted} has more than one profile; name one of ${choice}.`);
}

/** @throws {UsageError} for the id of an unattend or configuration file that is not listed. */
function checkFiles({ unattends, configs }: OsImages, wanted: NewProfile, terminal: Terminal): void {
	const missing = [
		...wanted.unattendFileIds.filter(id => !unattends.some(file => file.id === id)),
		...wanted.configFileIds.filter(id => !configs.some(file => file.id === id)),
	];
	if (missing.length > 0) throw new UsageError(`The appliance has no such file: ${missing.join(', ')}.`);
	for (const { id, name, partners } of unattends) {
		const [partner] = partners;
		const isPart = partners.some(config => wanted.configFileIds.includes(config));
		if (partner !== undefined && wanted.unattendFileIds.includes(id) && !isPart) {
			terminal.note(`${name} is linked with ${partner}, which is not part of the profile: add --config ${partner}.`);
		}
	}
}

/** @throws {XClarityError} `refused` when the profile of that name carries other files. */
function existing(profile: ImageProfile, wanted: NewProfile, host: string): BuiltProfile {
	const same = (shown: readonly string[] | undefined, wanted: readonly string[] = []): boolean =>
		shown !== undefined && shown.length === wanted.length && wanted.every(id => shown.includes(id));
	const { unattend, config, boot = [], software = [] } = profile.files;
	const isSame =
		same(unattend, wanted.unattendFileIds) &&
		same(config, wanted.configFileIds) &&
		same(boot, wanted.bootFileIds) &&
		same(software, wanted.softwareFileIds);
	if (isSame) return { profile, missing: [], unseen: [] };
	throw new XClarityError(
		`${host} already has a profile '${profile.name}' (${profile.id}), which does not show these files. Give another --name, or remove it first.`,
		{ kind: 'refused' },
	);
}

function tell({ profile, jobId, changed, missing, unseen }: Outcome, json: boolean, terminal: Terminal): ExitCode {
	const { id, name, image, files } = profile;
	if (json) {
		const result = { id, name, image, files, jobId: jobId ?? null, changed, missing, unseen };
		terminal.out(`${JSON.stringify(result, undefined, 2)}\n`);
	} else terminal.out(changed ? `built ${name} of ${image.name}: ${id}\n` : `${name} is there already: ${id}\n`);
	if (unseen.length > 0)
		terminal.note(`The appliance does not show which files of these kinds it carries: ${unseen.join(', ')}.`);
	if (missing.length === 0) return 0;
	terminal.note(
		`The profile was built, but without ${missing.join(', ')}. Look at it on the web page of the appliance.`,
	);
	return 1;
}

export const profileCommand: Command = { summary: 'build a custom profile of an OS image', usage, run };
