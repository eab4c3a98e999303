import { choice } from './question';

/** Custom profiles, and the check of configuration-settings files. */
export const profileQuestions = {
	'profile-unattend': choice(
		['unattendOptions', 'customUnattendOptions'],
		'Which object of customizationOptions holds the unattend files of a profile?',
		'by the pattern of bootOptions and customConfigOptions; the row of POST /osImages/{id} is not readable',
	),
	'profile-build': choice(
		['job', 'at-once'],
		'Does POST /osImages/{id} make a job, or is the profile there at once?',
		'not readable',
	),
	'profile-id': choice(['no', 'yes'], 'Does the reply of POST /osImages/{id} name the new profile?', 'not readable'),
	'profile-files': choice(
		['shown', 'hidden'],
		'Does GET /osImages show customizationOptions for a profile?',
		'the pages name customizationOptions of a profile; where they are listed is not readable',
	),
	'settings-body': choice(
		['both', 'array', 'object'],
		'Is the body of POST /osImages/customSettings an array around the object?',
		'an object in the table, an array in the example',
	),
	'settings-status': choice(
		['200', '400', '403'],
		'Which status does POST /osImages/customSettings give for a file with errors?',
		'not readable',
	),
	'settings-macros': choice(
		['names', 'objects', 'hashes'],
		'How are customMacros listed: names, objects with macroName, names between hashes?',
		'the example is beyond the readable part; predefined macros are objects with macroName',
	),
	'settings-report': choice(
		['objects', 'strings', 'text'],
		'What is errorReport: objects with a place, sentences, one text?',
		'“the errors and their places” by the page; the example is not readable',
	),
} as const;
