/** Correct configuration-settings files, after the shapes of the vendor's two examples. */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { formatJson, type Json, randomStyle } from './jsonStyle';

/** One setting or group as it stands in the file. */
export interface Setting {
	[key: string]: Json;
	name: string;
}

interface LeafIdea {
	readonly name: string;
	readonly label: string;
	readonly choices?: readonly string[];
	readonly regex?: string;
	readonly value?: string;
}

const ideas: readonly LeafIdea[] = [
	{ name: 'locale', label: 'Language', choices: ['en_US', 'de_DE', 'fr_FR', 'ja_JP'], value: 'en_US' },
	{ name: 'keyboardLocale', label: 'Keyboard', choices: ['english-us', 'german', 'french'], value: 'german' },
	{
		name: 'timezone',
		label: 'Time zone',
		choices: ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'],
		value: 'Asia/Tokyo',
	},
	{ name: 'rack', label: 'Rack', regex: '^[A-Z]{1,2}[0-9]{1,3}$', value: 'B12' },
	{ name: 'asset_tag', label: 'Asset tag', regex: '^[0-9]{6}$' },
	{ name: 'ntpServer', label: 'Time server', regex: '^[A-Za-z0-9.-]{1,64}$', value: 'time.example.net' },
	{ name: 'owner', label: 'Owner', regex: '^[\\w .-]{1,40}$', value: 'Data centre team' },
	{ name: 'proxy', label: 'Proxy', regex: '^https?://[\\w.-]+(:\\d{2,5})?$', value: 'http://proxy.example.net:3128' },
	{ name: 'mtu', label: 'MTU', choices: ['1500', '9000'], value: '9000' },
	{ name: 'contact', label: 'Contact', value: 'noc@example.net' },
	{ name: 'syslogHost', label: 'Log host' },
	{ name: 'vlan', label: 'VLAN', regex: '^[1-9][0-9]{0,3}$', value: '120' },
	{ name: 'edition', label: 'Edition', choices: ['Standard', 'Datacenter'] },
	{ name: 'siteCode', label: 'Site', regex: '^(BER|MUC|NYC)$', value: 'BER' },
];
const staticIdeas: readonly LeafIdea[] = [
	{ name: 'logpath', label: 'Log file', value: '/var/log/site-post.log' },
	{ name: 'motd', label: 'Greeting', value: 'Managed host, see "runbook" \\\\share\\docs' },
	{ name: 'repoPath', label: 'Repository', value: 'https://repo.example.net/os?arch=x86_64&v=9' },
	{ name: 'adminGroup', label: 'Group', value: 'wheel' },
];

/** A configuration-settings file alone in its folder. */
export function configSample(random: Random): Sample {
	const text = formatJson(configRoot(random), randomStyle(random));
	return { main: 'site.xclarity.json', files: new Map([['site.xclarity.json', text]]) };
}

export function configRoot(random: Random): Setting {
	const left = random.shuffled(ideas);
	const take = (count: number): LeafIdea[] => left.splice(0, count);
	const content: Setting[] = take(random.between(1, 3)).map(idea => leaf(idea, true, random));
	if (random.chance(0.7)) content.push(servers(take(random.between(1, 3)), random));
	if (random.chance(0.7)) content.push(list(random));
	if (random.chance(0.6)) content.push(group(take(random.between(1, 3)), random));
	content.push(...random.some(staticIdeas, 1, 2).map(idea => staticLeaf(idea, random)));
	const root = {
		category: 'dynamic',
		name: random.pick(['myCustomDeploy', 'siteDeploy', 'rack-settings', 'os_2024']),
		label: 'Site settings',
		description: 'What differs from site to site.',
		type: random.pick(['assoc_array', 'assoc_array', 'array']),
		optional: false,
		content: random.shuffled(content),
	};
	return order(root, random);
}

/** Keys in the vendor's order or in any other. */
function order(setting: Setting, random: Random): Setting {
	if (random.chance(0.7)) return setting;
	const children = new Set(['content', 'template']);
	const entries = random.shuffled(Object.entries(setting).filter(([key]) => !children.has(key)));
	return Object.fromEntries([...entries, ...Object.entries(setting).filter(([key]) => children.has(key))]) as Setting;
}

function leaf(idea: LeafIdea, common: boolean, random: Random): Setting {
	const setting: Setting = {
		category: 'dynamic',
		common,
		name: idea.name,
		type: 'string',
		optional: random.chance(0.3),
	};
	if (random.chance(0.8)) setting.label = idea.label;
	if (random.chance(0.7)) setting.description = `${idea.label} of the installed system.`;
	if (idea.choices) setting.choices = idea.choices;
	if (idea.regex !== undefined && random.chance(0.85)) setting.regex = idea.regex;
	if (idea.value !== undefined && random.chance(0.7)) setting.value = idea.value;
	return order(setting, random);
}

function staticLeaf({ name, label, value = '' }: LeafIdea, random: Random): Setting {
	const setting: Setting = { category: 'static', common: true, name, type: 'string', optional: false, value };
	if (random.chance(0.5)) setting.description = `${label}, fixed for all.`;
	return order(setting, random);
}

function servers(leaves: readonly LeafIdea[], random: Random): Setting {
	const template: Setting = {
		category: 'dynamic',
		common: false,
		name: random.pick(['server', 'node', 'host']),
		type: 'assoc_array',
		optional: false,
		autoCreateInstance: true,
		content: leaves.map(idea => leaf(idea, false, random)),
	};
	return {
		category: 'dynamic',
		common: false,
		name: random.pick(['server-settings', 'server_settings', 'hosts']),
		type: 'assoc_array',
		optional: false,
		template: [template],
	};
}

function list(random: Random): Setting {
	const least = random.between(0, 1);
	const setting: Setting = {
		category: 'dynamic',
		common: true,
		name: random.pick(['common-ntpservers', 'dns-servers', 'searchDomains']),
		label: 'Addresses',
		type: 'array',
		optional: least === 0,
		template: [
			{
				category: 'dynamic',
				common: true,
				name: random.pick(['address', 'entry', 'item']),
				label: 'Address',
				type: 'string',
				optional: least === 0,
				autoCreateInstance: true,
				regex: '^[A-Za-z0-9.-]{1,64}$',
			},
		],
	};
	if (random.chance(0.8)) Object.assign(setting, { minElements: least, maxElements: random.between(1, 4) });
	return setting;
}

function group(leaves: readonly LeafIdea[], random: Random): Setting {
	return {
		category: 'dynamic',
		common: true,
		name: random.pick(['network', 'account', 'monitoring']),
		label: 'Group',
		description: 'Settings that belong together.',
		type: 'assoc_array',
		optional: false,
		content: leaves.map(idea => leaf(idea, true, random)),
	};
}
