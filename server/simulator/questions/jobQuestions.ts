import { amount, choice } from './question';

/** How a job is named and followed. */
export const jobQuestions = {
	'job-key': choice(
		['jobId', 'jobID', 'taskid'],
		'What is the job called in a reply?',
		'jobId by the page of POST /osImages, jobID by that of GET /osImages/{id}; the job is then looked up under /tasks',
	),
	'job-id': choice(
		['string', 'number', 'path'],
		'Is the job in a reply a string of digits, a number, or a path?',
		'a string by the page; numbers in examples; always put back as it came',
	),
	'job-looks': amount(
		0,
		'How often does GET /tasks show a job as running before it ends? 0: only its time counts.',
		'not documented',
	),
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
	'cancel-reply': choice(
		['empty', 'json', '204'],
		'What does PUT /tasks answer?',
		'an empty reply by the page; the status of it is not readable',
	),
} as const;
