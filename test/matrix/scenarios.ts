import type { Switches } from '../../server/simulator/switches';

/** A file that a command is to bring to the appliance. */
export interface WantedFile {
	readonly kind: 'CONFIG' | 'UNATTEND' | 'SCRIPT' | 'SOFTWARE';
	readonly name: string;
	readonly bytes: Buffer;
	readonly description: string;
	/** Names of the files that it is to be linked with; of several, one will do. */
	readonly partners: readonly string[];
}

/** Files of a workspace by their names. */
export type Workspace = Readonly<Record<string, string | Buffer>>;

/** A command with arguments; `{name}` stands for the id of the stored file of that name. */
export type CommandLine = readonly string[];

/** One thing that people do with the terminal tool. */
export interface Scenario {
	readonly name: string;
	/** What is done before, without faults and alone. */
	readonly before: readonly { readonly workspace: Workspace; readonly command: CommandLine }[];
	readonly workspace: Workspace;
	readonly command: CommandLine;
	/** What an appliance with one of these dialects cannot do: it is enough when the command says so and names a file. */
	readonly impossibleWith?: Partial<Switches>;
	/** All that there is to be of ours afterwards. */
	readonly wanted: readonly WantedFile[];
	/** What is there before, where it is replaced: either the old or the new must be there at any time. */
	readonly replaced?: readonly WantedFile[];
	/** The files that the command names are to go; repeating it may say that they are gone. */
	readonly removes?: boolean;
	/** The files that the command names are to be linked, and to stay as they are otherwise. */
	readonly links?: boolean;
}

const config = (path: string): string =>
	`${JSON.stringify({
		category: 'dynamic',
		name: 'site',
		label: 'Site',
		type: 'assoc_array',
		optional: false,
		content: [{ category: 'static', common: true, name: 'logpath', optional: false, type: 'string', value: path }],
	})}\n`;

/** Line ends of both kinds: some appliances make them the same. */
const kickstart = (comment: string): string =>
	`# ${comment}\r\ntext\nlang en_GB.UTF-8\nrootpw --lock\nautopart\nreboot\n%packages\n%end\n`;

const description = 'made by us';

const asConfig = (name: string, text: string, partners: readonly string[]): WantedFile => ({
	kind: 'CONFIG',
	name,
	bytes: Buffer.from(text),
	description,
	partners,
});
const asUnattend = (name: string, text: string, partners: readonly string[]): WantedFile => ({
	kind: 'UNATTEND',
	name,
	bytes: Buffer.from(text),
	description,
	partners,
});

const manifest = (...links: readonly (readonly [unattend: string, config: string])[]): string =>
	JSON.stringify({
		links: links.map(([unattend, configFile]) => ({
			unattend,
			config: configFile,
			os: 'rhels',
			osrelease: '9.4',
			description,
		})),
	});

const oneLink = manifest(['ks.cfg', 'site.json']);
const pair: Workspace = { 'xclarity.json': oneLink, 'site.json': config('/a'), 'ks.cfg': kickstart('one') };
const newerPair: Workspace = { ...pair, 'site.json': config('/newer'), 'ks.cfg': kickstart('two') };
const newerKickstart: Workspace = { ...pair, 'ks.cfg': kickstart('two') };
const newerConfig: Workspace = { ...pair, 'site.json': config('/newer') };
/** A link of a manifest describes its unattend file only. */
const plain = (file: WantedFile): WantedFile => (file.kind === 'CONFIG' ? { ...file, description: '' } : file);
const wantedPair = (workspace: Workspace): WantedFile[] => [
	asConfig('site.json', String(workspace['site.json']), ['ks.cfg']),
	asUnattend('ks.cfg', String(workspace['ks.cfg']), ['site.json']),
];

const upload: CommandLine = ['upload', 'ks.cfg', '--force', '--description', description];
const twoPairs: Workspace = {
	...pair,
	'xclarity.json': manifest(['ks.cfg', 'site.json'], ['db.cfg', 'db.json']),
	'db.json': config('/b'),
	'db.cfg': kickstart('db'),
};
const sharedConfig: Workspace = {
	...pair,
	'xclarity.json': manifest(['ks.cfg', 'site.json'], ['db.cfg', 'site.json']),
	'db.cfg': kickstart('db'),
};
const wantedShared = (workspace: Workspace): WantedFile[] =>
	[
		asConfig('site.json', String(workspace['site.json']), ['ks.cfg', 'db.cfg']),
		asUnattend('ks.cfg', String(workspace['ks.cfg']), ['site.json']),
		asUnattend('db.cfg', String(workspace['db.cfg']), ['site.json']),
	].map(plain);
/** No UTF-8: only a file job can carry it. */
const latin = Buffer.from('# caf\xe9\r\ntext\n', 'latin1');
const unlinked: Workspace = { 'site.json': config('/a'), 'ks.cfg': kickstart('one') };
const os: CommandLine = ['--os', 'rhels', '--osrelease', '9.4'];
const alone: Scenario['before'] = [
	{ workspace: unlinked, command: ['upload', 'site.json', '--force', '--description', description] },
	{ workspace: unlinked, command: ['upload', 'ks.cfg', '--force', '--description', description, ...os] },
];

const importOf = (kind: WantedFile['kind'], name: string, bytes: Buffer): Scenario => ({
	name: `import-${kind.toLowerCase()}`,
	before: [],
	workspace: { [name]: bytes },
	command: ['import', '--type', kind, name, '--description', description, ...os],
	impossibleWith: { 'same-name': 'refused' },
	wanted: [{ kind, name, bytes, description, partners: [] }],
});

export const scenarios: readonly Scenario[] = [
	{ name: 'upload-new', before: [], workspace: pair, command: upload, wanted: wantedPair(pair) },
	{
		name: 'upload-replaced',
		before: [{ workspace: pair, command: upload }],
		workspace: newerPair,
		command: upload,
		wanted: wantedPair(newerPair),
		replaced: wantedPair(pair),
		impossibleWith: { 'same-name': 'refused' },
	},
	{
		name: 'upload-by-file',
		before: [],
		workspace: pair,
		command: [...upload, '--method', 'file'],
		wanted: wantedPair(pair),
	},
	{
		name: 'apply-two-pairs',
		before: [],
		workspace: twoPairs,
		command: ['apply', '--force'],
		wanted: [
			...wantedPair(pair),
			asConfig('db.json', config('/b'), ['db.cfg']),
			asUnattend('db.cfg', kickstart('db'), ['db.json']),
		].map(plain),
	},
	{
		name: 'apply-shared-config',
		before: [],
		workspace: sharedConfig,
		command: ['apply', '--force'],
		impossibleWith: { association: 'exclusive' },
		wanted: wantedShared(sharedConfig),
	},
	{
		name: 'replace-unattend',
		before: [{ workspace: pair, command: upload }],
		workspace: newerKickstart,
		command: upload,
		wanted: wantedPair(newerKickstart),
		replaced: wantedPair(pair),
		impossibleWith: { 'same-name': 'refused' },
	},
	{
		name: 'replace-config',
		before: [{ workspace: pair, command: upload }],
		workspace: newerConfig,
		command: upload,
		wanted: wantedPair(newerConfig),
		replaced: wantedPair(pair),
		impossibleWith: { 'same-name': 'refused' },
	},
	{
		name: 'share-later',
		before: [{ workspace: pair, command: ['upload', 'ks.cfg', '--force'] }],
		workspace: sharedConfig,
		command: ['apply', '--force'],
		impossibleWith: { association: 'exclusive' },
		wanted: wantedShared(sharedConfig),
	},
	{
		name: 'replace-shared-config',
		before: [{ workspace: sharedConfig, command: ['apply', '--force'] }],
		workspace: { ...sharedConfig, 'site.json': config('/newer') },
		command: ['apply', '--force'],
		impossibleWith: { association: 'exclusive', 'same-name': 'refused' },
		wanted: wantedShared({ ...sharedConfig, 'site.json': config('/newer') }),
		replaced: wantedShared(sharedConfig),
	},
	{
		name: 'replace-shared-unattend',
		before: [{ workspace: sharedConfig, command: ['apply', '--force'] }],
		workspace: { ...sharedConfig, 'ks.cfg': kickstart('two') },
		command: ['apply', '--force'],
		impossibleWith: { association: 'exclusive', 'same-name': 'refused' },
		wanted: wantedShared({ ...sharedConfig, 'ks.cfg': kickstart('two') }),
		replaced: wantedShared(sharedConfig),
	},
	{
		name: 'import',
		before: [],
		workspace: { 'ks.cfg': latin },
		command: ['import', '--type', 'UNATTEND', 'ks.cfg', '--description', description, ...os],
		impossibleWith: { 'same-name': 'refused' },
		wanted: [{ ...asUnattend('ks.cfg', '', []), bytes: latin }],
	},
	importOf('SCRIPT', 'setup.sh', Buffer.from('#!/bin/sh\nexit 0\n')),
	importOf('SOFTWARE', 'tools.tar.gz', Buffer.from('\x1f\x8b\0 no text, and no archive either \xff', 'latin1')),
	{
		name: 'link',
		before: alone,
		workspace: unlinked,
		command: ['link', '{ks.cfg}', '{site.json}'],
		wanted: wantedPair(unlinked),
		links: true,
	},
	{
		name: 'delete',
		before: [{ workspace: pair, command: upload }],
		workspace: pair,
		command: ['delete', '{ks.cfg}', '{site.json}'],
		wanted: [],
		removes: true,
	},
];

/** @throws {RangeError} that names the scenarios there are. */
export function scenarioNamed(name: string): Scenario {
	const found = scenarios.find(scenario => scenario.name === name);
	if (found) return found;
	throw new RangeError(`There is no scenario ‘${name}’, but ${scenarios.map(scenario => scenario.name).join(', ')}.`);
}
