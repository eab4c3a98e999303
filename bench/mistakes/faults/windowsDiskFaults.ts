/** Mistakes of administrators in Windows answer files: disks, image and languages. */
import { both, swap } from '../edits';
import { type Edit, type FaultKind, kindsOf } from '../fault';
import { believed, inferred, taught } from './windowsEdits';
import { inComponent } from './xmlBlocks';

const pe = (text: string): Edit => inComponent('windowsPE', 'Microsoft-Windows-Setup', text);
const drive = (creates: string, modifies: string, more = ''): Edit =>
	both(
		pe(
			`<DiskConfiguration><Disk@+><DiskID>0</DiskID><WillWipeDisk>true</WillWipeDisk><CreatePartitions>${creates}</CreatePartitions><ModifyPartitions>${modifies}</ModifyPartitions></Disk>${more}</DiskConfiguration>`,
		),
		text => text.replace(/(<InstallTo>\s*<DiskID>0<\/DiskID>\s*<PartitionID>)\d/, '$13'),
	);
const made = (order: string, type: string, size: string): string =>
	`<CreatePartition@+><Order>${order}</Order><Type>${type}</Type>${size}</CreatePartition>`;
const shaped = (order: string, number: string, more: string): string =>
	`<ModifyPartition@+><Order>${order}</Order><PartitionID>${number}</PartitionID>${more}</ModifyPartition>`;
const gib = '<Size>260</Size>';
const three =
	made('1', 'EFI', gib) + made('2', 'MSR', '<Size>16</Size>') + made('3', 'Primary', '<Extend>true</Extend>');
const two = shaped('1', '1', '<Format>FAT32</Format>') + shaped('2', '3', '<Format>NTFS</Format><Letter>C</Letter>');

export const windowsDiskFaults: readonly FaultKind[] = kindsOf('windows', [
	['size-with-unit', taught('Size in MB', /<Size>/), drive(three.replace('>260<', '>260MB<'), two)],
	[
		'partition-type-case',
		taught('Type: EFI, MSR, Primary, …', /<Type>/),
		drive(three.replace('>EFI<', '>Efi System<'), two),
	],
	['format-exfat', taught('Format: NTFS, FAT32', /<Format>/), drive(three, two.replace('FAT32', 'exFAT'))],
	['letter-colon', taught('Letter is one letter', /<Letter>/), drive(three, two.replace('>C<', '>C:<'))],
	[
		'modify-number-missing',
		taught('PartitionID is required', /<ModifyPartition /),
		drive(three, two.replace('<PartitionID>1</PartitionID>', '')),
	],
	[
		'modify-same-number',
		inferred('a partition is modified once', /<PartitionID>3/),
		drive(
			three,
			two.replace('<PartitionID>1<', '<PartitionID>3<').replace('<Format>FAT32</Format>', '<Label>Data</Label>'),
		),
	],
	[
		'disk-id-twice',
		inferred('a disk is configured once', /<DiskID>0|<Disk /),
		drive(three, two, '<Disk@+><DiskID>0</DiskID><WillWipeDisk>false</WillWipeDisk></Disk>'),
	],
	['wipe-yes', taught('WillWipeDisk is true or false', /<WillWipeDisk>/), swap(/(<WillWipeDisk>)true(<)/, '$1Yes$2')],
	[
		'install-to-other-disk',
		inferred('InstallTo names a configured disk', /<DiskID>|<InstallTo>/),
		swap(/(<InstallTo>\s*<DiskID>)0/, '$17'),
	],
	['meta-key-name', taught('Key: /IMAGE/INDEX, /IMAGE/NAME, …', /<Key>/), swap(/\/IMAGE\/INDEX/, '/IMAGE/NUMBER')],
	[
		'meta-index-word',
		taught('/IMAGE/INDEX is a number', /<Value>/),
		swap(/(<Key>\/IMAGE\/INDEX<\/Key>\s*<Value>)\d/, '$1Windows Server 2022 SERVERSTANDARD'),
	],
	[
		'install-both',
		taught('InstallTo or InstallToAvailablePartition', /InstallTo/),
		swap(/^([ \t]*)<InstallTo>/m, '$1<InstallToAvailablePartition>true</InstallToAvailablePartition>\n$1<InstallTo>'),
	],
	[
		'key-as-text',
		taught('UserData/ProductKey is a group', /<ProductKey>/),
		swap(
			/(<AcceptEula>true<\/AcceptEula>)(?![\s\S]*<ProductKey>)/,
			'$1\n<ProductKey>VDYBN-27WPP-V4HQT-9VMD4-VMK7H</ProductKey>',
		),
	],
	[
		'key-group-short',
		taught('five groups of five', /<Key>/),
		swap(/VDYBN-27WPP-V4HQT-9VMD4-VMK7H/, 'VDYBN-27WPP-V4HQT-9VMD4'),
	],
	[
		'show-ui-case',
		taught('WillShowUI: OnError, Always, Never', /<WillShowUI>/),
		swap(/(<WillShowUI>)OnError/, '$1Allways'),
	],
	[
		'pe-command-line',
		taught('RunSynchronousCommand has Path', /<CommandLine>|RunSynchronousCommand/),
		pe(
			'<RunSynchronous><RunSynchronousCommand@+><Order>1</Order><CommandLine>wpeutil UpdateBootInfo</CommandLine></RunSynchronousCommand></RunSynchronous>',
		),
	],
	[
		'pe-command-element',
		taught('RunSynchronous holds RunSynchronousCommand', /<SynchronousCommand/),
		pe(
			'<RunSynchronous><SynchronousCommand@+><Order>1</Order><Path>wpeutil UpdateBootInfo</Path></SynchronousCommand></RunSynchronous>',
		),
	],
	[
		'pe-command-order-lost',
		taught('Order is required', /<RunSynchronousCommand/),
		pe(
			'<RunSynchronous><RunSynchronousCommand@+><Path>wpeutil UpdateBootInfo</Path></RunSynchronousCommand></RunSynchronous>',
		),
	],
	[
		'pe-command-order-twice',
		taught('each Order once', /<Order>/),
		pe(
			'<RunSynchronous><RunSynchronousCommand@+><Order>1</Order><Path>cmd /c a</Path></RunSynchronousCommand><RunSynchronousCommand@+><Order>1</Order><Path>cmd /c b</Path></RunSynchronousCommand></RunSynchronous>',
		),
	],
	['restart-word', taught('Restart: Restart, Shutdown', /<Restart>/), pe('<Restart>Reboot</Restart>')],
	[
		'keyboard-seven-digits',
		taught('0409:00000409', /<InputLocale>/),
		swap(/(<InputLocale>)[^<#]+</, '$10409:0000409<'),
	],
	['keyboard-hyphen', taught('0409:00000409', /<InputLocale>/), swap(/(<InputLocale>)[^<#]+</, '$10409-00000409<')],
	[
		'ui-language-english',
		taught('UILanguage is a language code', /<UILanguage>/),
		swap(/(<UILanguage>)en-US</, '$1English<'),
	],
	[
		'user-locale-short',
		believed('UserLocale is language and country', /<UserLocale>/),
		swap(/(<UserLocale>)[^<#]+</, '$1enUS<'),
	],
	[
		'core-in-pe',
		taught('International-Core-WinPE in windowsPE', /International-Core"/),
		swap(/Microsoft-Windows-International-Core-WinPE/, 'Microsoft-Windows-International-Core'),
	],
	[
		'pe-core-in-oobe',
		taught('International-Core-WinPE in windowsPE only', /International-Core-WinPE/),
		swap(/International-Core"/, 'International-Core-WinPE"'),
	],
]);
