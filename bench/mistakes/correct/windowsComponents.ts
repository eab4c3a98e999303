/** Components of Windows answer files that are used less, after the examples of Microsoft's reference. */
import { type Element, el } from './xmlText';

const add = { 'wcm:action': 'add' };
const keyed = (key: string): Record<string, string> => ({ ...add, 'wcm:keyValue': key });

/** A component of Windows for 64 bits. */
export const component = (name: string, children: readonly Element[]): Element =>
	el('component', children, {
		name,
		processorArchitecture: 'amd64',
		publicKeyToken: '31bf3856ad364e35',
		language: 'neutral',
		versionScope: 'nonSxS',
	});

const leaves = (values: Readonly<Record<string, string>>): Element[] =>
	Object.entries(values).map(([name, value]) => el(name, value));

const drivers = (name: string): Element =>
	component(name, [
		el('DriverPaths', [
			el('PathAndCredentials', [el('Path', '\\\\files\\drivers\\net')], keyed('1')),
			el('PathAndCredentials', [el('Path', '\\\\files\\drivers\\raid')], keyed('2')),
		]),
	]);

export const peComponents = (): Element[] => [drivers('Microsoft-Windows-PnpCustomizationsWinPE')];
export const offlineComponents = (): Element[] => [drivers('Microsoft-Windows-PnpCustomizationsNonWinPE')];
export const generalizeComponents = (): Element[] => [
	component('Microsoft-Windows-Security-SPP', leaves({ SkipRearm: '1' })),
];

/** More of Microsoft-Windows-Setup, to stand beside the disks. */
export const moreSetup = (): Element[] => [
	el('Diagnostics', leaves({ OptIn: 'false' })),
	el('DynamicUpdate', leaves({ Enable: 'true', WillShowUI: 'OnError' })),
	el('ComplianceCheck', leaves({ DisplayReport: 'OnError' })),
	el(
		'Display',
		leaves({ ColorDepth: '32', HorizontalResolution: '1024', RefreshRate: '60', VerticalResolution: '768' }),
	),
	el('PageFile', leaves({ Path: 'C:\\pagefile.sys', Size: '2048' })),
	el('RunAsynchronous', [
		el('RunAsynchronousCommand', leaves({ Order: '1', Path: 'wpeutil DisableFirewall', Description: 'Open' }), add),
	]),
];

const adapter = (children: readonly Element[]): Element => el('Interfaces', [el('Interface', children, add)]);

/** For the pass specialize. */
export const specializeComponents = (): Element[] => [
	component('Microsoft-Windows-NetBT', [
		adapter([
			el('NameServerList', [el('IpAddress', '192.0.2.54', keyed('1'))]),
			el('NetbiosOptions', '2'),
			el('Identifier', 'Ethernet'),
		]),
	]),
	component('Microsoft-Windows-SNMP-Agent-Service', [
		el('ValidCommunities', [el('ValidCommunity', '4', keyed('site')), el('ValidCommunity', '8', keyed('admin'))]),
		el('TrapConfiguration', [
			el('TrapConfigurationItems', leaves({ Community_Name: 'site', Traps: '192.0.2.60' }), add),
		]),
	]),
	component('Microsoft-Windows-RemoteAssistance-Exe', leaves({ MaxTicketExpiryUnits: '1', fAllowToGetHelp: 'false' })),
	component('Microsoft-Windows-TapiSetup', [
		...leaves({ TapiConfigured: '0' }),
		el(
			'TapiUnattendLocation',
			leaves({ AreaCode: '30', CountryOrRegion: '49', Name: 'Berlin', PulseOrToneDialing: '1' }),
		),
	]),
	component(
		'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
		leaves({ SecurityLayer: '2', UserAuthentication: '1' }),
	),
	component('Microsoft-Windows-SystemRestore-Main', leaves({ DisableSR: '1' })),
	component('Microsoft-Windows-SQMApi', leaves({ CEIPEnabled: '0' })),
	component(
		'Microsoft-Windows-IE-InternetExplorer',
		leaves({
			BlockPopups: 'yes',
			DisableFirstRunWizard: 'true',
			FilterLevel: 'High',
			Home_Page: 'https://example.net/',
		}),
	),
	component('Security-Malware-Windows-Defender', [
		...leaves({ DisableAntiSpyware: 'false' }),
		el('Scan', leaves({ ScanParameters: '1', ScheduleDay: '6', ScheduleTime: '120' })),
	]),
	component('Microsoft-Windows-WorkstationService', leaves({ AllowInsecureGuestAuth: '0' })),
	component('Networking-MPSSVC-Svc', [
		...leaves({ DomainProfile_EnableFirewall: 'true', DomainProfile_LogFileSize: '4096' }),
		el('FirewallGroups', [
			el(
				'FirewallGroup',
				leaves({ Active: 'true', Group: 'Remote Desktop', Profile: 'domain' }),
				keyed('RemoteDesktop'),
			),
			el(
				'FirewallGroup',
				leaves({ Active: 'true', Group: 'File and Printer Sharing', Profile: 'all' }),
				keyed('Files'),
			),
		]),
	]),
	component('Microsoft-Windows-UnattendedJoin', [
		el('Identification', [
			el('Credentials', leaves({ Domain: 'example.net', Username: 'joiner', Password: 'Change.Me-2024' })),
			...leaves({
				JoinDomain: 'example.net',
				MachineObjectOU: 'OU=Servers,DC=example,DC=net',
				TimeoutPeriodInMinutes: '20',
			}),
		]),
	]),
];

/** More of Microsoft-Windows-Shell-Setup, for the pass oobeSystem. */
export const moreShell = (): Element[] => [
	el('Display', leaves({ ColorDepth: '32', HorizontalResolution: '1280', VerticalResolution: '1024' })),
	el('FolderLocations', leaves({ ProfilesDirectory: 'D:\\Users' })),
	el('OEMInformation', leaves({ Manufacturer: 'Lenovo', SupportURL: 'https://support.example.net/' })),
	el('LogonCommands', [
		el('AsynchronousCommand', leaves({ Order: '1', CommandLine: 'cmd /c echo hello' }), add),
		el('AsynchronousCommand', leaves({ Order: '2', CommandLine: 'notepad.exe', Description: 'Notes' }), add),
	]),
];

const account = (name: string, group: string): Element =>
	el(
		'LocalAccount',
		[
			el('Password', leaves({ Value: 'Change.Me-2024', PlainText: 'true' })),
			...leaves({ Description: 'Made by Setup', DisplayName: name, Group: group, Name: name }),
		],
		add,
	);

/** Accounts to stand beside the password of the administrator. */
export const moreAccounts = (): Element[] => [
	el('LocalAccounts', [account('operator', 'Administrators'), account('viewer', 'Users')]),
	el('DomainAccounts', [
		el(
			'DomainAccountList',
			[el('DomainAccount', leaves({ Name: 'admins', Group: 'Administrators' }), add), el('Domain', 'example.net')],
			add,
		),
	]),
];
