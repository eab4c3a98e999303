/** Correct ESXi kickstart files, after VMware's "Installation and Upgrade Script Commands". */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { Site, type Slot } from './site';

const slots = {
	hash: { name: 'rootHash', regex: '^\\$6\\$[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{86}$' },
	vlan: { name: 'vlan', regex: '^[1-9][0-9]{0,2}$', value: '120' },
	syslog: { name: 'syslogHost', regex: '^[A-Za-z0-9.-]{1,64}$', value: 'log.example.net' },
	keyboard: { name: 'keyboard', choices: ['German', 'French', 'Japanese'], value: 'German' },
} satisfies Record<string, Slot>;

const hash = `$6$saltsalt$${'qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2'.padEnd(86, 'aB3./xYz')}`;

export function esxiSample(random: Random, share = random.pick([0, 0, 0.5, 0.9])): Sample {
	const site = new Site(random, share);
	const osrelease = random.pick(['6.7', '7.0', '8.0']);
	const unattend = random.pick(['host.esxi.cfg', 'esxi01.esxi.ks', 'ks.cfg']);
	return site.sample({ os: 'esxi', osrelease, unattend }, esxiText(site));
}

function esxiText(site: Site): string {
	const { random } = site;
	const target = random.pick([
		'--firstdisk',
		'--firstdisk=local',
		'--firstdisk=ST3120814A,local',
		'--disk=mpx.vmhba1:C0:T0:L0',
		'--disk=naa.600508b1001c',
	]);
	const commands = [
		`install ${target} ${random.pick(['--overwritevmfs', '--preservevmfs', '--overwritevmfs --novmfsondisk'])}`,
		random.pick([
			`rootpw --iscrypted ${site.fill(slots.hash, hash)}`,
			`rootpw --iscrypted ${hash}`,
			'rootpw Change.Me-2024x',
		]),
		network(site),
		...random.some(
			[
				`keyboard ${site.fill(slots.keyboard, random.pick(['German', "'US Default'", 'French']))}`,
				'serialnum --esx=AAAAA-BBBBB-CCCCC-DDDDD-EEEEE',
				'clearpart --firstdisk --overwritevmfs',
			],
			0,
			2,
		),
		random.pick(['reboot', 'reboot --noeject']),
	];
	const order = random.chance(0.3) ? random.shuffled(commands) : commands;
	const head = [
		...random.some(['# Hosts of rack 12'], 0, 1),
		random.pick(['vmaccepteula', 'accepteula']),
		...(site.usesMacros ? site.hooks() : []),
	];
	return `${[...head, ...order, ...scripts(site)].join('\n')}\n`;
}

function network(site: Site): string {
	const { random } = site;
	const device = random.pick([' --device=vmnic0', ' --device=00:50:56:c0:ff:ee', '']);
	const vlan = random.chance(0.4) ? ` --vlanid=${site.fill(slots.vlan, '120')}` : '';
	const group = random.chance(0.2) ? ' --addvmportgroup=1' : '';
	if (random.chance(0.4)) return `network --bootproto=dhcp${device}${vlan}${group}`;
	const at = 'hostPlatforms.networkSettings';
	const [ip, mask, gateway] =
		random.chance(0.5) && site.usesMacros
			? [`#predefined.${at}.ipAddress#`, `#predefined.${at}.subnetMask#`, `#predefined.${at}.gateway#`]
			: [`192.0.2.${random.between(10, 200)}`, '255.255.255.0', '192.0.2.1'];
	const name = site.predefined(`${at}.hostname`, 'esx07.example.net');
	return `network --bootproto=static${device} --ip=${ip} --netmask=${mask} --gateway=${gateway} --nameserver=192.0.2.53 --hostname=${name}${vlan}${group}`;
}

function scripts(site: Site): string[] {
	const { random } = site;
	const first = ['', `%firstboot --interpreter=${random.pick(['busybox', 'busybox', 'python'])}`];
	const isPython = first[1]?.endsWith('python');
	const body = isPython
		? ['import os', 'os.system("esxcli system syslog reload")']
		: [
				`esxcli system syslog config set --loghost='udp://${site.fill(slots.syslog, 'log.example.net')}:514'`,
				'esxcli system syslog reload',
				'vim-cmd hostsvc/enable_ssh',
			];
	return random.chance(0.7) ? [...first, ...body] : [];
}
