/** More mistakes in Windows answer files, one setting of Microsoft's reference after the other. */
import { dropLine, swap } from '../edits';
import { type Edit, type Evidence, kindsOf } from '../fault';
import { learn, move, schema, value } from './windowsEdits';

const inferred = (source: string, place?: Evidence['place']): Evidence => ({
	source,
	grade: 'inferred',
	least: 'information',
	...(place ? { place } : {}),
});
/** A value inside an element of a name, at any depth of lines. */
const within = (outer: string, name: string, by: string): Edit =>
	swap(
		new RegExp(`(<${outer}\\b[^>]*>(?:(?!</${outer}>)[\\s\\S])*?<${name}\\b[^>]*>)[^<#\\n]*(</${name}>)`),
		`$1${by}$2`,
	);
/** Puts an element into the first element of a name. */
const into = (outer: string, element: string): Edit =>
	swap(new RegExp(`^([ \\t]*)(<${outer}(?![\\w-])[^>]*>\\r?\\n)`, 'm'), `$1$2$1\t${element}\n`);
const component = (name: string): RegExp =>
	new RegExp(`^[ \\t]*<component name="${name}"[\\s\\S]*?</component>\\r?\\n`, 'm');

export const windowsReferenceFaults = kindsOf('windows', [
	['driver-path-missing', learn('PathAndCredentials, Path', /<PathAndCredentials/), dropLine(/<Path>\\\\files/)],
	[
		'driver-key-missing',
		learn('PathAndCredentials: wcm:keyValue'),
		swap(/(<PathAndCredentials[^>]*) wcm:keyValue="\d"/, '$1'),
	],
	[
		'driver-key-twice',
		learn('a key is unique', /<PathAndCredentials/),
		swap(/(<PathAndCredentials[^>]*wcm:keyValue=")2/, '$11'),
	],
	['address-key-missing', learn('IpAddress: wcm:keyValue'), swap(/(<IpAddress[^>]*) wcm:keyValue="\d"/, '$1')],
	['address-octet', learn('an address'), value('IpAddress', '192.0.2.300')],
	['address-prefix', learn('at most 32 bits'), swap(/(<IpAddress[^>]*>192\.0\.2\.10\/)24/, '$133')],
	[
		'address-name',
		learn('DNSServerSearchOrder: addresses'),
		swap(/(<IpAddress[^>]*>)192\.0\.2\.53/, '$1dns1.example.net'),
	],
	['gateway-short', learn('NextHopAddress: an address'), value('NextHopAddress', '192.0.2')],
	['route-prefix', learn('Prefix: a network'), value('Prefix', '0.0.0.0/40')],
	['dhcp-word', learn('true or false'), value('DhcpEnabled', 'disabled')],
	[
		'dhcp-in-interface',
		learn('DhcpEnabled stands in Ipv4Settings'),
		into('Interface', '<DhcpEnabled>false</DhcpEnabled>'),
	],
	['identifier-empty', learn('Identifier does not take an empty text'), swap(/(<Identifier>)Ethernet/, '$1')],
	['identifier-missing', learn('Identifier', /<Interface /), dropLine(/<Identifier>Ethernet/)],
	['netbios-options', learn('0, 1 or 2'), value('NetbiosOptions', '3')],
	['community-rights', learn('1, 2, 4, 8 or 16'), value('ValidCommunity', '3')],
	['community-key', learn('ValidCommunity: wcm:keyValue'), swap(/(<ValidCommunity[^>]*) wcm:keyValue="\w+"/, '$1')],
	['country-word', learn('CountryOrRegion: a number'), value('CountryOrRegion', 'DE')],
	['dialing-two', learn('0 or 1'), value('PulseOrToneDialing', '2')],
	['ticket-units', learn('0, 1 or 2'), value('MaxTicketExpiryUnits', '5')],
	['security-layer', learn('0, 1 or 2'), value('SecurityLayer', '7')],
	['user-authentication', learn('0 or 1'), value('UserAuthentication', 'required')],
	['number-as-boolean', learn('0 or 1'), value('DisableSR|CEIPEnabled|DisableWER|SkipRearm', 'yes')],
	['join-timeout', learn('5 to 60 minutes'), value('TimeoutPeriodInMinutes', '120')],
	['join-unit', learn('MachineObjectOU: an X.500 name'), value('MachineObjectOU', 'Servers/Berlin')],
	['join-domain-address', learn('JoinDomain: the name of a domain'), value('JoinDomain', 'http://example.net')],
	[
		'join-unsecure-account',
		learn('no Credentials with UnsecureJoin', /<(?:Credentials|UnsecureJoin)>/),
		swap(/^([ \t]*)<JoinDomain>/m, '$1<UnsecureJoin>true</UnsecureJoin>\n$1<JoinDomain>'),
	],
	['account-name-sign', learn('characters of a name'), within('LocalAccount', 'Name', 'web@example')],
	['account-name-missing', learn('LocalAccount, Name', /<LocalAccount /), dropLine(/<Name>operator</)],
	['account-name-empty', learn('Name does not take an empty text'), within('LocalAccount', 'Name', '')],
	['account-twice', learn('an account is made once', /<Name>/), swap(/<Name>viewer</, '<Name>operator<')],
	['account-group', inferred('a group that exists'), within('LocalAccount', 'Group', 'Adminstrators')],
	[
		'account-password-text',
		learn('Password is a group'),
		swap(/(<LocalAccount[^>]*>\s*)<Password>[\s\S]*?<\/Password>/, '$1<Password>Change.Me-2024</Password>'),
	],
	['account-action', learn('wcm:action of list items'), swap(/<LocalAccount wcm:action="add">/, '<LocalAccount>')],
	['account-action-append', learn('add, modify, remove'), swap(/(<LocalAccount wcm:action=")add/, '$1append')],
	[
		'domain-account-domain',
		learn('Domain', /<DomainAccountList/),
		swap(/[ \t]*<Domain>example\.net<\/Domain>\r?\n([ \t]*<\/DomainAccountList>)/, '$1'),
	],
	['logon-order-twice', learn('Order is unique', /<Order>/), within('LogonCommands', 'Order', '2')],
	[
		'logon-command-name',
		learn('CommandLine', /<(?:Path|AsynchronousCommand)\b/),
		swap(/<CommandLine>(notepad\.exe)<\/CommandLine>/, '<Path>$1</Path>'),
	],
	[
		'first-logon-input',
		learn('true or false'),
		into('SynchronousCommand', '<RequiresUserInput>maybe</RequiresUserInput>'),
	],
	['run-order-high', learn('1 to 500'), within('RunSynchronousCommand', 'Order', '501')],
	['run-reboot', learn('Always, OnRequest, Never'), into('RunSynchronousCommand', '<WillReboot>Yes</WillReboot>')],
	[
		'run-path-long',
		learn('at most 259 characters'),
		within('RunSynchronousCommand', 'Path', `cmd /c echo ${'x'.repeat(260)}`),
	],
	[
		'run-command-line',
		learn('Path', /<(?:CommandLine|RunSynchronousCommand)\b/),
		swap(/<Path>(net user[^<]*)<\/Path>/, '<CommandLine>$1</CommandLine>'),
	],
	['support-url', learn('a complete address with http://'), value('SupportURL', 'www.example.net')],
	['resolution', learn('an integer'), value('HorizontalResolution', '1280x1024')],
	['profiles-empty', learn('ProfilesDirectory does not take an empty text'), value('ProfilesDirectory', '')],
	['dynamic-update', learn('Always, OnError, Never'), within('DynamicUpdate', 'WillShowUI', 'Allways')],
	['compliance-report', learn('OnError, Never'), value('DisplayReport', 'Sometimes')],
	['opt-in', learn('true or false'), value('OptIn', 'disabled')],
	['page-file-size', learn('megabytes as a number'), within('PageFile', 'Size', '2GB')],
	['refresh-rate', learn('a number'), value('RefreshRate', '60Hz')],
	['metadata-value', learn('MetaData, Value', /<MetaData/), dropLine(/<Value>\d<\/Value>/)],
	['metadata-key', learn('MetaData, Key', /<MetaData/), dropLine(/<Key>\/IMAGE/)],
	['metadata-key-empty', learn('Key does not take an empty text'), swap(/<Key>\/IMAGE\/INDEX</, '<Key><')],
	['install-partition-zero', learn('partitions are numbered from 1'), within('InstallTo', 'PartitionID', '0')],
	[
		'install-efi',
		learn('a primary or logical partition', /<PartitionID>/),
		(text, random, sample) =>
			/<Type>EFI/.test(text) ? within('InstallTo', 'PartitionID', '1')(text, random, sample) : undefined,
	],
	[
		'install-path-beside',
		learn('InstallFrom stands in OSImage', /<Path>/),
		into('OSImage', '<Path>D:\\sources\\install.wim</Path>'),
	],
	[
		'partition-five',
		learn('four primary partitions of an MBR disk', /<(?:Type|CreatePartition)/),
		(text, random, sample) =>
			/<Type>EFI/.test(text)
				? undefined
				: swap(
						/^([ \t]*)<CreatePartitions>\r?\n/m,
						match =>
							`${match[0]}${[11, 12, 13].map(order => `${match[1]}\t<CreatePartition wcm:action="add">\n${match[1]}\t\t<Order>${order - 10}</Order>\n${match[1]}\t\t<Type>Primary</Type>\n${match[1]}\t\t<Size>100</Size>\n${match[1]}\t</CreatePartition>\n`).join('')}`,
					)(
						text
							.replace(/<Order>2<\/Order>(\s*<Type>Primary<\/Type>\s*<Extend>)/, '<Order>5</Order>$1')
							.replace(/<Order>1<\/Order>(\s*<Type>Primary<\/Type>\s*<Size>500)/, '<Order>4</Order>$1'),
						random,
						sample,
					),
	],
	['partition-extended', learn('extended partitions on MBR disks only'), swap(/<Type>MSR</, '<Type>Extended<')],
	[
		'partition-logical',
		learn('a logical partition in an extended one'),
		(text, random, sample) =>
			/<Type>EFI/.test(text)
				? undefined
				: swap(/(<Order>2<\/Order>\s*<Type>)Primary/, '$1Logical')(text, random, sample),
	],
	['partition-unsized', learn('Size or Extend', /<CreatePartition/), dropLine(/<Extend>true/)],
	['partition-size-negative', learn('megabytes as a number'), within('CreatePartition', 'Size', '-1')],
	[
		'partition-msr-format',
		learn('an MSR partition gets no format', /<(?:PartitionID|Format)>/),
		(text, random, sample) =>
			/<Type>MSR/.test(text)
				? swap(/<PartitionID>3(<\/PartitionID>\s*<Format>)/, '<PartitionID>2$1')(text, random, sample)
				: undefined,
	],
	[
		'partition-active-twice',
		learn('one active partition', /<Active>/),
		swap(/^([ \t]*)<PartitionID>2<\/PartitionID>(\r?\n[ \t]*<Format>NTFS)/m, (match, random) =>
			random.fraction() < 0
				? ''
				: `${match[1]}<PartitionID>2</PartitionID>\n${match[1]}<Active>true</Active>${match[2]}`,
		),
	],
	['partition-type-id', learn('a type such as 0x27 or a GUID'), into('ModifyPartition', '<TypeID>Recovery</TypeID>')],
	[
		'letter-twice',
		inferred('a letter is given once', /<Letter>/),
		swap(/^([ \t]*)<Label>System<\/Label>/m, '$1<Label>System</Label>\n$1<Letter>C</Letter>'),
	],
	['letter-a', learn('C to Z'), value('Letter', 'A')],
	['letter-empty', learn('Letter does not take an empty text'), value('Letter', '')],
	[
		'disk-twice',
		inferred('a disk is set up once', /<DiskID>/),
		swap(
			/^([ \t]*)<\/Disk>\r?\n/m,
			'$1</Disk>\n$1<Disk wcm:action="add">\n$1\t<DiskID>0</DiskID>\n$1\t<WillWipeDisk>false</WillWipeDisk>\n$1</Disk>\n',
		),
	],
	['firewall-key', learn('FirewallGroup: wcm:keyValue'), swap(/(<FirewallGroup[^>]*) wcm:keyValue="\w+"/, '$1')],
	[
		'firewall-key-twice',
		learn('a key is unique', /<FirewallGroup /),
		swap(/wcm:keyValue="Files"/, 'wcm:keyValue="RemoteDesktop"'),
	],
	['firewall-active', learn('true or false'), within('FirewallGroup', 'Active', 'enabled')],
	['firewall-log-size', learn('an integer'), value('DomainProfile_LogFileSize', '4 MB')],
	[
		'firewall-profile-name',
		learn('settings of the component'),
		swap(
			/<DomainProfile_EnableFirewall>true<\/DomainProfile_EnableFirewall>/,
			'<DomainProfileEnableFirewall>true</DomainProfileEnableFirewall>',
		),
	],
	['defender-day', learn('0 to 8'), value('ScheduleDay', 'Friday')],
	['defender-time', learn('0 to 1440'), value('ScheduleTime', '1500')],
	['defender-time-clock', learn('minutes past midnight'), value('ScheduleTime', '02:00')],
	['popups', learn('yes or no'), value('BlockPopups', 'true')],
	['popup-level', learn('Low, Medium, High'), value('FilterLevel', 'Maximum')],
	['home-page', learn('a fully qualified address'), value('Home_Page', 'example.net')],
	[
		'lua-pass',
		learn('passes of the component'),
		move(component('Microsoft-Windows-LUA-Settings'), /<settings pass="specialize">\r?\n/),
	],
	[
		'rearm-pass',
		learn('passes of the component'),
		move(component('Microsoft-Windows-Security-SPP'), /<settings pass="oobeSystem">\r?\n/),
	],
	[
		'setup-pass',
		learn('passes of the component'),
		move(component('Microsoft-Windows-Setup'), /<settings pass="oobeSystem">\r?\n/),
	],
	[
		'tcpip-pass',
		learn('passes of the component'),
		move(component('Microsoft-Windows-TCPIP'), /<settings pass="oobeSystem">\r?\n/),
	],
	[
		'logon-commands-pass',
		learn('passes of the setting'),
		swap(
			/(<settings pass="specialize">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1<LogonCommands>\n<AsynchronousCommand wcm:action="add">\n<Order>1</Order>\n<CommandLine>notepad.exe</CommandLine>\n</AsynchronousCommand>\n</LogonCommands>\n',
		),
	],
	[
		'copy-profile-pass',
		learn('passes of the setting'),
		swap(
			/(<settings pass="oobeSystem">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1<CopyProfile>true</CopyProfile>\n',
		),
	],
	[
		'offline-accounts-pass',
		learn('passes of the setting'),
		swap(
			/(<settings pass="oobeSystem">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1<OfflineUserAccounts>\n<OfflineAdministratorPassword>\n<Value>Change.Me-2024</Value>\n<PlainText>true</PlainText>\n</OfflineAdministratorPassword>\n</OfflineUserAccounts>\n',
		),
	],
	[
		'component-in-component',
		schema('components stand in settings', /<component/),
		swap(
			/^([ \t]*)<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n/m,
			match =>
				`${match[0]}${match[1]}\t<component name="Microsoft-Windows-DNS-Client" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"></component>\n`,
		),
	],
	[
		'settings-in-settings',
		schema('settings stand in unattend'),
		swap(
			/^([ \t]*)<settings pass="specialize">\r?\n/m,
			match => `${match[0]}${match[1]}\t<settings pass="auditUser"></settings>\n`,
		),
	],
	[
		'component-language',
		inferred('neutral in every file', /language=/),
		swap(/ language="neutral"/, ' language="de-DE"'),
	],
	[
		'token-short',
		schema('16 hexadecimal digits'),
		swap(/publicKeyToken="31bf3856ad364e35"/, 'publicKeyToken="31bf3856ad364e3"'),
	],
	[
		'architecture-dash',
		schema('amd64, x86, arm64 …'),
		swap(/processorArchitecture="amd64"/, 'processorArchitecture="AMD-64"'),
	],
	['pass-short', schema('the seven passes'), swap(/pass="oobeSystem"/, 'pass="oobe"')],
	['pass-attribute-name', schema('settings, pass'), swap(/<settings pass=/, '<settings name=')],
	['component-name-attribute', schema('component, name'), swap(/<component name=/, '<component id=')],
	[
		'component-extra-attribute',
		schema('attributes of a component'),
		swap(/ language="neutral"/, ' language="neutral" enabled="true"'),
	],
	['time-zone-short', learn('names of time zones'), value('TimeZone', 'Eastern Time')],
	['input-locale-layout', learn('a layout such as 0409:00000409'), value('InputLocale', '0409:0000040')],
	[
		'fallback-unknown',
		learn('list of languages'),
		into('component name="Microsoft-Windows-International-Core"', '<UILanguageFallback>en-EN</UILanguageFallback>'),
	],
	[
		'layered-driver',
		learn('1 to 6'),
		into('component name="Microsoft-Windows-International-Core-WinPE"', '<LayeredDriver>7</LayeredDriver>'),
	],
	['computer-name-digits', learn('not digits alone'), value('ComputerName', '20240117')],
	[
		'shell-key-group',
		learn('ProductKey of Shell-Setup is a text', /<(?:ProductKey|Key)>/),
		swap(
			/(<settings pass="specialize">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1\t\t\t<ProductKey><Key>VDYBN-27WPP-V4HQT-9VMD4-VMK7H</Key></ProductKey>\n',
		),
	],
	['auto-logon-not-enabled', learn('Enabled is false unless it is said', /<AutoLogon>/), dropLine(/<Enabled>true/)],
	[
		'password-attribute',
		learn('AdministratorPassword is a group', /<AdministratorPassword/),
		swap(
			/<AdministratorPassword>\s*<Value>([^<]+)<\/Value>\s*<PlainText>true<\/PlainText>\s*<\/AdministratorPassword>/,
			'<AdministratorPassword PlainText="true">$1</AdministratorPassword>',
		),
	],
	[
		'password-value-missing',
		learn('Value', /<AdministratorPassword/),
		swap(/(<AdministratorPassword>\r?\n)[ \t]*<Value>[^<]*<\/Value>\r?\n/, '$1'),
	],
	['welcome-text', learn('OOBE is a group of settings'), swap(/(<OOBE>\r?\n)/, '$1hide everything\n')],
]);
