import { autoyastStorageRules, beyond } from './autoyastStorageRules';
import type { Rule } from './rule';

const schema = { severity: 'error', grade: 'reference', source: "AutoYaST's RELAX NG schema" } as const;

/** Rules about AutoYaST profiles. */
export const autoyastRules = {
	...autoyastStorageRules,
	'autoyast-root': {
		...schema,
		title: 'The root element is profile',
		message: 'The root element of an AutoYaST file is <profile>, not <{name}>.',
	},
	'autoyast-namespace': {
		...schema,
		title: 'The profile lies in the namespace of YaST',
		message:
			'A profile needs xmlns="http://www.suse.com/1.0/yast2ns" (found: {found}); without it the whole file is ignored.',
	},
	'autoyast-config-namespace': {
		...schema,
		title: 'The prefix of types stands for their namespace',
		message: 'The types need xmlns:{prefix}="http://www.suse.com/1.0/configns" (found: {found}).',
	},
	'autoyast-type-missing': {
		...schema,
		title: 'Booleans, integers, symbols and lists say their type',
		message: '<{name}> must say its type: config:type="{type}".',
	},
	'autoyast-type-wrong': {
		...schema,
		title: 'The type attribute fits the element',
		message: '<{name}> has the type {wanted}, not {found}.',
	},
	'autoyast-type-repeated': {
		...schema,
		title: 'An element says its type once',
		message: '<{name}> says its type twice; config:type, type and t mean the same.',
	},
	'autoyast-attribute-unknown': {
		...schema,
		title: 'Elements have no attribute but their type',
		message: '<{name}> has no attribute {attribute}.{hint}',
	},
	'autoyast-boolean': {
		...schema,
		title: 'A boolean is true or false',
		message: '<{name}> must be true or false, not {value}.',
	},
	'autoyast-integer': {
		...schema,
		title: 'An integer is a whole number',
		message: '<{name}> must be a whole number, not {value}.',
	},
	'autoyast-value': {
		...schema,
		title: 'The value is one of those that the element takes',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'autoyast-macro-value': {
		...schema,
		title: 'A macro must bring a value that its place takes',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'autoyast-macro-choice': {
		severity: 'warning',
		grade: 'inferred',
		source: "AutoYaST's RELAX NG schema, applied to the choices of the setting",
		title: 'Every choice of a macro fits its place',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'autoyast-element-unknown': {
		...schema,
		title: 'An element stands where the schema knows it',
		message: '<{name}> is not known in <{parent}>.{hint}',
	},
	'autoyast-element-repeated': {
		...schema,
		title: 'An element of a map stands once',
		message: '<{name}> appears more than once in <{parent}>.',
	},
	'autoyast-element-missing': {
		...schema,
		title: 'Required elements are there',
		message: '<{name}> needs a <{child}>.',
	},
	'autoyast-list-empty': {
		...schema,
		title: 'A list that must not be empty has an entry',
		message: '<{name}> is empty; it needs at least one <{child}>, or to be left out.',
	},
	'autoyast-elements-exclusive': {
		...schema,
		title: 'Elements that exclude each other do not stand together',
		message: '<{second}> does not go with <{first}>; only one of them can be here.',
	},
	'autoyast-text-stray': {
		...schema,
		title: 'No text between the elements of a list or map',
		message: 'Only elements are allowed in <{name}>, but this is text: {text}',
	},
	'autoyast-section-repeated': {
		...schema,
		title: 'A section stands once',
		message: 'The section <{name}> appears more than once.',
	},
	'autoyast-section-obsolete': {
		severity: 'warning',
		grade: 'documented',
		source: 'AutoYaST: list of unsupported sections',
		title: 'Obsolete sections are not read',
		message: 'The installer no longer reads the section <{name}>: {why}.',
		tag: 'deprecated',
	},
	'autoyast-section-unknown': {
		severity: 'warning',
		grade: 'inferred',
		source: 'No YaST module has a section of this name',
		title: 'The section is known',
		message: 'No section is called <{name}>. Did you mean <{suggestion}>?',
	},
	'autoyast-section-unlisted': {
		severity: 'warning',
		grade: 'reference',
		source: 'AutoYaST itself: it warns of sections that no module reads, and no module has this one',
		title: 'Every section is read by a module',
		message: 'No module that we know reads the section <{name}>: the installer skips it with a warning.{hint}',
	},
	'autoyast-layout-old': {
		severity: 'warning',
		grade: 'inferred',
		source: 'Schema of SUSE Linux 9',
		title: 'Sections stand directly in the profile',
		message: '<{name}> is the layout of SUSE Linux 9; today the sections are directly in <profile>.',
		tag: 'deprecated',
	},
	'autoyast-confirm': {
		...beyond,
		title: 'An unattended run does not ask for confirmation',
		message: 'The installer stops at its proposal and waits for a click: general/mode needs <confirm> set to false.',
	},
	'autoyast-report-waits': {
		severity: 'information',
		grade: 'inferred',
		source: 'AutoYaST guide: report',
		title: 'Errors that are shown go away by themselves',
		message: 'With the timeout 0, an error stays on the screen until somebody clicks.',
	},
	'autoyast-root-user': {
		...beyond,
		title: 'root is among the users',
		message: 'No user of this section is root, so nobody has the root password.',
	},
	'autoyast-password-hash': {
		...beyond,
		title: 'A password is what encrypted says',
		message: 'encrypted is {says}, but this is {is}.',
	},
	'autoyast-password-plain': {
		severity: 'information',
		grade: 'inferred',
		source: 'The value stands readable in the file',
		title: 'A password is not readable in the file',
		message: 'This password is readable in the file; a hash with encrypted set to true, or a macro, keeps it out.',
	},
	'autoyast-script-empty': {
		...beyond,
		title: 'A script has a source or a location',
		message: 'This script has neither a <source> nor a <location>, so nothing runs.',
	},
	'autoyast-companion': {
		...beyond,
		title: 'Elements that need another have it',
		message: '<{name}> needs a <{missing}>.',
	},
	'autoyast-contradiction': {
		...beyond,
		title: 'Elements do not contradict each other',
		message: '<{second}> does not go with <{first}>: {why}.',
	},
	'autoyast-interface-name': {
		...beyond,
		title: 'An interface is named',
		message: 'This interface has neither a <name> nor a <device>.',
	},
	'autoyast-static-address': {
		...beyond,
		title: 'A static interface has an address and a prefix',
		message: 'A static interface needs {missing}.',
	},
	'autoyast-product': {
		...beyond,
		title: 'A profile for SLE 15 names its product',
		message: 'For release {release} the installer needs a product: software/products is missing.',
	},
	'autoyast-root-password': {
		...beyond,
		title: 'root has a password or a key',
		message: 'root gets neither a <user_password> nor <authorized_keys>, so nobody can log in as root.',
	},
	'autoyast-second-stage': {
		...beyond,
		title: 'Scripts of the second stage have one',
		message: 'second_stage is false, so <{name}> never runs: it belongs to the second stage.',
	},
	'autoyast-name': {
		severity: 'warning',
		grade: 'inferred',
		source: 'What the readers of the YaST modules accept: time zones, languages, keyboards, file systems, boot loaders',
		title: 'A name is one that the installer knows',
		message: 'The installer knows no {what} {value}.{hint}',
	},
	'autoyast-form': {
		...beyond,
		title: 'A value has the form that its place asks for',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'autoyast-element-old': {
		severity: 'information',
		grade: 'reference',
		source: "AutoYaST's RELAX NG schemas of SLES 12 to SLES 15 SP7",
		title: 'An element is known to every release that the file may be for',
		message: '<{name}> is known only up to {until}.{hint}',
	},
	'autoyast-element-later': {
		severity: 'warning',
		grade: 'reference',
		source: "AutoYaST's RELAX NG schemas of SLES 12 to SLES 15 SP7",
		title: 'An element is known to the release of the file',
		message: '<{name}> is known from {since} on, and this file is for {release}.',
	},
	'autoyast-password-cut': {
		...beyond,
		source: 'crypt(3): the length of a hash is fixed by its method',
		title: 'A password hash is whole',
		message: 'This password hash is incomplete ({found} after the salt), so nobody can log in with it.',
	},
	'autoyast-user-name': {
		...beyond,
		title: 'A user has a name',
		message: 'This user has no <username>, so the installer makes none.',
	},
	'autoyast-gateway': {
		...beyond,
		title: 'A gateway lies in the network of an interface',
		message: 'The gateway {gateway} is not in the network of any interface here, so it cannot be reached.',
	},
	'autoyast-route-device': {
		...beyond,
		title: 'A route leads through an interface of the profile',
		message: 'No interface of this profile is called {name}, and that of the installation is not kept.',
	},
	'autoyast-twice': {
		...beyond,
		title: 'Names, numbers and mount points are given once',
		message: '{what} {name} is given more than once.',
	},
} as const satisfies Record<string, Rule>;
