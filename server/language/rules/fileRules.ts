import type { Rule } from './rule';

/** Rules about a file as a whole, and what the appliance itself says about one. */
export const fileRules = {
	'file-unrecognised': {
		severity: 'error',
		grade: 'reference',
		source: 'the file itself',
		title: 'A file named for a check must be one that can be checked',
		message:
			'{file} is neither a configuration-settings file nor an unattend file that we know. Name the former *.xclarity.json, or list the file in xclarity.json.',
	},
	'file-binary': {
		severity: 'error',
		grade: 'reference',
		source: 'RFC 8259; XML 1.0, 2.2; pykickstart reads UTF-8',
		title: 'A file is text',
		message: 'This file is no text: it holds control characters, as programs, archives and damaged files do.',
	},
	'file-set-aside': {
		severity: 'error',
		grade: 'reference',
		source: 'the file itself',
		title: 'A file is checked whole or not at all',
		message: '{reason} It is not checked until it changes.',
	},
	'file-encoding': {
		severity: 'error',
		grade: 'reference',
		source: 'RFC 8259, section 8.1',
		title: 'JSON is written in UTF-8',
		message:
			'The file is in {encoding}; JSON is UTF-8. Save it as UTF-8; "xclarity check --fix" does it where no character is lost.',
	},
	'appliance-refused': {
		severity: 'error',
		grade: 'documented',
		source: 'POST /osImages/customSettings: errorReport',
		title: 'What the appliance itself found',
		message: 'The appliance says: {text}',
	},
} as const satisfies Record<string, Rule>;
