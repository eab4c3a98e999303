import type { Rule } from './rule';

/** Rules about every unattend file: what the appliance asks of it. */
export const unattendRules = {
	'unattend-encoding': {
		severity: 'warning',
		grade: 'inferred',
		source: 'the examples of the installers',
		title: 'An unattend file is written in UTF-8',
		message:
			'The file is in {encoding}, which an installer may read as something else. Save it as UTF-8; "xclarity check --fix" does it where no character is lost.',
	},
	'unattend-empty': {
		severity: 'warning',
		grade: 'inferred',
		source: 'the guides of the installers: what no file answers, they ask',
		title: 'An unattend file says something',
		message: 'The file is empty: it answers nothing that the installer asks.',
	},
	'unattend-suppression-unknown': {
		severity: 'information',
		grade: 'reference',
		source: 'docs/rules',
		title: 'A comment that switches rules off names rules that exist',
		message: 'There is no rule {rule}.{hint}',
	},
	'unattend-hook-missing': {
		severity: 'warning',
		grade: 'documented',
		source: 'LXCA: importing unattend files (RHEL, Rocky Linux)',
		title: 'A kickstart file has the macros that the appliance recommends',
		message:
			'The appliance recommends {macros} in a kickstart file: it puts its own sections there, before those of the file.',
	},
	'unattend-hook-absent': {
		severity: 'information',
		grade: 'inferred',
		source: 'LXCA: importing unattend files (RHEL, Rocky Linux)',
		title: 'An unattend file has the macros that the appliance recommends for kickstart files',
		message:
			'The appliance recommends {macros} in kickstart files; for this kind of file it says nothing that we know of, but they probably serve here as well.',
	},
	'unattend-hook-place': {
		severity: 'warning',
		grade: 'inferred',
		source: 'LXCA: importing unattend files',
		title: 'Macros for which the appliance puts in sections stand by themselves',
		message: '#{macro}# stands for whole sections of the appliance and cannot work here: {reason}.',
	},
	'unattend-hook-repeated': {
		severity: 'information',
		grade: 'believed',
		source: 'no page shows the same one twice',
		title: 'A macro for which the appliance puts in sections stands once in a file',
		message: '#{macro}# stands here a second time; the appliance would put in its sections twice.',
	},
	'unattend-macro-system': {
		severity: 'warning',
		grade: 'inferred',
		source: 'LXCA: predefined macros page',
		title: 'Predefined macros belong to the operating system of the file',
		message: '#{macro}# is only for {systems}.',
	},
	'unattend-file-ending': {
		severity: 'warning',
		grade: 'documented',
		source: 'LXCA: importing unattend files; LXCA REST: files/osImages',
		title: 'The name of the file ends as the appliance expects',
		message: 'The appliance takes files of this kind with the ending {accepted}, not {ending}.',
	},
	'unattend-system-unsupported': {
		severity: 'warning',
		grade: 'documented',
		source: 'LXCA: importing unattend files',
		title: 'The operating system takes unattend files',
		message: 'The link says {os}, and for that system the appliance takes no unattend files.',
	},
	'unattend-system-mismatch': {
		severity: 'warning',
		grade: 'documented',
		source: 'LXCA: importing unattend files',
		title: 'The kind of the file is that of its operating system',
		message: 'The link says {os}, for which the appliance takes {wanted}; this is {found}.',
	},
	'unattend-release-mismatch': {
		severity: 'warning',
		grade: 'inferred',
		source: 'schemas/operating-systems.json; the appliance may know more releases',
		title: 'The release of a link is one of its operating system',
		message: 'The link says release {release}, which is one of {other}; this file is for {system}.',
	},
} as const satisfies Record<string, Rule>;
