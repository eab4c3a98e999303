import { choice } from './question';

/** How stored files are linked, changed and deleted. */
export const changeQuestions = {
	association: choice(
		['both', 'one', 'exclusive'],
		'Does naming the partner of one file also change the partner? With exclusive, it does, and whoever had that partner before loses it.',
		'not documented; the pages speak of one file at a time',
	),
	'clear-association': choice(
		['empty-string', 'null', 'absent', 'never'],
		'What in a PUT takes an association away?',
		'not documented',
	),
	'unknown-association': choice(
		['refused', 'ignored', 'kept'],
		'What happens when associatedFileId names no file of the other kind?',
		'not documented',
	),
	'put-association': choice(
		['top', 'inside', 'both'],
		'Where does the body of a PUT carry associatedFileId: beside the object of the file, or in it?',
		'the table of PUT /osImages/{id} lists it beside',
	),
	'put-object': choice(
		['config', 'optional', 'both'],
		'Which PUT has to carry the object of its file, with the content?',
		'required for CONFIG by the table of PUT /osImages/{id}; the row for UNATTEND is not readable',
	),
	'put-content': choice(
		['optional', 'required'],
		'Must the object of the file in a PUT have content?',
		'content is among the attributes of customConfigFile; which of them may be left out is not readable',
	),
	'put-missing': choice(
		['kept', 'cleared'],
		'What happens to the description when a PUT leaves it out?',
		'not documented',
	),
	'put-unattend-name': choice(
		['unattendFile', 'customUnattendFile', 'unattend'],
		'What is the object of an unattend file called in a PUT?',
		'by the pattern of customConfigFile; the row is not readable',
	),
	'put-reply': choice(
		['json', '204', 'empty'],
		'What does PUT /osImages/{id} answer: the envelope, 204, or 200 without a body?',
		'not readable',
	),
	'delete-status': choice(
		['200', '204'],
		'Does DELETE answer 200 with JSON, or 204 without a body?',
		'204 by the pages; Lenovo’s own client needs JSON',
	),
	'delete-in-use': choice(
		['allowed', 'refused', 'dangling', 'cascades', 'ignored'],
		'What happens when a file is deleted that another one is associated with: the other is released, the call is refused, the other keeps the id, the other is deleted too, or nothing happens and the answer is success?',
		'not documented',
	),
	'delete-missing': choice(['404', 'ignored'], 'What does DELETE say about an id that is not there?', 'not documented'),
} as const;
