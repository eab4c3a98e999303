/** Correct kickstart files for RHEL 7 to 10, after Red Hat's own examples; pykickstart accepts each. */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { Site, type Slot } from './site';

export const releases = ['7.9', '8.6', '8.10', '9.2', '9.4', '10.0'] as const;

const slots = {
	locale: { name: 'locale', choices: ['en_US', 'de_DE', 'fr_FR'], value: 'en_US' },
	keyboard: { name: 'keyboard', choices: ['us', 'de', 'fr'], value: 'us' },
	timezone: { name: 'timezone', choices: ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'], value: 'Europe/Berlin' },
	hash: { name: 'rootHash', regex: '^\\$6\\$[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{86}$' },
	ntp: { name: 'ntpServer', regex: '^[A-Za-z0-9.-]{1,64}$', value: 'time.example.net' },
	logpath: { name: 'logpath', value: '/var/log/site-post.log' },
	rack: { name: 'rack', regex: '^[A-Z][0-9]{1,3}$' },
	repo: { name: 'repoUrl', regex: '^https?://[A-Za-z0-9./_-]+$' },
} satisfies Record<string, Slot>;

const hash = `$6$saltsalt$${'qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2'.padEnd(86, 'aB3./xYz')}`;

export function kickstartSample(random: Random, share = random.pick([0, 0, 0.5, 0.9])): Sample {
	const site = new Site(random, share);
	const osrelease = random.pick(releases);
	const text = kickstartText(site, Number.parseInt(osrelease, 10));
	const unattend = random.pick(['ks.cfg', 'rack12.ks', 'kickstart.cfg']);
	return site.sample({ os: 'rhels', osrelease, unattend }, text);
}

export function kickstartText(site: Site, major: number): string {
	const { random } = site;
	const header = random.chance(0.5) ? [`#version=RHEL${major}`] : [];
	const commands = [
		mode(random),
		...source(site, major),
		...locale(site, major),
		...network(site),
		...accounts(site),
		...security(random, major),
	];
	const parts = [
		[...header, `# Servers of rack ${random.between(1, 40)}`, ...site.hooks()],
		random.chance(0.3) ? random.shuffled(commands) : commands,
		storage(random),
		packages(random, major),
		...scripts(site),
	];
	const blank = random.chance(0.7);
	return `${parts.map(lines => lines.join('\n')).join(blank ? '\n\n' : '\n')}\n`;
}

const mode = (random: Random): string => random.pick(['text', 'graphical', 'cmdline']);

function source(site: Site, major: number): string[] {
	const { random } = site;
	const host = 'http://repo.example.net';
	const url = site.fill(slots.repo, `${host}/rhel${major}/BaseOS/x86_64/os`);
	const install = random.pick([
		`url --url=${url}`,
		`url --url="${host}/rhel${major}/os"`,
		'cdrom',
		'nfs --server=nfs.example.net --dir=/export/rhel',
	]);
	const extra = random.chance(0.4)
		? [`repo --name=AppStream --baseurl=${host}/rhel${major}/AppStream/x86_64/os --cost=100`]
		: [];
	return [install, ...extra, random.pick(['reboot', 'poweroff', 'reboot --eject', 'shutdown'])];
}

function locale(site: Site, major: number): string[] {
	const { random } = site;
	const lang = `lang ${site.fill(slots.locale, random.pick(['en_US', 'de_DE', 'fr_FR']))}.UTF-8${random.chance(0.3) ? ' --addsupport=de_DE.UTF-8' : ''}`;
	const layout = site.fill(slots.keyboard, random.pick(['us', 'de']));
	const keyboard = random.pick([
		`keyboard ${layout}`,
		`keyboard --xlayouts=${layout}`,
		`keyboard --vckeymap=${layout} --xlayouts='${layout}'`,
	]);
	const zone = site.fill(slots.timezone, random.pick(['Europe/Berlin', 'America/New_York', 'Etc/UTC']));
	const ntp = site.fill(slots.ntp, 'ntp1.example.net');
	const time =
		major >= 9
			? [`timezone ${zone} --utc`, `timesource --ntp-server=${ntp}`]
			: [`timezone ${zone} --utc --ntpservers=${ntp}`];
	return [lang, keyboard, ...time];
}

function network(site: Site): string[] {
	const { random } = site;
	const device = random.pick([' --device=eno1', ' --device=link', ' --device=ens192', '']);
	if (random.chance(0.4))
		return [`network --bootproto=dhcp${device} --activate --hostname=node${random.between(1, 99)}.example.net`];
	const at = 'hostPlatforms.networkSettings';
	const [ip, mask, gateway] =
		random.chance(0.5) && site.usesMacros
			? [`#predefined.${at}.ipAddress#`, `#predefined.${at}.subnetMask#`, `#predefined.${at}.gateway#`]
			: [`192.0.2.${random.between(10, 200)}`, '255.255.255.0', '192.0.2.1'];
	const dns = site.predefined(`${at}.dns1`, '192.0.2.53');
	const name = site.predefined(`${at}.hostname`, `web${random.between(1, 40)}`);
	return [
		`network --bootproto=static${device} --ip=${ip} --netmask=${mask} --gateway=${gateway} --nameserver=${dns} --hostname=${name}`,
	];
}

function accounts(site: Site): string[] {
	const { random } = site;
	const root = random.pick([`rootpw --iscrypted ${site.fill(slots.hash, hash)}`, 'rootpw --lock']);
	const user = `user --name=admin --groups=wheel --iscrypted --password=${hash}`;
	return root === 'rootpw --lock' || random.chance(0.5) ? [root, user] : [root];
}

function security(random: Random, major: number): string[] {
	return [
		`selinux ${random.pick(['--enforcing', '--permissive'])}`,
		`firewall ${random.pick(['--enabled --service=ssh', '--enabled --ssh', '--disabled', '--enabled --port=8080:tcp'])}`,
		`services --enabled=sshd,chronyd${random.chance(0.3) ? ' --disabled=kdump' : ''}`,
		random.pick(['firstboot --disable', 'eula --agreed', 'skipx']),
		...(major === 8 || major === 9 ? random.some(['authselect select sssd'], 0, 1) : []),
	];
}

function storage(random: Random): string[] {
	const boot = random.pick([
		'bootloader --location=mbr --boot-drive=sda',
		'bootloader --append="crashkernel=auto rhgb quiet"',
		'bootloader --timeout=5',
	]);
	const layout = random.pick([autopart, plain, lvm, raid]);
	const only = layout === raid ? 'sda,sdb' : 'sda';
	const clear = ['zerombr', `clearpart --all --initlabel --drives=${only}`];
	const start = [...random.some([`ignoredisk --only-use=${only}`], 0, 1), ...clear, boot];
	return [...start, ...layout(random)];
}

const autopart = (random: Random): string[] => [
	`autopart --type=${random.pick(['lvm', 'plain', 'thinp'])}${random.chance(0.3) ? ' --nohome' : ''}`,
];
const efi = ['part /boot/efi --fstype=efi --size=600', 'part /boot --fstype=xfs --size=1024'];
const plain = (random: Random): string[] => [
	...efi,
	'part swap --fstype=swap --size=4096',
	`part / --fstype=${random.pick(['xfs', 'ext4'])} --size=20480 --grow`,
];
const lvm = (random: Random): string[] => [
	...efi,
	'part pv.01 --size=30720 --grow --ondisk=sda',
	'volgroup vg00 pv.01',
	`logvol / --vgname=vg00 --name=root --fstype=xfs --size=${random.between(8, 20) * 1024}`,
	'logvol swap --vgname=vg00 --name=swap --fstype=swap --size=4096',
	...random.some(
		[
			'logvol /var --vgname=vg00 --name=var --fstype=xfs --size=8192',
			'logvol /home --vgname=vg00 --name=home --fstype=ext4 --size=4096',
		],
		0,
		2,
	),
];
const raid = (): string[] => [
	'part /boot/efi --fstype=efi --size=600 --ondisk=sda',
	'part raid.01 --size=1024 --ondisk=sda',
	'part raid.02 --size=1024 --ondisk=sdb',
	'part raid.11 --size=30720 --grow --ondisk=sda',
	'part raid.12 --size=30720 --grow --ondisk=sdb',
	'raid /boot --device=md0 --level=1 --fstype=xfs raid.01 raid.02',
	'raid / --device=md1 --level=1 --fstype=xfs raid.11 raid.12',
];

function packages(random: Random, major: number): string[] {
	const environment = major === 7 ? '@^minimal' : '@^minimal-environment';
	const header = `%packages${random.chance(0.3) ? ' --ignoremissing' : ''}`;
	return [
		header,
		environment,
		...random.some(['@core', 'chrony', 'vim-enhanced', 'tmux', '-iwl*-firmware'], 1, 3),
		'%end',
	];
}

function scripts(site: Site): string[][] {
	const { random } = site;
	const log = site.fill(slots.logpath, '/root/ks-post.log');
	const post = [
		`%post${random.pick([' --erroronfail', ` --log=${site.usesMacros ? '/root/post.log' : log}`, ' --interpreter=/bin/bash', ''])}`,
		`echo "rack ${site.fill(slots.rack, 'B12')}" > /etc/motd`,
		...random.some(
			['systemctl enable chronyd', 'dnf -y update # errata', `date >> ${log}`, 'for i in 1 2 3; do echo "$i"; done'],
			1,
			3,
		),
		'%end',
	];
	const pre = ['%pre', 'lsblk > /tmp/disks', '%end'];
	return random.chance(0.3) ? [pre, post] : [post];
}
