import type { NewFileTemplate } from './newFileTemplate';

/** Three configuration-settings files to start from: the same for all servers, different for each, and both. */
export const configTemplates = (): readonly NewFileTemplate[] => [
	template('common', 'Settings for all servers', 'A choice, a checked text and a fixed value', [
		timeZone,
		logHost,
		logPath,
	]),
	template('servers', 'Settings for each server', 'A group that the operator fills in once for each server', [servers]),
	template('both', 'Settings for all servers and for each', 'A list of time servers, and a group for each server', [
		timeServers,
		logPath,
		servers,
	]),
];

const template = (id: string, label: string, detail: string, content: readonly object[]): NewFileTemplate => ({
	id,
	kind: 'config',
	label,
	detail,
	fileName: 'site.xclarity.json',
	text: `${JSON.stringify({ ...top, content }, undefined, '\t')}\n`,
});

const top = {
	category: 'dynamic',
	name: 'site',
	label: 'Site',
	description: 'What the operator is asked when servers are deployed.',
	type: 'assoc_array',
	optional: false,
};

const timeZone = {
	category: 'dynamic',
	common: true,
	name: 'timezone',
	label: 'Time zone',
	description: 'Where the servers are.',
	type: 'string',
	optional: false,
	choices: ['Etc/UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo'],
	value: 'Etc/UTC',
};

const logHost = {
	category: 'dynamic',
	common: true,
	name: 'logHost',
	label: 'Log host',
	description: 'Receives the logs of all servers.',
	type: 'string',
	optional: false,
	regex: '^[A-Za-z0-9][A-Za-z0-9.-]{0,252}$',
	value: 'logs.example.net',
};

const logPath = {
	category: 'static',
	common: true,
	name: 'logPath',
	label: 'Log file',
	description: 'Where the scripts of the installation write to.',
	type: 'string',
	optional: false,
	value: '/var/log/deployment.log',
};

const timeServers = {
	category: 'dynamic',
	common: true,
	name: 'timeServers',
	label: 'Time servers',
	description: 'One or two NTP servers.',
	type: 'array',
	optional: false,
	minElements: 1,
	maxElements: 2,
	template: [
		{
			autoCreateInstance: true,
			category: 'dynamic',
			common: true,
			name: 'ntp',
			label: 'NTP server',
			description: 'Name or address.',
			type: 'string',
			optional: false,
			regex: '^[A-Za-z0-9][A-Za-z0-9.:-]{0,252}$',
			value: 'ntp.example.net',
		},
	],
};

const servers = {
	category: 'dynamic',
	common: false,
	name: 'servers',
	label: 'Servers',
	description: 'What differs from server to server.',
	type: 'array',
	optional: false,
	template: [
		{
			autoCreateInstance: true,
			category: 'dynamic',
			common: false,
			name: 'server',
			label: 'Server',
			description: 'The settings of one server.',
			type: 'assoc_array',
			optional: false,
			content: [
				{
					category: 'dynamic',
					common: false,
					name: 'keyboard',
					label: 'Keyboard',
					description: 'Layout of the keyboard.',
					type: 'string',
					optional: false,
					choices: ['us', 'de', 'fr', 'jp'],
					value: 'us',
				},
				{
					category: 'dynamic',
					common: false,
					name: 'rack',
					label: 'Rack',
					description: 'Where the server stands.',
					type: 'string',
					optional: true,
				},
			],
		},
	],
};
