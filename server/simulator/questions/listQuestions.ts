import { choice } from './question';

/** What `GET /osImages` shows. */
export const listQuestions = {
	'unattend-list': choice(
		['unattendFiles', 'unattendfiles', 'customUnattendFiles'],
		'What is the list of unattend files called in the reply of GET /osImages?',
		'name beyond the readable part of the page; by the pattern of bootFiles and softwareFiles',
	),
	'config-list': choice(
		['customConfigFiles', 'configFiles', 'configurationFiles'],
		'What is the list of configuration-settings files called in the reply of GET /osImages?',
		'name beyond the readable part of the page; by the pattern of bootFiles and softwareFiles',
	),
	'macro-list': choice(
		['predefinedMacros', 'macros'],
		'What is the list of predefined macros called in the reply of GET /osImages?',
		'a reply pasted in public, cut before the name',
	),
	'empty-list': choice(
		['array', 'null', 'absent'],
		'How does the reply of GET /osImages show a list without entries: an empty array, null, not at all?',
		'softwareFiles is an empty array in a reply pasted in public; not known for the other lists',
	),
	'list-content': choice(['no', 'yes'], 'Does an entry of the lists carry the content of the file?', 'not documented'),
	'list-size': choice(
		['number', 'string', 'no', 'kib', 'mb', 'text'],
		'Does an entry carry the size: bytes as a number or a string, not at all, whole KiB, MB, a text for people?',
		'an integer in bootFiles; not known for the other lists',
	),
	'list-description': choice(
		['shown', 'hidden', 'dropped'],
		'Does an entry carry the description: yes, no although it is kept, or is it not kept at all?',
		'shown for bootFiles; not known for the other lists',
	),
	'list-modified': choice(
		['no', 'iso', 'epoch'],
		'Does an entry tell when the file was last changed: not at all, as text, as milliseconds?',
		'not documented',
	),
	'list-version': choice(
		['given', 'counted', 'no'],
		'What is the version of an entry: what a PUT gave, a count of the changes, or is there none?',
		'version is an attribute of customConfigFile in a PUT and “1” in a real list of drivers',
	),
	'list-association': choice(
		['associatedFileId', 'associatedFileIds', 'commas', 'first', 'no'],
		'How does an entry show what it is associated with: its own partner, an array of all, a text of all, the first, not at all?',
		'not documented; that one file may show several is inferred from the plural of other attributes',
	),
	'no-association': choice(
		['empty', 'null', 'absent'],
		'How does an entry show that there is no associated file?',
		'not documented',
	),
} as const;
