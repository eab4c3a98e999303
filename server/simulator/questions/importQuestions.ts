import { amount, choice } from './question';

/** What an import must say, and what becomes of it. */
export const importQuestions = {
	'refusal-status': choice(
		['403', '400', '500', '200'],
		'Which status does an import or change get whose arguments are refused?',
		'200, 403 and 500 are documented for POST /osImages',
	),
	'config-spelling': choice(
		['both', 'CONFIG', 'CUSTOM_CONFIG'],
		'Which imageType stands for a configuration-settings file?',
		'CONFIG in the tables, CUSTOM_CONFIG in the example and in Lenovo’s clients',
	),
	'content-form': choice(
		['any', 'string', 'json'],
		'Is the content of an import by content a text, or JSON itself?',
		'a string in the table, an array of objects in the example',
	),
	'content-import': choice(
		['job', 'at-once', 'refused'],
		'Does an import by content make a job, end at once, or not exist?',
		'a jobId is returned when a job is created; nothing says whether one is',
	),
	'import-status': choice(
		['200', '202', '201'],
		'Which status does an import get that is accepted?',
		'200 by the page of POST /osImages; 201 and 202 are in the table of status codes',
	),
	'import-check': choice(
		['at-once', 'in-job', 'off'],
		'When is a configuration-settings file checked on import: before the reply, in the job, never?',
		'not documented',
	),
	'import-association': choice(
		['read', 'ignored'],
		'Is associatedFileId read from an import by content?',
		'an attribute by the table; nothing shows that it links',
	),
	'reply-id': choice(
		['no', 'fileId', 'id'],
		'Does the reply to an import that ends at once name the new file, and as what?',
		'not documented',
	),
	'file-id': choice(
		['timestamp', 'random', 'uuid', 'digits', 'number'],
		'What is the id of a file: the time and the name, hexadecimal digits, a UUID, a count as text, a count as a number?',
		'the time and the name in two examples for scripts; assumed for the other kinds',
	),
	'same-second': choice(
		['next', 'same'],
		'Two imports of one name in one second, where the id is the time and the name: does the later get the next second, or the same id, in the place of the earlier?',
		'not documented',
	),
	'os-names': choice(
		['any', 'known'],
		'Which values of os are taken: any, or only those of supportedImages?',
		'the list of values is not readable',
	),
	'upload-osrelease': choice(
		['optional', 'required'],
		'Must the upload of an unattend file name the release?',
		'required by the table for import by content; Lenovo’s client leaves it out on upload',
	),
	'upload-association': choice(
		['ignored', 'read'],
		'Is associatedFileId read from the query of an upload?',
		'the table of the page is not readable',
	),
	'announced-size': choice(
		['refused', 'in-job', 'ignored'],
		'What happens when other bytes arrive than fileSize has announced: the upload is refused, its job ends badly, nothing?',
		'fileSize is an optional attribute; what it is for is not said',
	),
	'second-upload': choice(
		['refused', 'accepted'],
		'What happens on a second upload to a job that already has its file?',
		'not documented',
	),
	'same-name': choice(
		['allowed', 'refused', 'replaced'],
		'May two files of a kind have the same name?',
		'not documented; the ids carry the time',
	),
	'name-characters': choice(
		['any', 'plain'],
		'Which characters may a name have: any, or only letters, digits, dot, minus and underscore?',
		'not documented',
	),
	'stored-line-ends': choice(
		['kept', 'lf', 'crlf', 'not-last'],
		'Are the line ends of a text kept, made all the same, or dropped at its end?',
		'not documented',
	),
	'file-limit': amount(0, 'How many unattend and how many configuration files fit? 0: no limit.', 'not found'),
	'file-size-limit': amount(0, 'How many bytes may such a file have? 0: no limit.', 'not found'),
	'image-limit': amount(
		5,
		'How many operating-system images fit?',
		'5 in the text of FQXHMFC0057M, 10 on an older page',
	),
} as const;
