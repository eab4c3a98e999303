/** The file around the settings. */
export const newFile = {
	category: 'dynamic',
	name: 'site',
	label: 'Site',
	description: 'What the operator is asked when servers are deployed.',
	type: 'assoc_array',
	optional: false,
};

export const timeZone = {
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

export const logHost = {
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

export const logPath = {
	category: 'static',
	common: true,
	name: 'logPath',
	label: 'Log file',
	description: 'Where the scripts of the installation write to.',
	type: 'string',
	optional: false,
	value: '/var/log/deployment.log',
};

export const timeServers = {
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

export const servers = {
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
