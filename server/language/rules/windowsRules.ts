import type { Rule } from './rule';
import { windowsSetupRules } from './windowsSetupRules';
import { documented, reference } from './windowsSources';

const schema = { severity: 'error', grade: 'reference', source: 'Outer schema of unattend files (ADK)' } as const;
/** Rules about Windows unattend files. */
export const windowsRules = {
	'windows-root': {
		...schema,
		title: 'The root element is unattend',
		message: 'The root element of a Windows unattend file is <unattend>, not <{name}>.',
	},
	'windows-namespace': {
		...schema,
		title: 'The file lies in the namespace of unattend files',
		message: '<unattend> needs xmlns="urn:schemas-microsoft-com:unattend" (found: {found}).',
	},
	'windows-list-namespace': {
		...reference,
		title: 'The prefix wcm stands for its namespace',
		message: 'The prefix wcm must stand for {suggestion}, or no wcm:action is seen.',
	},
	'windows-element-unknown': {
		...schema,
		title: 'Only settings stand in unattend, and only components in settings',
		message: '<{name}> is not known in <{parent}>; only {known} can be here.',
	},
	'windows-pass-missing': {
		...schema,
		title: 'Settings name their pass',
		message: '<settings> must name its pass: pass="specialize", for instance.',
	},
	'windows-pass-unknown': {
		...schema,
		title: 'The pass is one of the seven',
		message: 'No pass is called {pass}; there are {known}.',
	},
	'windows-pass-repeated': {
		...reference,
		title: 'One settings element for each pass',
		message: 'The pass {pass} appears a second time here; one <settings> for each pass is usual.',
	},
	'windows-pass-misfit': {
		severity: 'error',
		grade: 'documented',
		source: "Microsoft's Unattended Windows Setup Reference: valid configuration passes",
		title: 'Settings stand in the pass that reads them',
		message: 'Not all settings here are read in the pass {pass}; {share} of them are in {fitting}.',
	},
	'windows-component-attribute': {
		...schema,
		title: 'A component has its four required attributes',
		message: '<component> needs the attribute {attribute}.',
	},
	'windows-attribute-unknown': {
		...schema,
		title: 'An attribute is one that its element has',
		message: '<{element}> has no attribute {name}.{hint}',
	},
	'windows-servicing-missing': {
		...schema,
		title: 'Packages under servicing are described completely',
		message: '<{element}> needs {missing}.',
	},
	'windows-servicing-value': {
		...schema,
		title: 'Attributes under servicing have the values that the schema knows',
		message: 'The attribute {name} of <{element}> must be {wanted}, not {value}.',
	},
	'windows-component-value': {
		...schema,
		title: 'Architecture and version scope are known ones',
		message: '{attribute} cannot be {value}; it is one of {known}.',
	},
	'windows-component-token': {
		...reference,
		title: "The public key token is that of Microsoft's components",
		message: 'The publicKeyToken of Windows components is {suggestion}, not {value}.',
	},
	'windows-component-language': {
		...reference,
		title: 'The language of a component is neutral',
		message: 'The language of Windows components is {suggestion}, not {value}.',
	},
	'windows-component-unknown': {
		...reference,
		title: 'The component is known',
		message: 'No component called {name} is known. Did you mean {suggestion}?',
	},
	'windows-component-misfit': {
		...documented,
		title: 'The settings of a component are its own',
		message: 'None of these settings is of {name}; they are settings of {suggestion}.',
	},
	'windows-component-unlisted': {
		severity: 'information',
		grade: 'inferred',
		source: "Microsoft's components, as listed by the unattend-generator project",
		title: 'The component is one of this release',
		message: 'No component called {name} is known in Windows Server 2016 and later; another release may have it.',
	},
	'windows-component-pass': {
		severity: 'error',
		grade: 'documented',
		source: "Microsoft's components and their passes, as listed by the unattend-generator project",
		title: 'A component stands in a pass that it has',
		message: '{name} has no settings in the pass {pass}, only in {passes}.',
	},
	'windows-component-repeated': {
		...reference,
		title: 'A component stands once in a pass',
		message: '{name} appears twice in the pass {pass} for the same architecture.',
	},
	'windows-architecture-mixed': {
		severity: 'warning',
		grade: 'inferred',
		source: 'Setup reads only the components of the architecture it installs',
		title: 'All components are of one architecture',
		message: 'This component is for {architecture} only; most of the file is for {usual}.',
	},
	'windows-setting-pass': {
		severity: 'error',
		grade: 'documented',
		source: "Microsoft's Unattended Windows Setup Reference: valid configuration passes",
		title: 'A setting stands in a pass that it has',
		message: '<{name}> is not read in the pass {pass}, only in {passes}.',
	},
	'windows-setting-unknown': {
		...documented,
		title: 'The setting is one that its place has',
		message: '<{name}> is not among the settings of {parent}.{hint}',
	},
	'windows-setting-twice': {
		...documented,
		title: 'A setting stands once',
		message: '<{name}> appears more than once here.',
	},
	'windows-text-stray': {
		...reference,
		title: 'No text between the elements of a group',
		message: 'Only elements are allowed in <{name}>, but this is text: {text}',
	},
	'windows-setting-missing': {
		...reference,
		title: 'Settings that belong together are all there',
		message: '<{name}> needs <{child}>.',
	},
	'windows-setting-empty': {
		...reference,
		title: 'A required setting is not empty',
		message: '<{name}> is empty; give it a value.',
	},
	'windows-setting-kind': {
		...reference,
		title: 'Groups hold settings, and settings hold text',
		message: '<{name}> is {kind} here.',
	},
	'windows-setting-deprecated': {
		severity: 'information',
		grade: 'inferred',
		source: "Microsoft's unattend reference",
		title: 'The setting is meant for use',
		message: '<{name}> is no longer meant for use: {why}.',
		tag: 'deprecated',
	},
	'windows-boolean': {
		...reference,
		title: 'A boolean is true or false',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'windows-integer': {
		...reference,
		title: 'A number is a whole number',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'windows-value': {
		...reference,
		title: 'The value is one of those that the setting takes',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'windows-macro-value': {
		...schema,
		title: 'A macro must bring a value that its place takes',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'windows-macro-choice': {
		...reference,
		title: 'Every choice of a macro fits its place',
		message: '{place} takes {expected}; {macro} {brings}.',
	},
	'windows-product-key': {
		...reference,
		title: 'A product key is five groups of five characters',
		message: 'A product key is {wanted}; {value} is not.',
	},
	'windows-computer-name': {
		...reference,
		title: 'A computer name is short and plain',
		message: 'A computer name is {wanted}; {value} is not.',
	},
	'windows-time-zone': {
		...reference,
		title: 'Time zones bear their Windows names',
		message: 'The time zone must be {wanted}, not {value}.',
	},
	'windows-locale': {
		...reference,
		title: 'Languages are written like en-US',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'windows-mac': {
		...reference,
		title: 'A MAC address is written with hyphens',
		message: '<{name}> must be {wanted}, not {value}.',
	},
	'windows-too-long': {
		...reference,
		title: 'A text is not longer than its setting takes',
		message: '<{name}> is {length} characters long; at most {max} are read.',
	},
	'windows-item-action': {
		...reference,
		title: 'Entries of a list say what is done with them',
		message: '<{name}> is an entry of a list and needs wcm:action="add".',
	},
	'windows-action-value': {
		...reference,
		title: 'wcm:action is add, modify or remove',
		message: 'wcm:action cannot be {value}; it is one of {known}.',
	},
	'windows-item-key': {
		...reference,
		title: 'Entries that are told apart by a key have one',
		message: '<{name}> is told apart from others by its key and needs wcm:keyValue.',
	},
	'windows-order-repeated': {
		...reference,
		title: 'Each entry has an Order of its own',
		message: 'Order {order} is given to two <{name}> of this list.',
	},
	'windows-entry-repeated': {
		...reference,
		title: 'Two entries of a list are not about the same thing',
		message: 'Two <{name}> of this list have the {key} {value}.',
	},
	'windows-password-plain': {
		severity: 'information',
		grade: 'inferred',
		source: 'The value stands readable in the file',
		title: 'A password is not readable in the file',
		message: 'This password is readable in the file; a macro keeps it out.',
	},
	'windows-password-encoding': {
		...reference,
		title: 'A password that is not plain text is encoded',
		message: 'PlainText is false, but this is not a password in Base64 of UTF-16 with {suffix} at its end.',
	},
	...windowsSetupRules,
} as const satisfies Record<string, Rule>;
