/** Public pages and client code that a switch stands on; the short names are explained in docs/simulator.md. */
type Source = string;

interface Choice<Values extends readonly string[]> {
	readonly values: Values;
	readonly question: string;
	readonly source: Source;
}

interface Amount {
	readonly values: 'number';
	readonly preset: number;
	readonly question: string;
	readonly source: Source;
}

/** The first value is the default. */
const choice = <const Values extends readonly [string, ...string[]]>(
	values: Values,
	question: string,
	source: Source,
): Choice<Values> => ({ values, question, source });

const amount = (preset: number, question: string, source: Source): Amount => ({
	values: 'number',
	preset,
	question,
	source,
});

/**
 * One row for each thing that nobody outside knows about a real appliance, or that its documentation says twice
 * and differently. A client is right when it works with every value.
 */
export const switchTable = {
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
	'list-content': choice(['no', 'yes'], 'Does an entry of the lists carry the content of the file?', 'not documented'),
	'list-size': choice(
		['number', 'string', 'no'],
		'Does an entry carry the size, and as what?',
		'an integer in bootFiles; not known for the other lists',
	),
	'list-association': choice(
		['associatedFileId', 'associatedFileIds', 'no'],
		'How does an entry show the file it is associated with: one id, an array of ids, not at all?',
		'not documented',
	),
	association: choice(
		['both', 'one'],
		'Does naming the partner of one file also change the partner?',
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
	'put-unattend-name': choice(
		['unattendFile', 'customUnattendFile', 'unattend'],
		'What is the object of an unattend file called in a PUT?',
		'by the pattern of customConfigFile; the row is not readable',
	),
	'delete-status': choice(
		['200', '204'],
		'Does DELETE answer 200 with JSON, or 204 without a body?',
		'204 by the pages; Lenovo’s own client needs JSON',
	),
	'delete-in-use': choice(
		['allowed', 'refused', 'dangling'],
		'What happens when a file is deleted that another one is associated with: the other is released, the call is refused, or the other keeps the id?',
		'not documented',
	),
	'cancel-reply': choice(
		['empty', 'json', '204'],
		'What does PUT /tasks answer?',
		'an empty reply by the page; the status of it is not readable',
	),
	logout: choice(
		['json', '204', 'ignored'],
		'What does DELETE /sessions answer, and does the session end?',
		'JSON by the page; a third party found builds that ignore it',
	),
	'bad-login-status': choice(
		['403', '401', '400'],
		'Which status does a wrong password get?',
		'400 by the page, 403 in the Ruby client, 401 in the table of status codes',
	),
	'failure-result': choice(
		['failed', 'failure'],
		'Which word does a refusal carry as its result?',
		'failed by the pages; failure in an imitation of a reply',
	),
	'csrf-check': choice(
		['changes', 'every', 'off'],
		'Which requests of a cookie session must carry X-Csrf-Token: those that change something, every one, none?',
		'“each request” by the page; what is checked is not documented',
	),
	'csrf-status': choice(
		['403', '401', '400'],
		'Which status does a missing or wrong X-Csrf-Token get?',
		'not documented',
	),
	'basic-authentication': choice(
		['accepted', 'refused'],
		'Does the appliance take HTTP basic authentication?',
		'four independent clients use it; no page mentions it',
	),
	cookies: choice(
		['secure', 'plain', 'http-only'],
		'Which attributes do the cookies carry besides Path=/?',
		'not documented',
	),
	'password-expired': choice(
		['no', 'told', 'enforced'],
		'Is the password expired, and does the appliance refuse other calls then?',
		'only pwChangeRequired in the reply of the log-in is documented',
	),
	'session-limit': amount(
		20,
		'How many sessions may a user have at once? 0: no limit.',
		'a limit exists; its number is not readable',
	),
	'refusal-status': choice(
		['403', '400', '500', '200'],
		'Which status does an import or change get whose arguments are refused?',
		'200, 403 and 500 are documented for POST /osImages',
	),
	licence: choice(
		['active', 'missing'],
		'Is the licence for operating-system deployment there? Without it every call below /osImages is refused.',
		'the 403 text of each page',
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
	'import-check': choice(
		['at-once', 'in-job', 'off'],
		'When is a configuration-settings file checked on import: before the reply, in the job, never?',
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
	'second-upload': choice(
		['refused', 'accepted'],
		'What happens on a second upload to a job that already has its file?',
		'not documented',
	),
	'job-id': choice(['string', 'number'], 'Is jobId a string or a number?', 'a string by the page; numbers in examples'),
	'job-result': choice(
		['no', 'attribute', 'args'],
		'How does a finished job name the new file: not at all, as fileId, in args?',
		'the reply is beyond the readable part of the page',
	),
	'task-complete': choice(
		['boolean', 'string', 'no'],
		'What is the type of complete in a task, if it is there?',
		'the name is confirmed, the type is not',
	),
	'task-states': choice(
		['words', 'upper', 'joined'],
		'How are the states of a task spelled: Stopped_With_Error, STOPPED_WITH_ERROR, StoppedWithError?',
		'names from the filters of Lenovo’s client',
	),
	'unknown-task': choice(
		['404', 'empty'],
		'What does GET /tasks/{list} answer for a job that is not there: 404, or a shorter array?',
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
	'file-limit': amount(0, 'How many unattend and how many configuration files fit? 0: no limit.', 'not found'),
	'file-size-limit': amount(0, 'How many bytes may such a file have? 0: no limit.', 'not found'),
	'image-limit': amount(
		5,
		'How many operating-system images fit?',
		'5 in the text of FQXHMFC0057M, 10 on an older page',
	),
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
	certificate: choice(
		['self-signed', 'internal-authority'],
		'Is the certificate of the server signed by itself, or by the appliance’s own authority?',
		'the page says both: self-signed, and that each appliance makes an authority of its own',
	),
} as const;
