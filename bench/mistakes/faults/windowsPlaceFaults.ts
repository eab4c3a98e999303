/** Settings of Windows answer files in a place that another has, or of another shape. */
import { swap } from '../edits';
import { type Edit, kindsOf } from '../fault';
import { learn, move, schema, value } from './windowsEdits';

/** Puts an element into the first one whose start tag begins like this. */
const into = (start: string, element: string): Edit =>
	swap(new RegExp(`^([ \\t]*)(<${start}[^>]*>\\r?\\n)`, 'm'), `$1$2$1\t${element}\n`);
/** Takes a pair of tags away and leaves what is in it. */
const unwrap = (name: string): Edit =>
	swap(new RegExp(`^[ \\t]*<${name}>\\r?\\n([\\s\\S]*?)^[ \\t]*</${name.split(' ')[0]}>\\r?\\n`, 'm'), '$1');
const renameBlock = (name: string, by: string): Edit =>
	swap(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`), `<${by}$1>$2</${by}>`);

const inSetup = 'component name="Microsoft-Windows-Setup"';
const inShell = 'component name="Microsoft-Windows-Shell-Setup"';

export const windowsPlaceFaults = kindsOf('windows', [
	[
		'key-in-component',
		learn('ProductKey stands in UserData'),
		into(inSetup, '<ProductKey><Key>VDYBN-27WPP-V4HQT-9VMD4-VMK7H</Key></ProductKey>'),
	],
	[
		'eula-in-component',
		learn('AcceptEula stands in UserData', /<AcceptEula|<UserData/),
		move(/^[ \t]*<AcceptEula>.*\r?\n/m, /^[ \t]*<UserData>[\s\S]*?<\/UserData>\r?\n/m),
	],
	[
		'eula-in-key',
		learn('AcceptEula stands in UserData', /<AcceptEula|<UserData/),
		move(/^[ \t]*<AcceptEula>.*\r?\n/m, /^[ \t]*<ProductKey>\r?\n/m),
	],
	[
		'full-name-in-shell',
		learn('FullName is of Microsoft-Windows-Setup'),
		into(inShell, '<FullName>Operations</FullName>'),
	],
	[
		'owner-in-user-data',
		learn('RegisteredOwner is of Microsoft-Windows-Shell-Setup'),
		into('UserData', '<RegisteredOwner>Operations</RegisteredOwner>'),
	],
	['label-in-create', learn('Label stands in ModifyPartition'), into('CreatePartition ', '<Label>System</Label>')],
	['format-in-create', learn('Format stands in ModifyPartition'), into('CreatePartition ', '<Format>NTFS</Format>')],
	['active-in-create', learn('Active stands in ModifyPartition'), into('CreatePartition ', '<Active>true</Active>')],
	['type-in-modify', learn('Type stands in CreatePartition'), into('ModifyPartition ', '<Type>Primary</Type>')],
	['size-in-modify', learn('Size stands in CreatePartition'), into('ModifyPartition ', '<Size>500</Size>')],
	['disk-in-create', learn('DiskID stands in Disk'), into('CreatePartition ', '<DiskID>0</DiskID>')],
	[
		'wipe-in-disks',
		learn('WillWipeDisk stands in Disk'),
		into('DiskConfiguration', '<WillWipeDisk>true</WillWipeDisk>'),
	],
	[
		'disk-in-component',
		learn('Disk stands in DiskConfiguration'),
		into(inSetup, '<Disk wcm:action="add"><DiskID>1</DiskID></Disk>'),
	],
	['metadata-in-image', learn('MetaData stands in InstallFrom', /<MetaData|<OSImage/), unwrap('InstallFrom')],
	[
		'target-in-image-install',
		learn('InstallTo stands in OSImage'),
		into('ImageInstall', '<InstallTo><DiskID>0</DiskID><PartitionID>1</PartitionID></InstallTo>'),
	],
	[
		'target-without-group',
		learn('DiskID and PartitionID stand in InstallTo', /<(?:DiskID|PartitionID|OSImage)/),
		unwrap('InstallTo'),
	],
	['account-without-list', learn('LocalAccount stands in LocalAccounts', /<LocalAccount /), unwrap('LocalAccounts')],
	[
		'password-in-accounts',
		learn('Password stands in LocalAccount'),
		into('LocalAccounts', '<Password><Value>Change.Me-2024</Value></Password>'),
	],
	[
		'logon-in-accounts',
		learn('AutoLogon stands in the component', /<AutoLogon/),
		move(/^[ \t]*<AutoLogon>[\s\S]*?<\/AutoLogon>\r?\n/m, /^[ \t]*<UserAccounts>\r?\n/m),
	],
	[
		'command-without-list',
		learn('SynchronousCommand stands in FirstLogonCommands'),
		into(
			inShell,
			'<SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>cmd /c echo</CommandLine></SynchronousCommand>',
		),
	],
	[
		'command-of-other-kind',
		learn('FirstLogonCommands has SynchronousCommand'),
		swap(
			/<FirstLogonCommands>([\s\S]*?)<SynchronousCommand\b([\s\S]*?)<\/SynchronousCommand>/,
			'<FirstLogonCommands>$1<AsynchronousCommand$2</AsynchronousCommand>',
		),
	],
	[
		'run-of-other-kind',
		learn('RunSynchronous has RunSynchronousCommand'),
		swap(/<RunSynchronousCommand\b([\s\S]*?)<\/RunSynchronousCommand>/, '<SynchronousCommand$1</SynchronousCommand>'),
	],
	[
		'image-twice',
		learn('one OSImage', /<OSImage/),
		swap(/^[ \t]*<OSImage>[\s\S]*?<\/OSImage>\r?\n/m, match => match[0] + match[0]),
	],
	[
		'user-data-twice',
		learn('one UserData', /<UserData/),
		swap(/^[ \t]*<UserData>[\s\S]*?<\/UserData>\r?\n/m, match => match[0] + match[0]),
	],
	['oobe-twice', learn('one OOBE', /<OOBE/), swap(/^[ \t]*<OOBE>[\s\S]*?<\/OOBE>\r?\n/m, match => match[0] + match[0])],
	[
		'available-group',
		learn('InstallToAvailablePartition is true or false', /<InstallTo/),
		renameBlock('InstallTo', 'InstallToAvailablePartition'),
	],
	[
		'setup-language-text',
		learn('SetupUILanguage is a group'),
		swap(/<SetupUILanguage>[\s\S]*?<\/SetupUILanguage>/, '<SetupUILanguage>en-US</SetupUILanguage>'),
	],
	[
		'language-group',
		learn('UILanguage is a text', /<UILanguage|<LanguageTag/),
		swap(
			/^([ \t]*)<UserLocale>([^<#\n]*)<\/UserLocale>/m,
			'$1<UserLocale>\n$1\t<Language>$2</Language>\n$1</UserLocale>',
		),
	],
	['welcome-true', learn('OOBE is a group'), swap(/<OOBE>[\s\S]*?<\/OOBE>/, '<OOBE>true</OOBE>')],
	[
		'workgroup-group',
		learn('JoinDomain is a text', /<JoinDomain|<Name>/),
		swap(/<JoinDomain>[^<]*<\/JoinDomain>/, '<JoinDomain><Name>example.net</Name></JoinDomain>'),
	],
	['protect-true', learn('1, 2 or 3'), value('ProtectYourPC', 'true')],
	['logon-count-unlimited', learn('a number'), value('LogonCount', 'unlimited')],
	['logon-count-negative', learn('a number of times'), value('LogonCount', '-1')],
	['logon-user-empty', learn('Username does not take an empty text'), swap(/(<Username>)Administrator/, '$1')],
	['plain-yes', learn('true or false'), value('PlainText', 'yes')],
	['name-sixteen', learn('15 bytes'), value('ComputerName', 'WEBSERVER-007-AB')],
	[
		'key-with-blanks',
		learn('five groups with hyphens'),
		swap(/<Key>VDYBN-[\w-]+</, '<Key>VDYBN 27WPP V4HQT 9VMD4 VMK7H<'),
	],
	['order-float', learn('a whole number'), value('Order', '1.5')],
	['size-thousands', learn('a number'), swap(/<Size>\d+</, '<Size>100,000<')],
	['profile-two', learn('all, domain, private or public'), value('Profile', 'domain,private')],
	[
		'description-long',
		learn('at most 259 characters'),
		swap(/(<Path>net user[^<]*<\/Path>\s*<Description>)Enable/, `$1${'x'.repeat(300)}`),
	],
	['run-path-empty', learn('Path does not take an empty text'), swap(/<Path>net user[^<]*</, '<Path><')],
	['dns-port', learn('an address'), swap(/(<IpAddress[^>]*>192\.0\.2\.53)/, '$1:53')],
	['component-blank', schema('name of a component'), swap(/<component name="([\w-]+)"/, '<component name="$1 "')],
	['pass-blank', schema('the seven passes'), swap(/pass="(\w+)"/, 'pass="$1 "')],
	['pass-two', schema('the seven passes'), swap(/pass="specialize"/, 'pass="specialize oobeSystem"')],
	[
		'token-letter',
		schema('16 hexadecimal digits'),
		swap(/publicKeyToken="31bf3856ad364e35"/, 'publicKeyToken="3lbf3856ad364e35"'),
	],
	['component-upper', schema('component', /<\/?Component/), renameBlock('component', 'Component')],
	['settings-upper', schema('settings', /<\/?Settings/), renameBlock('settings', 'Settings')],
	['root-upper', schema('unattend', /<\/?Unattend/), renameBlock('unattend', 'Unattend')],
	['root-long', schema('unattend', /<\/?unattended/), renameBlock('unattend', 'unattended')],
	[
		'namespace-version',
		schema('namespace', /<unattend/),
		swap(/urn:schemas-microsoft-com:unattend/, 'urn:schemas-microsoft-com:unattend.v2'),
	],
	[
		'wcm-secure',
		schema('namespace of the list attributes', /<unattend|wcm:action/),
		swap(/http:\/\/schemas\.microsoft\.com\/WMIConfig/, 'https://schemas.microsoft.com/WMIConfig'),
	],
	[
		'component-without-settings',
		schema('components stand in settings', /<(?:component|unattend)/),
		unwrap('settings pass="specialize"'),
	],
]);
