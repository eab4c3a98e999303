/** Correct Windows answer files, after Microsoft's "Unattended Windows Setup Reference". */
import type { Sample } from '../fault';
import type { Random } from '../random';
import { Site, type Slot } from './site';
import {
	component,
	generalizeComponents,
	moreAccounts,
	moreSetup,
	moreShell,
	offlineComponents,
	peComponents,
	specializeComponents,
} from './windowsComponents';
import { type Element, el, xmlText } from './xmlText';

const slots = {
	locale: { name: 'locale', choices: ['en-US', 'de-DE', 'fr-FR'], value: 'en-US' },
	timeZone: { name: 'timeZone', choices: ['UTC', 'W. Europe Standard Time', 'Tokyo Standard Time'], value: 'UTC' },
	organisation: { name: 'organisation', regex: '^[\\w .-]{1,40}$', value: 'Example Ltd' },
	productKey: { name: 'productKey', regex: '^[A-Z0-9]{5}(-[A-Z0-9]{5}){4}$' },
	owner: { name: 'owner', value: 'Data centre' },
} satisfies Record<string, Slot>;

export function windowsSample(random: Random, share = random.pick([0, 0, 0.5, 0.9])): Sample {
	const site = new Site(random, share);
	const osrelease = random.pick(['2016', '2019', '2022', '2025']);
	const unattend = random.pick(['unattend.xml', 'autounattend.xml', 'win.xml']);
	return site.sample({ os: 'win', osrelease, unattend }, windowsText(site));
}

const add = { 'wcm:action': 'add' };

function windowsText(site: Site): string {
	const { random } = site;
	const boot = random.pick(['uefi', 'bios'] as const);
	const pe = [
		international('Microsoft-Windows-International-Core-WinPE', site),
		setup(site, boot),
		...random.some(peComponents(), 0, 1),
	];
	const specialize = [
		shellSpecialize(site),
		...random.some(oncePerName(random.shuffled([...usual(random), ...others(), ...specializeComponents()])), 1, 9),
	];
	const oobe = [international('Microsoft-Windows-International-Core', site), shellOobe(site)];
	const offline = el(
		'settings',
		[
			component('Microsoft-Windows-LUA-Settings', [el('EnableLUA', 'false')]),
			...random.some(offlineComponents(), 0, 1),
		],
		{ pass: 'offlineServicing' },
	);
	const generalize = el(
		'settings',
		[
			component('Microsoft-Windows-PnpSysprep', [el('PersistAllDeviceInstalls', 'true')]),
			...random.some(generalizeComponents(), 0, 1),
		],
		{ pass: 'generalize' },
	);
	const settings = [
		...random.some([offline, generalize], 0, 2),
		el('settings', random.chance(0.3) ? random.shuffled(pe) : pe, { pass: 'windowsPE' }),
		el('settings', specialize, { pass: 'specialize' }),
		el('settings', oobe, { pass: 'oobeSystem' }),
	];
	const root = el('unattend', [...settings, ...(site.usesMacros ? site.hooks() : [])], {
		xmlns: 'urn:schemas-microsoft-com:unattend',
		'xmlns:wcm': 'http://schemas.microsoft.com/WMIConfig/2002/State',
	});
	return xmlText(root, { doctype: '', typeName: 'type', indent: random.pick(['  ', '\t', '    ']) });
}

function international(name: string, site: Site): Element {
	const locale = (): string => site.fill(slots.locale, site.random.pick(['en-US', 'de-DE']));
	const isPe = name.endsWith('WinPE');
	return component(name, [
		...(isPe ? [el('SetupUILanguage', [el('UILanguage', 'en-US')])] : []),
		el('InputLocale', locale()),
		el('SystemLocale', locale()),
		el('UILanguage', 'en-US'),
		el('UserLocale', locale()),
	]);
}

function setup(site: Site, boot: 'uefi' | 'bios'): Element {
	const { random } = site;
	const key = site.random.pick([
		[],
		[
			el('ProductKey', [
				el('Key', site.fill(slots.productKey, 'VDYBN-27WPP-V4HQT-9VMD4-VMK7H')),
				el('WillShowUI', 'OnError'),
			]),
		],
	]);
	const target = [el('DiskID', '0'), el('PartitionID', boot === 'uefi' ? '3' : '2')];
	return component('Microsoft-Windows-Setup', [
		boot === 'uefi' ? uefiDisk() : biosDisk(),
		el('ImageInstall', [
			el('OSImage', [
				el('InstallFrom', [
					el('MetaData', [el('Key', '/IMAGE/INDEX'), el('Value', String(random.between(1, 4)))], add),
				]),
				el('InstallTo', target),
			]),
		]),
		el('UserData', [
			el('AcceptEula', 'true'),
			el('FullName', site.fill(slots.owner, 'Operations')),
			el('Organization', site.fill(slots.organisation, 'Example Ltd')),
			...key,
		]),
		...random.some([el('EnableFirewall', 'true'), el('UseConfigurationSet', 'false'), ...moreSetup()], 0, 5),
	]);
}

const create = (order: number, type: string, size: number | undefined): Element =>
	el(
		'CreatePartition',
		[
			el('Order', String(order)),
			el('Type', type),
			size === undefined ? el('Extend', 'true') : el('Size', String(size)),
		],
		add,
	);
const modify = (order: number, partition: number, format: string | undefined, more: readonly Element[]): Element =>
	el(
		'ModifyPartition',
		[
			el('Order', String(order)),
			el('PartitionID', String(partition)),
			...(format === undefined ? [] : [el('Format', format)]),
			...more,
		],
		add,
	);
const disk = (creates: readonly Element[], modifies: readonly Element[]): Element =>
	el('DiskConfiguration', [
		el('WillShowUI', 'OnError'),
		el(
			'Disk',
			[
				el('DiskID', '0'),
				el('WillWipeDisk', 'true'),
				el('CreatePartitions', creates),
				el('ModifyPartitions', modifies),
			],
			add,
		),
	]);

const uefiDisk = (): Element =>
	disk(
		[create(1, 'EFI', 260), create(2, 'MSR', 16), create(3, 'Primary', undefined)],
		[modify(1, 1, 'FAT32', [el('Label', 'System')]), modify(2, 3, 'NTFS', [el('Label', 'Windows'), el('Letter', 'C')])],
	);
const biosDisk = (): Element =>
	disk(
		[create(1, 'Primary', 500), create(2, 'Primary', undefined)],
		[
			modify(1, 1, 'NTFS', [el('Label', 'System'), el('Active', 'true')]),
			modify(2, 2, 'NTFS', [el('Label', 'Windows'), el('Letter', 'C')]),
		],
	);

const shellSpecialize = (site: Site): Element =>
	component('Microsoft-Windows-Shell-Setup', [
		el('ComputerName', site.predefined('hostPlatforms.networkSettings.hostname', 'WEB07')),
		el('TimeZone', site.fill(slots.timeZone, 'W. Europe Standard Time')),
		...site.random.some([el('RegisteredOwner', 'Operations'), el('CopyProfile', 'true')], 0, 2),
	]);

function shellOobe(site: Site): Element {
	const { random } = site;
	const password = (name: string): Element => el(name, [el('Value', 'Change.Me-2024'), el('PlainText', 'true')]);
	const commands = el('FirstLogonCommands', [
		el('SynchronousCommand', [el('Order', '1'), el('CommandLine', 'cmd /c echo done'), el('Description', 'Note')], add),
		el('SynchronousCommand', [el('Order', '2'), el('CommandLine', 'powershell -File C:\\site\\setup.ps1')], add),
	]);
	const logon = el('AutoLogon', [
		password('Password'),
		el('Enabled', 'true'),
		el('LogonCount', '1'),
		el('Username', 'Administrator'),
	]);
	return component('Microsoft-Windows-Shell-Setup', [
		el('OOBE', [
			el('HideEULAPage', 'true'),
			el('ProtectYourPC', random.pick(['1', '3'])),
			...random.some([el('HideWirelessSetupInOOBE', 'true')], 0, 1),
		]),
		el('UserAccounts', [password('AdministratorPassword'), ...random.some(moreAccounts(), 0, 2)]),
		...random.some([commands, logon, ...moreShell()], 0, 5),
	]);
}

const usual = (random: Random): Element[] => [remoteDesktop(), firewallRule(), domain(random)];

/** A pass has each component once. */
const oncePerName = (components: readonly Element[]): Element[] =>
	components.filter(
		({ attributes }, index) => components.findIndex(each => each.attributes.name === attributes.name) === index,
	);

/** Components that are used less, in the pass specialize. */
const others = (): Element[] => [
	component('Microsoft-Windows-Deployment', [
		el('RunSynchronous', [
			el(
				'RunSynchronousCommand',
				[el('Order', '1'), el('Path', 'net user administrator /active:yes'), el('Description', 'Enable')],
				add,
			),
			el('RunSynchronousCommand', [el('Order', '2'), el('Path', 'cmd /c &quot;echo a &gt; C:\\site.txt&quot;')], add),
		]),
	]),
	component('Microsoft-Windows-TCPIP', [
		el('Interfaces', [
			el(
				'Interface',
				[
					el('Ipv4Settings', [el('DhcpEnabled', 'false')]),
					el('UnicastIpAddresses', [el('IpAddress', '192.0.2.10/24', { ...add, 'wcm:keyValue': '1' })]),
					el('Identifier', 'Ethernet'),
					el('Routes', [
						el('Route', [el('Identifier', '0'), el('Prefix', '0.0.0.0/0'), el('NextHopAddress', '192.0.2.1')], add),
					]),
				],
				add,
			),
		]),
	]),
	component('Microsoft-Windows-DNS-Client', [
		el('Interfaces', [
			el(
				'Interface',
				[
					el('DNSServerSearchOrder', [el('IpAddress', '192.0.2.53', { ...add, 'wcm:keyValue': '1' })]),
					el('Identifier', 'Ethernet'),
				],
				add,
			),
		]),
	]),
	component('Microsoft-Windows-IE-ESC', [el('IEHardenAdmin', 'false'), el('IEHardenUser', 'false')]),
	component('Microsoft-Windows-ServerManager-SvrMgrNc', [el('DoNotOpenServerManagerAtLogon', 'true')]),
	component('Microsoft-Windows-ErrorReportingCore', [el('DisableWER', '1')]),
	component('Microsoft-Windows-Security-SPP-UX', [el('SkipAutoActivation', 'true')]),
];

const remoteDesktop = (): Element =>
	component('Microsoft-Windows-TerminalServices-LocalSessionManager', [el('fDenyTSConnections', 'false')]);
const firewallRule = (): Element =>
	component('Networking-MPSSVC-Svc', [
		el('FirewallGroups', [
			el('FirewallGroup', [el('Active', 'true'), el('Group', 'Remote Desktop'), el('Profile', 'all')], {
				...add,
				'wcm:keyValue': 'RemoteDesktop',
			}),
		]),
	]);
const domain = (random: Random): Element =>
	component('Microsoft-Windows-UnattendedJoin', [
		el(
			'Identification',
			random.pick([
				[el('JoinWorkgroup', 'WORKGROUP')],
				[
					el('Credentials', [el('Domain', 'example.net'), el('Username', 'joiner'), el('Password', 'Change.Me-2024')]),
					el('JoinDomain', 'example.net'),
				],
			]),
		),
	]);
