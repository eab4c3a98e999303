/** Correct AutoYaST profiles for SLES 12 and 15, after the AutoYaST Guide's examples. */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { Site, type Slot } from './site';
import { type Element, el, type Xml, xmlText } from './xmlText';

const slots = {
	locale: { name: 'locale', choices: ['en_US', 'de_DE', 'fr_FR', 'ja_JP'], value: 'en_US' },
	keyboard: { name: 'keyboard', choices: ['english-us', 'german', 'french'], value: 'german' },
	timezone: { name: 'timezone', choices: ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'], value: 'Europe/Berlin' },
	ntp: { name: 'ntpServer', regex: '^[A-Za-z0-9.-]{1,64}$', value: 'time.example.net' },
	hash: { name: 'rootHash', regex: '^\\$6\\$[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{86}$' },
	logpath: { name: 'logpath', value: '/var/log/site-post.log' },
} satisfies Record<string, Slot>;

const hash = `$6$saltsalt$${'qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2'.padEnd(86, 'aB3./xYz')}`;

export function autoyastSample(random: Random, share = random.pick([0, 0, 0.5, 0.9])): Sample {
	const site = new Site(random, share);
	const osrelease = random.pick(['12.3', '12.5', '15.3', '15.4', '15.5', '15.6']);
	const unattend = random.pick(['autoinst.xml', 'sles.xml', 'profile.xml']);
	return site.sample({ os: 'sles', osrelease, unattend }, autoyastText(site, Number.parseInt(osrelease, 10)));
}

const bool = (name: string, value: boolean): Element => el(name, String(value), { type: 'boolean' });
const int = (name: string, value: number): Element => el(name, String(value), { type: 'integer' });
const symbol = (name: string, value: string): Element => el(name, value, { type: 'symbol' });
const list = (name: string, items: readonly Xml[]): Element => el(name, items, { type: 'list' });

function autoyastText(site: Site, major: number): string {
	const { random } = site;
	const sections = [
		general(random),
		el('keyboard', [el('keymap', site.fill(slots.keyboard, random.pick(['english-us', 'german'])))]),
		el('language', [
			el('language', site.fill(slots.locale, random.pick(['en_US', 'de_DE']))),
			...random.some([el('languages', 'en_US,de_DE')], 0, 1),
		]),
		el('timezone', [
			el('hwclock', random.pick(['UTC', 'localtime'])),
			el('timezone', site.fill(slots.timezone, random.pick(['Europe/Berlin', 'America/New_York']))),
		]),
		software(random, major),
		users(site),
		partitioning(random),
		bootloader(random),
		networking(site, random),
		...random.some(
			[ntp(site, major), firewall(major, random), services(random), scripts(site), report(random), files(), groups()],
			2,
			5,
		),
	];
	const order = random.chance(0.5) ? random.shuffled(sections) : sections;
	const hooks = site.usesMacros ? site.hooks() : [];
	const root = el('profile', [...hooks, ...order], {
		xmlns: 'http://www.suse.com/1.0/yast2ns',
		'xmlns:config': 'http://www.suse.com/1.0/configns',
	});
	return xmlText(root, {
		doctype: random.chance(0.8) ? '<!DOCTYPE profile>' : '',
		typeName: 'config:type',
		indent: random.pick(['  ', '\t', '    ']),
	});
}

const general = (random: Random): Element =>
	el('general', [
		el('mode', [bool('confirm', false), ...random.some([bool('halt', false), bool('final_reboot', true)], 0, 2)]),
		...random.some([el('signature-handling', [bool('accept_unsigned_file', true)])], 0, 1),
	]);

function software(random: Random, major: number): Element {
	return el('software', [
		...(major >= 15 ? [list('products', [el('product', 'SLES')])] : []),
		list(
			'patterns',
			random.some(['base', 'enhanced_base', 'minimal_base'], 1, 2).map(name => el('pattern', name)),
		),
		...random.some(
			[
				list('packages', [el('package', 'vim'), el('package', 'chrony')]),
				list('remove-packages', [el('package', 'cups')]),
			],
			0,
			2,
		),
	]);
}

function users(site: Site): Element {
	const root = el('user', [
		el('username', 'root'),
		el('user_password', site.fill(slots.hash, hash)),
		bool('encrypted', true),
	]);
	const admin = el('user', [
		el('username', 'ops'),
		el('fullname', 'Operations'),
		el('user_password', hash),
		bool('encrypted', true),
		el('home', '/home/ops'),
		el('shell', '/bin/bash'),
	]);
	return list('users', site.random.chance(0.5) ? [root, admin] : [root]);
}

function partitioning(random: Random): Element {
	const efi = el('partition', [
		el('mount', '/boot/efi'),
		symbol('filesystem', 'vfat'),
		el('size', '512M'),
		bool('create', true),
		bool('format', true),
	]);
	const swap = el('partition', [
		el('mount', 'swap'),
		symbol('filesystem', 'swap'),
		el('size', random.pick(['2G', '4G', '2048M'])),
		symbol('mountby', 'uuid'),
	]);
	const root = el('partition', [
		el('mount', '/'),
		symbol('filesystem', random.pick(['btrfs', 'xfs', 'ext4'])),
		el('size', 'max'),
		symbol('mountby', random.pick(['uuid', 'device', 'label'])),
	]);
	const disk = (partitions: readonly Element[]): Element =>
		el('drive', [
			el('device', '/dev/sda'),
			el('disklabel', 'gpt'),
			bool('initialize', true),
			el('use', 'all'),
			list('partitions', partitions),
		]);
	if (random.chance(0.6)) return list('partitioning', [disk([efi, swap, root])]);
	const pv = el('partition', [el('lvm_group', 'system'), int('partition_id', 142), el('size', 'max')]);
	const group = el('drive', [
		el('device', '/dev/system'),
		symbol('type', 'CT_LVM'),
		list('partitions', [
			el('partition', [el('lv_name', 'root'), el('mount', '/'), symbol('filesystem', 'xfs'), el('size', '20G')]),
			el('partition', [el('lv_name', 'swap'), el('mount', 'swap'), symbol('filesystem', 'swap'), el('size', '4G')]),
		]),
	]);
	return list('partitioning', [disk([efi, pv]), group]);
}

const bootloader = (random: Random): Element =>
	el('bootloader', [
		el('global', [
			el('timeout', String(random.between(3, 20)), { type: 'integer' }),
			...random.some([el('append', 'quiet splash=silent'), el('terminal', 'console')], 0, 2),
		]),
		el('loader_type', random.pick(['grub2', 'grub2-efi', 'default'])),
	]);

function networking(site: Site, random: Random): Element {
	const at = 'hostPlatforms.networkSettings';
	const isStatic = random.chance(0.5);
	const fixed = [
		el('ipaddr', site.predefined(`${at}.ipAddress`, '192.0.2.10')),
		el('netmask', site.predefined(`${at}.subnetMask`, '255.255.255.0')),
	];
	const face = el('interface', [
		el('bootproto', isStatic ? 'static' : 'dhcp'),
		el('name', 'eth0'),
		el('startmode', 'auto'),
		...(isStatic ? fixed : []),
	]);
	const dns = el('dns', [
		bool('dhcp_hostname', false),
		el('hostname', site.predefined(`${at}.hostname`, 'web07')),
		list('nameservers', [el('nameserver', '192.0.2.53')]),
	]);
	const route = el('routing', [
		list('routes', [
			el('route', [el('destination', 'default'), el('gateway', '192.0.2.1'), el('netmask', '-'), el('device', 'eth0')]),
		]),
	]);
	return el('networking', [
		bool('keep_install_network', true),
		dns,
		list('interfaces', [face]),
		...(isStatic ? [route] : []),
	]);
}

function ntp(site: Site, major: number): Element {
	const address = el('address', site.fill(slots.ntp, 'ntp1.example.net'));
	return major >= 15
		? el('ntp-client', [
				el('ntp_policy', 'auto'),
				list('ntp_servers', [el('ntp_server', [address, bool('iburst', true), bool('offline', false)])]),
			])
		: el('ntp-client', [
				bool('start_at_boot', true),
				list('peers', [el('peer', [el('type', 'server'), address, el('options', 'iburst')])]),
			]);
}

const firewall = (major: number, random: Random): Element =>
	el('firewall', [
		bool('enable_firewall', random.chance(0.5)),
		bool('start_firewall', random.chance(0.5)),
		...(major >= 15 && random.chance(0.5) ? [el('default_zone', 'public')] : []),
	]);

const services = (random: Random): Element =>
	el('services-manager', [
		el('default_target', random.pick(['multi-user', 'graphical'])),
		el('services', [
			list('enable', [el('service', 'sshd'), el('service', 'chronyd')]),
			list('disable', [el('service', 'cups')]),
		]),
	]);

const scripts = (site: Site): Element =>
	el('scripts', [
		list(site.random.pick(['chroot-scripts', 'post-scripts']), [
			el('script', [
				el('filename', 'site.sh'),
				el('interpreter', 'shell'),
				el(
					'source',
					`<![CDATA[\n#!/bin/sh\necho "rack B12 & more" >> ${site.fill(slots.logpath, '/var/log/site.log')}\n]]>`,
				),
			]),
		]),
	]);

const report = (random: Random): Element =>
	el(
		'report',
		['errors', 'warnings', 'messages'].map(name =>
			el(name, [bool('show', name === 'errors'), int('timeout', random.between(5, 30)), bool('log', true)]),
		),
	);

const files = (): Element =>
	list('files', [
		el('file', [
			el('file_path', '/etc/motd'),
			el('file_contents', 'Managed host'),
			el('file_permissions', '644'),
			el('file_owner', 'root.root'),
		]),
	]);

const groups = (): Element =>
	list('groups', [el('group', [el('groupname', 'operators'), el('gid', '1200'), el('userlist', 'ops')])]);
