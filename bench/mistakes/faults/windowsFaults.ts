/** Mistakes in Windows answer files. The source is Microsoft's "Unattended Windows Setup Reference". */
import { dropLine, misspell, swap } from '../edits';
import { type Edit, type Evidence, kindsOf } from '../fault';

const learn = (source: string): Evidence => ({
	source: `Microsoft, Unattended Windows Setup Reference: ${source}`,
	grade: 'documented',
});
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const at = (evidence: Evidence, place: NonNullable<Evidence['place']>): Evidence => ({ ...evidence, place });

const value = (name: string, by: string): Edit =>
	swap(new RegExp(`(<(?:${name})\\b[^>]*>)[^<#\\n]*(</(?:${name})>)`), `$1${by}$2`);
const rename = (names: string, by: (name: string, random: Parameters<typeof misspell>[1]) => string): Edit =>
	swap(new RegExp(`<(${names})\\b([^>]*)>([^<\\n]*)</\\1>`), (match, random) => {
		const other = by(match[1] ?? '', random);
		return `<${other}${match[2]}>${match[3]}</${other}>`;
	});
const renameBlock = (names: string, by: (name: string, random: Parameters<typeof misspell>[1]) => string): Edit =>
	swap(new RegExp(`<(${names})\\b([^>]*)>([\\s\\S]*?\\n[ \\t]*)</\\1>`), (match, random) => {
		const other = by(match[1] ?? '', random);
		return `<${other}${match[2]}>${match[3]}</${other}>`;
	});
/** Puts an element into the component of this name and pass. */
const into = (component: string, element: string): Edit =>
	swap(new RegExp(`^([ \\t]*)(<component name="${component}"[^>]*>\\r?\\n)`, 'm'), `$1$2$1\t${element}\n`);

const leaves =
	'ComputerName|TimeZone|InputLocale|SystemLocale|UserLocale|UILanguage|DiskID|WillWipeDisk|Format|Label|Letter|AcceptEula|FullName|Organization|HideEULAPage|ProtectYourPC|PlainText|LogonCount|CommandLine|PartitionID|WillShowUI';
const groups =
	'DiskConfiguration|Disk|CreatePartitions|CreatePartition|ModifyPartitions|ImageInstall|OSImage|InstallFrom|InstallTo|UserData|OOBE|UserAccounts|AdministratorPassword|FirstLogonCommands|SynchronousCommand|AutoLogon|Identification|MetaData';

export const windowsFaults = kindsOf('windows', [
	['leaf-misspelt', learn('settings of the component'), rename(leaves, misspell)],
	['leaf-case', learn('settings of the component'), rename(leaves, name => name[0]?.toLowerCase() + name.slice(1))],
	[
		'leaf-upper',
		learn('settings of the component'),
		rename('Format|Label|ComputerName|TimeZone', name => name.toUpperCase()),
	],
	[
		'leaf-plural',
		learn('settings of the component'),
		rename('CommandLine|Organization|InputLocale', name => `${name}s`),
	],
	['group-misspelt', learn('settings of the component'), renameBlock(groups, misspell)],
	[
		'group-case',
		learn('settings of the component'),
		renameBlock(groups, name => name[0]?.toLowerCase() + name.slice(1)),
	],
	[
		'leaf-twice',
		learn('a setting stands once'),
		swap(
			/^([ \t]*<(?:ComputerName|TimeZone|AcceptEula|HideEULAPage|ProtectYourPC|DiskID|WillWipeDisk|UserLocale)>.*\r?\n)/m,
			'$1$1',
		),
	],
	[
		'leaf-unknown',
		learn('settings of the component'),
		into('Microsoft-Windows-Shell-Setup', '<WelcomeMessage>Hello</WelcomeMessage>'),
	],
	[
		'leaf-other-component',
		learn('settings of the component'),
		into('Microsoft-Windows-Setup', '<ComputerName>WEB07</ComputerName>'),
	],
	[
		'leaf-other-component-locale',
		learn('settings of the component'),
		into('Microsoft-Windows-Shell-Setup', '<SystemLocale>de-DE</SystemLocale>'),
	],
	[
		'leaf-outside-group',
		learn('HideEULAPage stands in OOBE'),
		into('Microsoft-Windows-Shell-Setup', '<HideEULAPage>true</HideEULAPage>'),
	],
	[
		'group-other-component',
		learn('settings of the component'),
		into('Microsoft-Windows-International-Core', '<OOBE>\n<HideEULAPage>true</HideEULAPage>\n</OOBE>'),
	],
	[
		'leaf-outside-component',
		learn('settings stand in components'),
		swap(/^([ \t]*)(<settings pass="specialize">\r?\n)/m, '$1$2$1\t<ComputerName>WEB07</ComputerName>\n'),
	],
	[
		'component-misspelt',
		learn('components'),
		swap(/<component name="([\w-]+)"/, (match, random) => `<component name="${misspell(match[1] ?? '', random)}"`),
	],
	[
		'component-short',
		{ ...inferred('components; their list is not complete'), least: 'information' },
		swap(/<component name="Microsoft-Windows-([\w-]+)"/, '<component name="$1"'),
	],
	['component-wrong-pass-pe', learn('passes of the component'), swap(/(<settings pass=")windowsPE"/, '$1generalize"')],
	[
		'component-twice',
		at(inferred('a component once in a pass'), /<component name="Microsoft-Windows-Shell-Setup"/),
		swap(
			/^([ \t]*)<component name="Microsoft-Windows-Shell-Setup"([^>]*)>\r?\n/m,
			'$1<component name="Microsoft-Windows-Shell-Setup"$2>\n$1\t<ShowWindowsLive>false</ShowWindowsLive>\n$1</component>\n$1<component name="Microsoft-Windows-Shell-Setup"$2>\n',
		),
	],
	['component-no-name', learn('attributes of a component'), swap(/<component name="[\w-]+"/, '<component')],
	['component-no-architecture', learn('attributes of a component'), swap(/ processorArchitecture="amd64"/, '')],
	['component-no-token', learn('attributes of a component'), swap(/ publicKeyToken="\w+"/, '')],
	['component-no-language', learn('attributes of a component'), swap(/ language="neutral"/, '')],
	[
		'component-attribute-misspelt',
		learn('attributes of a component'),
		swap(
			/ (processorArchitecture|publicKeyToken|versionScope)=/,
			(match, random) => ` ${misspell(match[1] ?? '', random)}=`,
		),
	],
	[
		'component-attribute-case',
		learn('attributes of a component'),
		swap(/ processorArchitecture=/, ' ProcessorArchitecture='),
	],
	[
		'architecture-unknown',
		learn('amd64, x86, arm64'),
		swap(/processorArchitecture="amd64"/, 'processorArchitecture="x64"'),
	],
	[
		'architecture-mixed',
		inferred('one image has one architecture'),
		swap(/processorArchitecture="amd64"/, 'processorArchitecture="x86"'),
	],
	[
		'token-wrong',
		learn('31bf3856ad364e35'),
		swap(/publicKeyToken="31bf3856ad364e35"/, 'publicKeyToken="31bf3856ad364e53"'),
	],
	// The outer schema leaves versionScope out at will, and takes nonSxS and neutral in any case.
	['scope-wrong', learn('nonSxS'), swap(/versionScope="nonSxS"/, 'versionScope="nonSxs1"')],
	[
		'pass-misspelt',
		learn('passes'),
		swap(/pass="(\w+)"/, (match, random) => `pass="${misspell(match[1] ?? '', random)}"`),
	],
	[
		'pass-case',
		learn('passes'),
		swap(/pass="(?:windowsPE|oobeSystem)"/, match => match[0].replace('PE"', 'pe"').replace('oobeS', 'oobes')),
	],
	['pass-missing', learn('passes'), swap(/<settings pass="\w+">/, '<settings>')],
	[
		'pass-twice',
		at(inferred('the same pass twice'), /<settings pass="(?:specialize|oobeSystem)"/),
		swap(/pass="specialize"/, 'pass="oobeSystem"'),
	],
	['settings-misspelt', at(learn('settings'), /<\/?set/), renameBlock('settings', () => 'setting')],
	['namespace-missing', at(learn('namespace'), /<unattend/), swap(/ xmlns="[^"]*"/, '')],
	[
		'namespace-misspelt',
		at(learn('namespace'), /<unattend|xmlns/),
		swap(/urn:schemas-microsoft-com:unattend/, 'urn:schema-microsoft-com:unattend'),
	],
	['wcm-missing', at(learn('namespace'), /<unattend|wcm:action/), swap(/ xmlns:wcm="[^"]*"/, '')],
	[
		'wcm-misspelt',
		at(learn('namespace'), /<unattend|wcm:action/),
		swap(/xmlns:wcm="[^"]*"/, 'xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/Stat"'),
	],
	['root-misspelt', at(learn('unattend'), /<\/?una/), swap(/<unattend([\s\S]*)<\/unattend>/, '<unatend$1</unatend>')],
	['action-missing', learn('wcm:action of list items'), swap(/ wcm:action="add"/, '')],
	['action-misspelt', learn('add, remove, modify'), swap(/wcm:action="add"/, 'wcm:action="ad"')],
	['action-prefix-lost', learn('wcm:action of list items'), swap(/ wcm:action="add"/, ' action="add"')],
	[
		'boolean-yes',
		learn('true or false'),
		value('WillWipeDisk|AcceptEula|HideEULAPage|PlainText|Extend|Enabled', 'yes'),
	],
	['boolean-number', { ...learn('true or false'), least: 'information' }, value('AcceptEula', 'on')],
	['boolean-misspelt', learn('true or false'), swap(/>(true)</, '>ture<')],
	['enum-will-show-ui', learn('OnError, Always, Never'), value('WillShowUI', 'OnErorr')],
	['enum-format', learn('NTFS, FAT32, …'), value('Format', 'NFTS')],
	['enum-format-ext4', learn('NTFS, FAT32, …'), value('Format', 'ext4')],
	['enum-partition-type', learn('Primary, EFI, MSR, …'), value('Type', 'UEFI')],
	['enum-protect', learn('1, 2 or 3'), value('ProtectYourPC', '5')],
	['letter-two', learn('one letter'), value('Letter', 'C:')],
	['order-twice', at(learn('Order is unique'), /<Order>/), swap(/<Order>2</, '<Order>1<')],
	[
		'order-missing',
		at(learn('Order is required'), /<(?:CreatePartition|ModifyPartition|\w*[Ss]ynchronousCommand)/),
		dropLine(/<Order>/),
	],
	['order-word', learn('a number'), value('Order', 'first')],
	['order-zero', learn('from 1'), swap(/<Order>1</, '<Order>0<')],
	['disk-id-word', learn('a number'), value('DiskID', 'disk0')],
	['size-unit', learn('MB as a number'), swap(/<Size>(\d+)</, '<Size>$1MB<')],
	[
		'size-and-extend',
		at(learn('Size or Extend'), /<(?:Size|Extend|CreatePartition)/),
		swap(/^([ \t]*)<Extend>true<\/Extend>/m, '$1<Extend>true</Extend>\n$1<Size>40960</Size>'),
	],
	[
		'extend-twice',
		at(learn('Extend takes the rest: the last partition'), /<(?:Size|Extend)>/),
		swap(/<Size>\d+<\/Size>/, '<Extend>true</Extend>'),
	],
	[
		'partition-id-unknown',
		at(inferred('a partition that is made'), /<PartitionID>/),
		swap(/<PartitionID>\d<\/PartitionID>(\s*<(?:Format|Label))/, '<PartitionID>7</PartitionID>$1'),
	],
	[
		'install-to-unknown-partition',
		at(inferred('a partition that is made'), /<(?:PartitionID|InstallTo)>/),
		swap(/(<InstallTo>\s*<DiskID>0<\/DiskID>\s*<PartitionID>)\d/, '$17'),
	],
	[
		'install-to-unknown-disk',
		at(inferred('a disk that is configured'), /<(?:DiskID|InstallTo)>/),
		swap(/(<InstallTo>\s*<DiskID>)0/, '$13'),
	],
	[
		'install-to-twice',
		at(learn('InstallTo or InstallToAvailablePartition'), /<InstallTo/),
		swap(/^([ \t]*)<InstallTo>/m, '$1<InstallToAvailablePartition>true</InstallToAvailablePartition>\n$1<InstallTo>'),
	],
	[
		'install-to-missing',
		{ ...at(learn('Setup asks for the disk'), /<(?:OSImage|ImageInstall)>/), least: 'information' },
		swap(/^([ \t]*)<InstallTo>[\s\S]*?<\/InstallTo>\r?\n/m, ''),
	],
	['index-key', learn('/IMAGE/INDEX, /IMAGE/NAME, /IMAGE/DESCRIPTION'), value('Key', '/IMAGE/NUMBER')],
	[
		'index-zero',
		{ ...inferred('images are counted from 1'), least: 'information' },
		swap(/(<Key>\/IMAGE\/INDEX<\/Key>\s*<Value>)\d/, '$10'),
	],
	[
		'index-word',
		at(inferred('an index is a number'), /<(?:Value|Key)>/),
		swap(/(<Key>\/IMAGE\/INDEX<\/Key>\s*<Value>)\d/, '$1Standard'),
	],
	['eula-missing', at(learn('Setup asks'), /<(?:UserData|component|unattend)/), dropLine(/<AcceptEula>/)],
	['eula-false', learn('Setup asks'), value('AcceptEula', 'false')],
	['computer-name-long', learn('15 characters'), value('ComputerName', 'WEBSERVER-BERLIN-07')],
	['computer-name-blank', learn('no blanks'), value('ComputerName', 'WEB 07')],
	[
		'computer-name-underscore',
		{ ...inferred('RFC 952; NetBIOS takes it'), least: 'information' },
		value('ComputerName', 'WEB.07'),
	],
	[
		'computer-name-pass',
		learn('ComputerName in specialize'),
		(text, random, sample) => {
			const line = /^[ \t]*<ComputerName>.*\r?\n/m.exec(text)?.[0];
			if (!line) return undefined;
			return swap(/^([ \t]*<OOBE>\r?\n)/m, match => line + match[0])(text.replace(line, ''), random, sample);
		},
	],
	[
		'user-accounts-pass',
		learn('UserAccounts in oobeSystem, auditSystem'),
		swap(
			/(<settings pass="specialize">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1<UserAccounts>\n<AdministratorPassword>\n<Value>Change.Me-2024</Value>\n<PlainText>true</PlainText>\n</AdministratorPassword>\n</UserAccounts>\n',
		),
	],
	[
		'oobe-pass',
		learn('OOBE in oobeSystem'),
		swap(
			/(<settings pass="specialize">[\s\S]*?<component name="Microsoft-Windows-Shell-Setup"[^>]*>\r?\n)/,
			'$1<OOBE>\n<HideEULAPage>true</HideEULAPage>\n</OOBE>\n',
		),
	],
	['time-zone-iana', learn('names of time zones'), value('TimeZone', 'Europe/Berlin')],
	['time-zone-misspelt', learn('names of time zones'), value('TimeZone', 'Pacific Standrd Time')],
	['time-zone-display', learn('names of time zones'), value('TimeZone', '(UTC+01:00) Amsterdam, Berlin')],
	['time-zone-abbreviation', learn('names of time zones'), value('TimeZone', 'CET')],
	['locale-underscore', learn('RFC 3066 with a hyphen'), value('SystemLocale', 'en_US')],
	['locale-unknown', learn('list of locales'), value('UserLocale', 'en-UX')],
	['locale-short', { ...learn('list of locales'), least: 'information' }, value('SystemLocale', 'eng')],
	['input-locale-unknown', learn('locale or layout'), value('InputLocale', 'german')],
	['ui-language-unknown', learn('list of languages'), swap(/(<UILanguage>)en-US/, '$1en-USA')],
	[
		'setup-language-missing',
		{ ...at(learn('Setup asks'), /WinPE|<SetupUILanguage|<UILanguage/), least: 'information' },
		swap(/^([ \t]*)<SetupUILanguage>[\s\S]*?<\/SetupUILanguage>\r?\n/m, ''),
	],
	['product-key-shape', learn('five groups of five'), swap(/<Key>VDYBN-[\w-]+</, '<Key>VDYBN-27WPP-V4HQT<')],
	[
		'product-key-no-hyphens',
		learn('five groups of five'),
		swap(/<Key>VDYBN-[\w-]+</, '<Key>VDYBN27WPPV4HQT9VMD4VMK7H<'),
	],
	[
		'product-key-not-wrapped',
		learn('ProductKey of Setup is a group'),
		swap(
			/<ProductKey>\s*<Key>([^<#]+)<\/Key>\s*<WillShowUI>\w+<\/WillShowUI>\s*<\/ProductKey>/,
			'<ProductKey>$1</ProductKey>',
		),
	],
	[
		'password-not-wrapped',
		learn('AdministratorPassword is a group'),
		swap(
			/<AdministratorPassword>\s*<Value>([^<]+)<\/Value>\s*<PlainText>true<\/PlainText>\s*<\/AdministratorPassword>/,
			'<AdministratorPassword>$1</AdministratorPassword>',
		),
	],
	[
		'password-plain-false',
		at(learn('PlainText false takes Base64'), /<(?:PlainText|Value)>/),
		value('PlainText', 'false'),
	],
	[
		'auto-logon-no-password',
		at(learn('AutoLogon needs the password'), /<AutoLogon>|<Username>/),
		swap(/(<AutoLogon>\r?\n)[ \t]*<Password>[\s\S]*?<\/Password>\r?\n/, '$1'),
	],
	[
		'auto-logon-no-user',
		at(learn('AutoLogon needs the user'), /<AutoLogon>/),
		swap(/(<LogonCount>.*\r?\n)[ \t]*<Username>.*\r?\n/, '$1'),
	],
	['auto-logon-count-word', learn('a number'), value('LogonCount', 'once')],
	['command-empty', { ...inferred('a command is there'), least: 'information' }, value('CommandLine', '')],
	[
		'command-missing',
		at(learn('CommandLine is required'), /<As?[Ss]ynchronousCommand|<SynchronousCommand/),
		dropLine(/<CommandLine>/),
	],
	['command-too-long', learn('at most 1024 characters'), value('CommandLine', `cmd /c echo ${'x'.repeat(1100)}`)],
	[
		'join-both',
		at(learn('JoinDomain or JoinWorkgroup'), /<Join/),
		swap(/^([ \t]*)<JoinDomain>/m, '$1<JoinWorkgroup>WORKGROUP</JoinWorkgroup>\n$1<JoinDomain>'),
	],
	[
		'join-no-credentials',
		{ ...at(learn('a domain asks for credentials'), /<(?:JoinDomain|Identification)>/), least: 'information' },
		swap(/^([ \t]*)<Credentials>[\s\S]*?<\/Credentials>\r?\n/m, ''),
	],
	['text-in-group', inferred('text in a group is dropped'), swap(/^([ \t]*<OOBE>)/m, '$1 first start')],
	['leaf-empty', { ...inferred('an empty value'), least: 'information' }, value('InputLocale', '')],
	['firewall-profile-unknown', learn('all, domain, public, private'), value('Profile', 'everyone')],
	[
		'component-outside-settings',
		learn('components stand in settings'),
		swap(
			/^([ \t]*)<settings pass="oobeSystem">/m,
			'$1<component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"><ShowWindowsLive>false</ShowWindowsLive></component>\n$1<settings pass="oobeSystem">',
		),
	],
]);
