import type { Rule } from './rule';

const documented = { grade: 'documented', source: 'VMware vSphere: scripted installation of ESXi' } as const;
const inferred = { grade: 'inferred', source: 'VMware vSphere: scripted installation of ESXi' } as const;
const believed = { grade: 'believed', source: 'general knowledge of ESXi' } as const;

/** Rules about ESXi kickstart files: what is missing, what does not work as written, what is not certain. */
export const esxiAdviceRules = {
	'esxi-copied-character': {
		severity: 'warning',
		...inferred,
		title: 'Characters of word processors do not belong in commands',
		message: '{what} was copied along and becomes part of the word it touches.{more}',
	},
	'esxi-line-continuation': {
		severity: 'warning',
		...inferred,
		title: 'A command should stand on one line',
		message:
			'The documentation shows no command that continues on the next line; this backslash probably does not do what it does in a shell.',
	},
	'esxi-command-separator': {
		severity: 'warning',
		...inferred,
		title: 'Each command should stand on a line of its own',
		message: 'A line holds one command: {reason}.',
	},
	'esxi-option-repeated': {
		severity: 'warning',
		...inferred,
		title: 'An option is given once',
		message: '"{name}" was given already with another value; the documentation does not say which one counts.',
	},
	'esxi-two-targets': {
		severity: 'information',
		...believed,
		title: 'A disk is named in one way',
		message:
			'"{name}" and "{other}" say in two ways which disk is meant; the documentation does not say which one counts.',
	},
	'esxi-no-licence-agreement': {
		severity: 'warning',
		...documented,
		title: 'The licence agreement must be accepted',
		message: 'Nothing accepts the licence agreement: the installation does not begin without vmaccepteula.',
	},
	'esxi-no-install': {
		severity: 'warning',
		...documented,
		title: 'The file should install or upgrade something',
		message: 'The file has none of install, upgrade and installorupgrade.{hint}',
	},
	'esxi-no-root-password': {
		severity: 'warning',
		...documented,
		title: 'The file must set the password of root',
		message: 'The file sets no password for root with rootpw: the installation stops.',
	},
	'esxi-no-reboot': {
		severity: 'information',
		...documented,
		title: 'An unattended installation ends with a restart',
		message: 'The file has no reboot: when the installation is done, the host waits for a key press.',
	},
	'esxi-clearpart-without-install': {
		severity: 'warning',
		...documented,
		title: 'clearpart goes together with install',
		message: '"clearpart" only works together with install, not with {command}.',
	},
	'esxi-vmfs-undecided': {
		severity: 'warning',
		...documented,
		title: 'The file should say what becomes of an existing datastore',
		message:
			'A disk that holds a VMFS volume stops the installation: say "--overwritevmfs" to lose it or "--preservevmfs" to keep it.',
	},
	'esxi-stray-end': {
		severity: 'warning',
		...documented,
		title: 'Sections have no end tag',
		message:
			'ESXi has no %end: a section runs to the next one or to the end of the file, and this line is part of {place}.',
	},
	'esxi-static-only-option': {
		severity: 'warning',
		...inferred,
		title: 'Addresses and host names count with static addresses only',
		message: '"{name}" only counts with "--bootproto=static"; here addresses come from DHCP.',
	},
	'esxi-no-gateway': {
		severity: 'warning',
		...inferred,
		title: 'A static network normally has a gateway',
		message: 'Static addresses normally need "--gateway" as well.',
	},
	'esxi-name-servers': {
		severity: 'warning',
		...documented,
		title: 'There are at most two name servers',
		message: '"--nameserver" takes at most two addresses; these are {count}.',
	},
	'esxi-value-unusual': {
		severity: 'warning',
		...inferred,
		title: 'Values should read as the documentation shows them',
		message: '{place} normally takes {expected}, not "{value}".',
	},
	'esxi-disk-filter': {
		severity: 'warning',
		...inferred,
		title: 'Filters of --firstdisk should be spelled as documented',
		message: '"{value}" is read as a vendor, model or driver of a disk. Did you mean "{replacement}"?',
	},
	'esxi-flag-value': {
		severity: 'warning',
		...inferred,
		title: 'Switches have no value',
		message: 'The option "{name}" is a switch and takes no value.',
	},
	'esxi-unlisted-option': {
		severity: 'warning',
		...inferred,
		title: 'Options should be documented',
		message: 'The documentation lists no option "{name}" for "{command}".',
	},
	'esxi-uncertain-option': {
		severity: 'information',
		...believed,
		title: 'Options of commands that are not documented should be known',
		message: 'As far as is known, "{command}" has no option "{name}".',
	},
	'esxi-option-too-new': {
		severity: 'warning',
		...inferred,
		title: 'Options should exist in the target release already',
		message: 'The option "{name}" of "{command}" came with ESXi {since}; this file is for ESXi {release}.',
	},
	'esxi-command-repeated': {
		severity: 'warning',
		...inferred,
		title: 'Commands of which one counts should stand once',
		message: '"{name}" is already in the file; only one line of it counts.',
	},
	'esxi-keyboard': {
		severity: 'warning',
		grade: 'inferred',
		source: 'VMware vSphere: scripted installation of ESXi, keyboard: one of a list of types; the list is not verified',
		title: 'The keyboard should be one that ESXi has',
		message: 'ESXi has no keyboard layout "{value}".{hint}',
	},
	'esxi-unclosed-quote': {
		severity: 'warning',
		...inferred,
		title: 'A quote must be closed on its line',
		message: 'This quote is not closed on its line.',
	},
	'esxi-comment-cuts-value': {
		severity: 'warning',
		...inferred,
		title: 'A number sign inside a value begins a comment',
		message: 'This # begins a comment and cuts off the value: put the value in quotes.',
	},
	'esxi-clear-text-password': {
		severity: 'information',
		...documented,
		title: 'Passwords should not stand in clear text',
		message: 'The root password is here in clear text.',
	},
	'esxi-password-format': {
		severity: 'warning',
		...inferred,
		title: 'A password must be what the line says',
		message: '{problem}',
	},
	'esxi-password-cut': {
		severity: 'warning',
		grade: 'documented',
		source: 'crypt(5): the length of a hash is fixed by its method',
		title: 'A password hash is whole',
		message: 'This password hash is incomplete ({found} after the salt), so nobody can log in with it.',
	},
	'esxi-password-weak': {
		severity: 'warning',
		...inferred,
		title: 'The password of root must satisfy ESXi',
		message: 'ESXi refuses this password by default: it {problem}.',
	},
	'esxi-password-placeholder': {
		severity: 'warning',
		...inferred,
		title: 'A placeholder is no password',
		message: '"{value}" looks like a placeholder for the root password.',
	},
	'esxi-interpreter': {
		severity: 'warning',
		...inferred,
		title: 'A script should be written for its interpreter',
		message: 'This is written for {wanted}, but {used} runs it.',
	},
	'esxi-script-line-ends': {
		severity: 'warning',
		...inferred,
		title: 'Scripts should have line feeds only',
		message: 'The lines of this script end with carriage returns, which become part of its commands.',
	},
	'esxi-command-in-script': {
		severity: 'warning',
		...inferred,
		title: 'Commands stand before the first section',
		message: '"{name}" comes after the header of {section} and is read as a line of that script.',
	},
	'esxi-command-before-install': {
		severity: 'information',
		...believed,
		title: 'esxcli does not answer before the installation',
		message: 'In %pre there is no host agent that esxcli could talk to; localcli works without one.',
	},
	'esxi-first-boot-secure-boot': {
		severity: 'hint',
		...documented,
		title: '%firstboot does not run under Secure Boot',
		message: 'When UEFI Secure Boot is on, the host never runs %firstboot.',
	},
	'esxi-gateway': {
		severity: 'warning',
		...inferred,
		title: 'A gateway lies in the network of the address',
		message: 'The gateway {gateway} is not in the network of {ip} with the netmask {netmask}.',
	},
} as const satisfies Record<string, Rule>;
