import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { told } from '../told';
import { oneComponent } from './answerFile';

const [head = '', tail = ''] = oneComponent('oobeSystem', 'Microsoft-Windows-Shell-Setup', '§').split('§');

/** Settings of that component, each with what is said of it and what every way out makes of it. */
const settings: readonly (readonly [text: string, ...told: string[]])[] = [
	[
		'<OOBE><HideEULAPage>true</HideEULAPage></OOBE><ProtectYourPC>3</ProtectYourPC>',
		'windows-setting-unknown: ProtectYourPC',
		'decides → <OOBE><ProtectYourPC>3</ProtectYourPC><HideEULAPage>true</HideEULAPage></OOBE>',
	],
	[
		'<OOBE><ProtectYourPC>3</ProtectYourPC></OOBE><ProtectYourPC>3</ProtectYourPC>',
		'windows-setting-unknown: ProtectYourPC',
	],
	['<OOBE/><ProtectYourPC>3</ProtectYourPC>', 'windows-setting-unknown: ProtectYourPC'],
	[
		'<ProtectYourPC>3</ProtectYourPC>',
		'windows-setting-unknown: ProtectYourPC',
		'decides → <OOBE><ProtectYourPC>3</ProtectYourPC></OOBE>',
	],
	[
		'<ProtectYourPC>3</ProtectYourPC><HideEULAPage>true</HideEULAPage><TimeZone>UTC</TimeZone>',
		'windows-setting-unknown: ProtectYourPC',
		'decides → <OOBE><ProtectYourPC>3</ProtectYourPC><HideEULAPage>true</HideEULAPage></OOBE><TimeZone>UTC</TimeZone>',
	],
	[
		'<UserAccounts><AdministratorPassword>x</AdministratorPassword></UserAccounts>',
		'windows-setting-kind: AdministratorPassword',
		'safe → <UserAccounts><AdministratorPassword><Value>x</Value><PlainText>true</PlainText></AdministratorPassword></UserAccounts>',
	],
	['<OBE></OOBE>', 'xml-end-tag-name: OOBE', 'safe → <OOBE></OOBE>'],
	['<OOBE></OBE>', 'xml-end-tag-name: OBE', 'safe → <OOBE></OOBE>'],
	['<OBE></OBEE>', 'xml-end-tag-name: OBEE', 'safe → <OBE></OBE>'],
	[
		'<OOBE><ProtctYourPC>3</ProtectYourPC></OOBE>',
		'xml-end-tag-name: ProtectYourPC',
		'safe → <OOBE><ProtectYourPC>3</ProtectYourPC></OOBE>',
	],
	['<Nonsense>1</Nonsense>', 'windows-setting-unknown: Nonsense', 'loses → '],
	['<TimeZne>UTC</TimeZne>', 'windows-setting-unknown: TimeZne', 'decides → <TimeZone>UTC</TimeZone>'],
	['<TimeZone><a>UTC</a></TimeZone>', 'windows-setting-kind: TimeZone'],
	['<OOBE>text</OOBE>', 'windows-setting-kind: OOBE'],
	['<TimeZone>Moon</TimeZone>', 'windows-time-zone: Moon'],
	['<TimeZone></TimeZone>', 'windows-time-zone: TimeZone'],
	[
		'<ComputerName>averyveryverylongname</ComputerName>',
		'windows-computer-name: averyveryverylongname',
		'decides → <ComputerName>averyveryverylo</ComputerName>',
	],
	[
		'<FirstLogonCommands><SynchronousCommand wcm:action="add"><CommandLine>a</CommandLine></SynchronousCommand></FirstLogonCommands>',
		'windows-setting-missing: SynchronousCommand',
		'decides → <FirstLogonCommands><SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>a</CommandLine></SynchronousCommand></FirstLogonCommands>',
	],
	[
		'<FirstLogonCommands><SynchronousCommand><Order>1</Order><CommandLine>a</CommandLine></SynchronousCommand></FirstLogonCommands>',
		'windows-item-action: SynchronousCommand',
		'safe → <FirstLogonCommands><SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>a</CommandLine></SynchronousCommand></FirstLogonCommands>',
	],
	['<FirstLogonCommands><CommandLine>a</CommandLine></FirstLogonCommands>', 'windows-setting-unknown: CommandLine'],
	[
		'<FirstLogonCommands><SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>a</CommandLine></SynchronousCommand><SynchronousCommand wcm:action="add"><CommandLine>b</CommandLine></SynchronousCommand></FirstLogonCommands>',
		'windows-setting-missing: SynchronousCommand',
		'decides → <FirstLogonCommands><SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>a</CommandLine></SynchronousCommand><SynchronousCommand wcm:action="add"><Order>2</Order><CommandLine>b</CommandLine></SynchronousCommand></FirstLogonCommands>',
	],
];

suite('Windows: a few settings, what is said of them and the ways out', () => {
	for (const [text, ...expected] of settings)
		test(text, () => assert.deepEqual(told(text, { kind: 'windows', head, tail, without: /pass-misfit/ }), expected));
});
