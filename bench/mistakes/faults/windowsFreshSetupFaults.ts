/** A second round of mistakes in Windows answer files: image, languages, names and accounts. */
import { swap } from '../edits';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { inferred, taught } from './windowsEdits';
import { inComponent } from './xmlBlocks';

const pe = (text: string): Edit => inComponent('windowsPE', 'Microsoft-Windows-Setup', text);
const shell = (text: string): Edit => inComponent('specialize', 'Microsoft-Windows-Shell-Setup', text);
const oobe = (text: string): Edit => inComponent('oobeSystem', 'Microsoft-Windows-Shell-Setup', text);
const account = (more: string): string =>
	`<UserAccounts><LocalAccounts><LocalAccount@+><Name>ops</Name><Group>Users</Group>${more}</LocalAccount></LocalAccounts></UserAccounts>`;

export const windowsFreshSetupFaults: readonly FaultKind[] = kindsOf('windows', [
	[
		'image-key-case',
		inferred('/IMAGE/NAME', /<Key>/),
		swap(/(<Key>)\/IMAGE\/INDEX(<\/Key>\s*<Value>)\d/, '$1IMAGE/NAME$2Windows Server 2022'),
	],
	[
		'image-value-missing',
		{ ...taught('MetaData has Key and Value'), place: /<MetaData / },
		swap(/[ \t]*<Value>\d<\/Value>\r?\n/, ''),
	],
	[
		'image-from-slashes',
		taught('Path with backslashes', /<Path>/),
		swap(/^([ \t]*)<InstallFrom>/m, '$1<InstallFrom>\n$1<Path>D:/sources/install.wim</Path>'),
	],
	[
		'partition-id-zero',
		taught('PartitionID starts at 1', /<PartitionID>0/),
		swap(/(<InstallTo>\s*<DiskID>0<\/DiskID>\s*<PartitionID>)\d/, '$10'),
	],
	[
		'create-without-type',
		{ ...taught('Type is required'), place: /<CreatePartition / },
		swap(/[ \t]*<Type>MSR<\/Type>\r?\n/, ''),
	],
	[
		'modify-in-create',
		taught('Format stands in ModifyPartition', /<Format>/),
		swap(/(<Type>Primary<\/Type>)/, '$1\n<Format>NTFS</Format>'),
	],
	['label-as-name', taught('Label', /<Name>/), swap(/<Label>Windows<\/Label>/, '<Name>Windows</Name>')],
	[
		'wipe-misspelt',
		taught('WillWipeDisk', /<WipeDisk>/),
		swap(/<WillWipeDisk>true<\/WillWipeDisk>/, '<WipeDisk>true</WipeDisk>'),
	],
	[
		'eula-case',
		taught('AcceptEula', /<AcceptEULA>/),
		swap(/<AcceptEula>true<\/AcceptEula>/, '<AcceptEULA>true</AcceptEULA>'),
	],
	[
		'compliance-misspelt',
		taught('DisplayReport', /<DisplayReports>/),
		pe('<ComplianceCheck><DisplayReports>Never</DisplayReports></ComplianceCheck>'),
	],
	[
		'dynamic-update-no',
		taught('Enable is true or false', /<Enable>/),
		pe('<DynamicUpdate><Enable>off</Enable></DynamicUpdate>'),
	],
	[
		'setup-ui-flat',
		taught('SetupUILanguage holds UILanguage', /<SetupUILanguage>/),
		swap(
			/<SetupUILanguage>\s*<UILanguage>en-US<\/UILanguage>\s*<\/SetupUILanguage>/,
			'<SetupUILanguage>en-US</SetupUILanguage>',
		),
	],
	[
		'locale-comma',
		taught('several layouts are joined with ;', /<InputLocale>/),
		swap(/(<InputLocale>)[^<#]+</, '$10409:00000409,0407:00000407<'),
	],
	['locale-underscore', taught('languages like en-US', /<UILanguage>/), swap(/(<UILanguage>)en-US</, '$1en_US<')],
	[
		'time-zone-abbreviation',
		taught('TimeZone as tzutil lists it', /<TimeZone>/),
		swap(/(<TimeZone>)[^<#]+</, '$1CET<'),
	],
	[
		'computer-name-dots',
		taught('ComputerName is no domain name', /<ComputerName>/),
		swap(/(<ComputerName>)[^<#]+</, '$1web07.example.net<'),
	],
	[
		'owner-in-oobe-group',
		taught('RegisteredOwner stands in the component', /<RegisteredOwner>/),
		swap(/<OOBE>/, '<OOBE>\n<RegisteredOwner>Ops</RegisteredOwner>'),
	],
	[
		'oobe-in-specialize',
		taught('OOBE in oobeSystem', /<OOBE>/),
		shell('<OOBE><HideEULAPage>true</HideEULAPage></OOBE>'),
	],
	[
		'commands-in-specialize',
		taught('FirstLogonCommands in oobeSystem', /<FirstLogonCommands>/),
		shell(
			'<FirstLogonCommands><SynchronousCommand@+><Order>1</Order><CommandLine>cmd /c a</CommandLine></SynchronousCommand></FirstLogonCommands>',
		),
	],
	[
		'command-in-logon',
		taught('FirstLogonCommands holds SynchronousCommand', /<RunSynchronousCommand/),
		oobe(
			'<FirstLogonCommands><RunSynchronousCommand@+><Order>1</Order><CommandLine>cmd /c a</CommandLine></RunSynchronousCommand></FirstLogonCommands>',
		),
	],
	[
		'command-order-word',
		taught('Order is a number', /<Order>/),
		oobe(
			'<FirstLogonCommands><SynchronousCommand@+><Order>first</Order><CommandLine>cmd /c a</CommandLine></SynchronousCommand></FirstLogonCommands>',
		),
	],
	['logon-count-unlimited', taught('LogonCount is a number', /<LogonCount>/), swap(/(<LogonCount>)1/, '$1-1')],
	[
		'logon-password-text',
		taught('Password has Value', /<Password>/),
		swap(
			/(<AutoLogon>\s*)<Password>\s*<Value>[^<]*<\/Value>\s*<PlainText>true<\/PlainText>\s*<\/Password>/,
			'$1<Password>Change.Me-2024</Password>',
		),
	],
	['plain-text-yes', taught('PlainText is true or false', /<PlainText>/), swap(/(<PlainText>)true/, '$1Yes')],
	[
		'account-group-misspelt',
		taught('names of groups', /<Group>/),
		oobe(account('').replace('>Users<', '>Adminstrators<')),
	],
	[
		'account-password-name',
		taught('Password', /<password>/),
		oobe(account('<password><Value>Change.Me-2024</Value><PlainText>true</PlainText></password>')),
	],
	['account-name-slash', taught('a name without \\', /<Name>/), oobe(account('').replace('>ops<', '>SITE\\ops<'))],
	[
		'account-action-missing',
		taught('LocalAccount is an entry', /<LocalAccount>/),
		oobe(account('').replace('<LocalAccount@+>', '<LocalAccount>')),
	],
	[
		'oem-url-bare',
		taught('SupportURL is an address', /<SupportURL>/),
		oobe('<OEMInformation><SupportURL>support.example.net</SupportURL></OEMInformation>'),
	],
]);
