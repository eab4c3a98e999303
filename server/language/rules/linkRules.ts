import type { Rule } from './rule';

/** Rules about `xclarity.json` and the links it declares. */
export const linkRules = {
	'link-ambiguous': {
		severity: 'warning',
		grade: 'inferred',
		source: 'POST /osImages: associatedFileId is one id',
		title: 'An unattend file belongs to one configuration-settings file',
		message: '{unattend} is linked with several configuration-settings files: {configs}. The first one is used.',
	},
	'link-config-unreadable': {
		severity: 'warning',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'The linked configuration-settings file exists and can be read',
		message: '{config}, with which this file is linked, cannot be read: its macros are not checked.',
	},
	'link-syntax': {
		severity: 'error',
		grade: 'reference',
		source: 'RFC 8259; comments and trailing commas are allowed here',
		title: 'xclarity.json must be JSON',
		message: 'This is not JSON: {problem}.',
	},
	'link-repeated': {
		severity: 'warning',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'One link speaks of an unattend file',
		message: '{unattend} is named by an earlier link; this one does not count for it.',
	},
	'link-config-missing': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'A link names a configuration-settings file that exists',
		message: 'There is no file {path}.{hint}',
	},
	'link-no-match': {
		severity: 'warning',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'A path or pattern of a link matches some file',
		message: '{path} matches no file.{hint}',
	},
	'link-path-outside': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: "Paths are relative and stay in the manifest's folder",
		message: '{path} leads out of the folder of this file; paths are relative to it.',
	},
	'link-pattern': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'A pattern is of moderate size',
		message: 'This pattern is too long or has too many stars; name the folders instead.',
	},
	'link-value': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'A value of xclarity.json has the type that its key asks for',
		message: '{key} must be {expected}.',
	},
	'link-key-missing': {
		severity: 'error',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'A link names an unattend file and a configuration-settings file',
		message: 'This link lacks "{key}".',
	},
	'link-key-unknown': {
		severity: 'warning',
		grade: 'reference',
		source: 'schemas/xclarity.schema.json',
		title: 'xclarity.json has the keys that its schema lists',
		message: '"{key}" means nothing here.{hint}',
	},
	'link-rule-unknown': {
		severity: 'warning',
		grade: 'reference',
		source: 'docs/rules',
		title: 'Severities are set for rules that exist',
		message: 'There is no rule {rule}.{hint}',
	},
} as const satisfies Record<string, Rule>;
