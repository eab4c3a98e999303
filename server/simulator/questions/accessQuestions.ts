import { amount, choice } from './question';

/** Who is let in, and what travels around every answer. */
export const accessQuestions = {
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
		['secure', 'plain', 'http-only', 'every'],
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
	licence: choice(
		['active', 'missing'],
		'Is the licence for operating-system deployment there? Without it every call below /osImages is refused.',
		'the 403 text of each page',
	),
	transfer: choice(
		['whole', 'chunked'],
		'Does an answer tell its length, or does it come in chunks?',
		'not documented',
	),
	connection: choice(['kept', 'closed'], 'Does the connection stay open after an answer?', 'not documented'),
	certificate: choice(
		['self-signed', 'internal-authority'],
		'Is the certificate of the server signed by itself, or by the appliance’s own authority?',
		'the page says both: self-signed, and that each appliance makes an authority of its own',
	),
} as const;
