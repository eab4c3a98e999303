/** Mistakes of administrators in Windows answer files: the name of the machine and its accounts. */
import { swap } from '../edits';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { inferred, taught } from './windowsEdits';
import { inComponent } from './xmlBlocks';

const shell = (text: string): Edit => inComponent('specialize', 'Microsoft-Windows-Shell-Setup', text);
const oobe = (text: string): Edit => inComponent('oobeSystem', 'Microsoft-Windows-Shell-Setup', text);

/** Where a domain is joined, the account can be one of it. */
const noDomain =
	(edit: Edit): Edit =>
	(text, random, sample) =>
		/JoinDomain|DomainAccount/.test(text) ? undefined : edit(text, random, sample);

export const windowsAccountFaults: readonly FaultKind[] = kindsOf('windows', [
	['computer-name-space', taught('no spaces', /<ComputerName>/), swap(/(<ComputerName>)[^<#]+</, '$1WEB 07<')],
	[
		'time-zone-utc-offset',
		taught('TimeZone as tzutil lists it', /<TimeZone>/),
		swap(/(<TimeZone>)[^<#]+</, '$1(UTC+01:00) Amsterdam, Berlin<'),
	],
	[
		'organisation-spelling',
		taught('RegisteredOrganization', /RegisteredOrganisation/),
		shell('<RegisteredOrganisation>Example Ltd</RegisteredOrganisation>'),
	],
	['copy-profile-late', taught('CopyProfile in specialize', /<CopyProfile>/), oobe('<CopyProfile>true</CopyProfile>')],
	[
		'daylight-no',
		taught('DisableAutoDaylightTimeSet is true or false', /Daylight/),
		shell('<DisableAutoDaylightTimeSet>no</DisableAutoDaylightTimeSet>'),
	],
	[
		'accounts-early',
		taught('UserAccounts in oobeSystem', /<UserAccounts>/),
		shell(
			'<UserAccounts><AdministratorPassword><Value>Change.Me-2024</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>',
		),
	],
	[
		'password-as-text',
		taught('AdministratorPassword has Value', /<AdministratorPassword>/),
		oobe('<UserAccounts><AdministratorPassword>Change.Me-2024</AdministratorPassword></UserAccounts>'),
	],
	[
		'account-without-name',
		taught('LocalAccount needs Name', /<LocalAccount /),
		oobe(
			'<UserAccounts><LocalAccounts><LocalAccount@+><Group>Users</Group><Password><Value>Change.Me-2024</Value><PlainText>true</PlainText></Password></LocalAccount></LocalAccounts></UserAccounts>',
		),
	],
	[
		'accounts-directly',
		taught('LocalAccount stands in LocalAccounts', /<LocalAccount /),
		oobe('<UserAccounts><LocalAccount@+><Name>ops</Name><Group>Users</Group></LocalAccount></UserAccounts>'),
	],
	['logon-count-word', taught('LogonCount is a number', /<LogonCount>/), swap(/(<LogonCount>)1/, '$1always')],
	['logon-enabled-yes', taught('Enabled is true or false', /<Enabled>/), swap(/(<Enabled>)true/, '$1yes')],
	[
		'logon-user-name-case',
		taught('Username', /<UserName>/),
		swap(/(<AutoLogon>[\s\S]*?)<Username>(\w+)<\/Username>/, '$1<UserName>$2</UserName>'),
	],
	[
		'logon-user-not-made',
		inferred('AutoLogon names an account that exists', /<Username>/),
		noDomain(swap(/(<AutoLogon>[\s\S]*?<Username>)\w+/, '$1installer')),
	],
	[
		'first-logon-path',
		taught('SynchronousCommand has CommandLine', /<Path>|<SynchronousCommand/),
		oobe(
			'<FirstLogonCommands><SynchronousCommand@+><Order>1</Order><Path>cmd /c dir</Path></SynchronousCommand></FirstLogonCommands>',
		),
	],
	['protect-four', taught('ProtectYourPC: 1, 2, 3', /<ProtectYourPC>/), swap(/(<ProtectYourPC>)\d/, '$14')],
	[
		'hide-eula-case',
		taught('HideEULAPage', /HideEulaPage/),
		swap(/HideEULAPage(>true<\/)HideEULAPage/, 'HideEulaPage$1HideEulaPage'),
	],
	[
		'network-location',
		taught('NetworkLocation: Home, Work, Other', /<NetworkLocation>/),
		swap(/(<ProtectYourPC>\d<\/ProtectYourPC>)/, '$1\n<NetworkLocation>Office</NetworkLocation>'),
	],
]);
