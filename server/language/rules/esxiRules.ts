import { esxiAdviceRules } from './esxiAdviceRules';
import type { Rule } from './rule';

const documented = { grade: 'documented', source: 'VMware vSphere: scripted installation of ESXi' } as const;

/** Rules about ESXi kickstart files. The first part is what the installer is documented to refuse. */
export const esxiRules = {
	'esxi-unknown-command': {
		severity: 'error',
		...documented,
		title: 'Commands must be known to the ESXi installer',
		message: 'ESXi has no kickstart command "{name}", and an unknown command ends the installation.{hint}',
	},
	'esxi-foreign-command': {
		severity: 'error',
		...documented,
		title: 'Commands of other kickstart formats are unknown to ESXi',
		message: '"{name}" belongs to {from} files; ESXi does not know it.{hint}',
	},
	'esxi-unknown-section': {
		severity: 'error',
		...documented,
		title: 'Sections must be known to the ESXi installer',
		message: 'ESXi has no section "{name}".{hint}',
	},
	'esxi-unknown-option': {
		severity: 'error',
		...documented,
		title: 'Options must be spelled as documented',
		message: '"{command}" has no option "{name}". Did you mean "{replacement}"?',
	},
	'esxi-foreign-option': {
		severity: 'error',
		...documented,
		title: 'Options of other kickstart formats are unknown to ESXi',
		message: 'The option "{name}" of "{command}" belongs to {from} files; ESXi does not know it.{hint}',
	},
	'esxi-value-apart': {
		severity: 'error',
		...documented,
		title: 'A value touches its option',
		message: 'Spaces separate "{name}" from its value: write both as one word, with "=" between them.',
	},
	'esxi-missing-value': {
		severity: 'error',
		...documented,
		title: 'Options must have the value they need',
		message: 'The option "{name}" needs a value: "{name}={value}".',
	},
	'esxi-value': {
		severity: 'error',
		...documented,
		title: 'Values must read as their option is documented',
		message: '{place} takes {expected}, not "{value}".',
	},
	'esxi-macro-value': {
		severity: 'error',
		...documented,
		title: 'A macro must bring a value that its place takes',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'esxi-macro-choice': {
		severity: 'warning',
		grade: 'inferred',
		source: 'VMware vSphere: scripted installation of ESXi; the linked configuration-settings file',
		title: 'No value that a macro can bring should be refused',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'esxi-missing-argument': {
		severity: 'error',
		...documented,
		title: 'Commands must have the argument they need',
		message: '"{command}" needs {expected}.',
	},
	'esxi-extra-argument': {
		severity: 'error',
		...documented,
		title: 'Commands must not have more arguments than they take',
		message: '"{command}" takes {expected}; "{value}" is too much.',
	},
	'esxi-required-option': {
		severity: 'error',
		...documented,
		title: 'Commands must have the options they need',
		message: '"{command}" needs {options}.',
	},
	'esxi-no-target-disk': {
		severity: 'error',
		...documented,
		title: 'Commands that change a disk must say which',
		message: '"{command}" does not say which disk: it needs one of {options}.',
	},
	'esxi-options-exclude': {
		severity: 'error',
		...documented,
		title: 'Options must not contradict one another',
		message: '"{name}" and "{other}" exclude each other.',
	},
	'esxi-option-needs': {
		severity: 'error',
		...documented,
		title: 'Options must have the option they belong to beside them',
		message: '"{name}" only works together with "{needed}".',
	},
	'esxi-static-network': {
		severity: 'error',
		...documented,
		title: 'A static network must have its address and mask',
		message: 'Static addresses need {options}.',
	},
	'esxi-commands-conflict': {
		severity: 'error',
		...documented,
		title: 'A file either installs or upgrades',
		message: 'The file already has "{other}"; it can have only one of install, upgrade and installorupgrade.',
	},
	'esxi-copied': {
		severity: 'error',
		...documented,
		title: 'Nothing but the file itself may be copied',
		message: '{what} was copied along and is not part of the file: an unknown command ends the installation.{more}',
	},
	...esxiAdviceRules,
} as const satisfies Record<string, Rule>;
