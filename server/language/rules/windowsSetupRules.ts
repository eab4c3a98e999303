import type { Rule } from './rule';
import { documented, reference } from './windowsSources';

/** What most likely makes Setup stop or a command fail. */
const advice = { severity: 'information', grade: 'inferred', source: "Microsoft's unattend reference" } as const;

/** Rules about what Windows Setup needs to run alone: licence, image, disks, accounts. */
export const windowsSetupRules = {
	'windows-eula': {
		...documented,
		title: 'The licence is accepted',
		message: 'Without AcceptEula set to true in UserData, Setup stops and shows the licence.',
	},
	'windows-image-choice': {
		...reference,
		title: 'The image is chosen',
		message:
			'Neither InstallFrom/MetaData nor a product key chooses an image, so Setup asks when the medium has several.',
	},
	'windows-install-target': {
		...reference,
		title: 'The system goes to a partition that is made',
		message: 'DiskConfiguration makes no partition {partition} on disk {disk}.',
	},
	'windows-install-kind': {
		...documented,
		title: 'The system goes to a primary or a logical partition',
		message: 'Windows cannot be installed on partition {partition} of disk {disk}: its kind is {kind}.',
	},
	'windows-install-twice': {
		...reference,
		title: 'One target for the system',
		message: 'InstallTo and InstallToAvailablePartition do not go together.',
	},
	'windows-partition-size': {
		...reference,
		title: 'A partition has a size or takes the rest',
		message: 'A partition has either a Size or Extend set to true, not both.',
	},
	'windows-partition-unsized': {
		...documented,
		title: 'A new partition says how large it is',
		message: 'A new partition needs a Size, or Extend set to true.',
	},
	'windows-partition-kind': {
		...documented,
		title: 'A disk can have the partitions that it gets',
		message: 'Disk {disk} cannot get this {kind} partition: {why}.',
	},
	'windows-partition-format': {
		...documented,
		title: 'A partition without a file system is not formatted',
		message: 'A partition of the kind {kind} gets no file system, so it cannot be formatted.',
	},
	'windows-partition-active': {
		...documented,
		title: 'One primary partition of a disk is active',
		message: 'Active has no effect here: {why}.',
	},
	'windows-join-twice': {
		...reference,
		title: 'A domain or a workgroup',
		message: 'JoinDomain and JoinWorkgroup do not go together.',
	},
	'windows-join-credentials': {
		...reference,
		title: 'Joining a domain needs an account',
		message: 'Joining a domain needs Credentials, AccountData or UnsecureJoin.',
	},
	'windows-join-unsecure': {
		...documented,
		title: 'An unsecure join has no account',
		message: 'Credentials must not be given when UnsecureJoin is true.',
	},
	'windows-autologon-account': {
		...reference,
		title: 'The account that logs on is made',
		message: 'AutoLogon uses the account {account}, which this file does not make.',
	},
	'windows-autologon-off': {
		...documented,
		title: 'AutoLogon is switched on',
		message: 'AutoLogon needs <Enabled>true</Enabled>; without it nobody is logged on.',
	},
	'windows-autologon-count': {
		severity: 'information',
		grade: 'documented',
		source: 'Microsoft asks for LogonCount; half of the real files go without it',
		title: 'AutoLogon says how often',
		message: 'AutoLogon needs <LogonCount>, which says how often it happens.',
	},
	'windows-partition-extend': {
		...reference,
		title: 'Only the last partition takes the rest of the disk',
		message: 'Extend takes the rest of disk {disk}, but partition {next} is to follow.',
	},
	'windows-efi-format': {
		...reference,
		title: 'The EFI partition is formatted with FAT32',
		message: 'The EFI partition {partition} of disk {disk} is to be {format}; firmware reads FAT32 only.',
	},
	'windows-disk-layout': {
		...advice,
		title: 'A disk for UEFI has an EFI, an MSR and a primary partition, in this order',
		message: 'Disk {disk} has an EFI partition but {problem}; the usual order is EFI, MSR, Primary.',
	},
	'windows-disk-start': {
		...advice,
		title: 'The disk that gets the system can start it',
		message: 'Disk {disk} has neither an EFI partition (UEFI) nor an active one (BIOS), so nothing starts from it.',
	},
	'windows-setup-language': {
		...advice,
		title: 'The language of Setup is chosen',
		message: '{missing} is missing here, so Setup may stop and ask for its language.',
	},
	'windows-password-encoded': {
		...reference,
		title: 'An encoded password is not called plain text',
		message: 'PlainText is true, but this is a password in Base64; set PlainText to false.',
	},
	'windows-command-shell': {
		...advice,
		title: 'Commands of the shell are run by cmd /c',
		message: '{what} is understood by cmd.exe only; the command is started without it, so write cmd /c before it.',
	},
	'windows-autologon-password': {
		...documented,
		title: 'AutoLogon has the password of its account',
		message: 'AutoLogon has no <Password>, so nobody is logged on.',
	},
	'windows-partition-unknown': {
		...reference,
		title: 'A partition that is formatted is one that is made',
		message: 'DiskConfiguration makes no partition {partition} on disk {disk}.',
	},
	'windows-install-disk': {
		...reference,
		title: 'The system goes to a disk that is set up',
		message: 'InstallTo names disk {disk}, which DiskConfiguration does not set up.',
	},
	'windows-install-place': {
		...advice,
		title: 'The place of the system is chosen',
		message: 'Neither InstallTo nor InstallToAvailablePartition is here, so Setup asks for the disk.',
	},
	'windows-image-index': {
		...reference,
		title: 'The index of an image is a number from 1 on',
		message: 'The index of an image is a number from 1 on, not {value}.',
	},
	'windows-form': {
		...documented,
		title: 'A value has the form that its setting asks for',
		message: '<{name}> must be {wanted}, not {value}.',
	},
} as const satisfies Record<string, Rule>;
