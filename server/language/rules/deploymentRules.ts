import type { Rule } from './rule';

/** Rules about values files, and about an unattend file after its macros got their values. */
export const deploymentRules = {
	'values-syntax': {
		severity: 'error',
		grade: 'reference',
		source: 'RFC 8259; comments and trailing commas are allowed here',
		title: 'A values file must be JSON',
		message: 'This is not JSON: {problem}.',
	},
	'values-config-missing': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/values.schema.json',
		title: 'A values file names a configuration-settings file that exists',
		message: 'There is no file {path}.',
	},
	'values-config-unnamed': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/values.schema.json',
		title: 'A values file names its configuration-settings file',
		message: 'This file does not say whose settings it answers: "config" is missing.',
	},
	'values-key-unknown': {
		severity: 'warning',
		grade: 'reference',
		source: 'schemas/values.schema.json',
		title: 'A values file has the keys that its schema lists',
		message: '"{key}" means nothing here.{hint}',
	},
	'values-setting-unknown': {
		severity: 'warning',
		grade: 'reference',
		source: 'The configuration-settings file that the values file names',
		title: 'Values are for settings that the configuration-settings file declares',
		message: '{config} declares no setting {name} here.{hint}',
	},
	'values-shape': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/values.schema.json',
		title: 'A value has the shape of its setting',
		message: '{name} takes {expected}.',
	},
	'values-refused': {
		severity: 'error',
		grade: 'example',
		source: 'POST /osImages: choices and regex of the example file',
		title: 'A value is one that the deploy dialog takes',
		message: '{reason}',
	},
	'values-required': {
		severity: 'warning',
		grade: 'documented',
		source: 'LXCA: import custom settings',
		title: 'A required setting has a value',
		message: '{name} needs a value before a server can be deployed.',
	},
	'values-instances': {
		severity: 'error',
		grade: 'example',
		source: 'POST /osImages: minElements and maxElements of the example file',
		title: 'A list has as many entries as its setting allows',
		message: '{name} takes {bounds}; there are {count}.',
	},
	'preview-unresolved': {
		severity: 'error',
		grade: 'documented',
		source: 'LXCA: custom macros',
		title: 'Every macro of a finished file has a value',
		message: '{macro} stays as it is: {reason}.',
	},
	'preview-instance-absent': {
		severity: 'warning',
		grade: 'inferred',
		source: 'LXCA: custom macros; autoCreateInstance of the example file',
		title: 'A macro stands for an instance that there is',
		message:
			'Nobody has added the instance that {macro} stands for. The preview leaves its place empty; what an appliance does is not known.',
	},
} as const satisfies Record<string, Rule>;
