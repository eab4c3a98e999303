import type { Rule } from './rule';

/** What the schema does not see. */
export const beyond = { severity: 'warning', grade: 'inferred', source: 'AutoYaST guide' } as const;

/** Rules about drives and partitions of AutoYaST profiles. */
export const autoyastStorageRules = {
	'autoyast-mount': {
		...beyond,
		title: 'A mount point is an absolute path or swap',
		message: '{path} is not a mount point: those start with /, or are swap.',
	},
	'autoyast-mount-root': {
		...beyond,
		title: 'Something is mounted at /',
		message: 'Partitions are mounted, but none at /.',
	},
	'autoyast-volume-group': {
		...beyond,
		title: 'A volume group has a drive of its own',
		message: 'No drive of this profile is the volume group {group} (type CT_LVM or is_lvm_vg).',
	},
	'autoyast-array': {
		...beyond,
		title: 'An array has a drive of its own',
		message: 'No drive of this profile is the array {name} (type CT_MD).',
	},
	'autoyast-array-members': {
		...beyond,
		source: 'md(4): how many members an array needs',
		title: 'An array has enough members',
		message: '{level} needs at least {needed} members, and {name} has {found}.',
	},
	'autoyast-pool': {
		...beyond,
		title: 'A thin volume lies in a pool of its group',
		message: 'No volume of this group is the pool {name}: one with <pool>true</pool> is missing.',
	},
	'autoyast-device-parts': {
		...beyond,
		title: 'A volume group has partitions to lie on',
		message: 'No partition is in the volume group {name}: one with <lvm_group>{name}</lvm_group> is missing.',
	},
	'autoyast-size': {
		...beyond,
		title: 'A size is a number with a unit, max or auto',
		message: '{value} is not a size; write 10G, 512M, 50%, max or auto.',
	},
	'autoyast-drive-reuse': {
		...beyond,
		title: 'Partitions that are kept are not removed first',
		message: 'use is all, which removes every partition of this drive, but its partitions are not created again.',
	},
	'autoyast-drive-device': {
		severity: 'information',
		grade: 'documented',
		source: 'AutoYaST guide: device of a drive',
		title: 'A drive says which disk it is',
		message: 'This drive names no <device>: the installer takes the first disk that fits.',
	},
} as const satisfies Record<string, Rule>;
