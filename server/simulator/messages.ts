import type { WireMessage } from '../rest/wire';

type MessageText = Readonly<Record<'text' | 'explanation' | 'recovery', string>>;

/**
 * What the simulator says, by id. The first three ids are the vendor's. The 9xxx ones are invented, in a range where
 * none of the vendor's was found; they keep the grammar of its ids, so that a client meets the right form.
 */
const catalogue = {
	FQXHMSE0001I: {
		text: 'The request completed successfully.',
		explanation: 'The request completed successfully.',
		recovery: 'Information only. No action is required.',
	},
	FQXHMSE0291J: {
		text: 'The log-in request could not be completed.',
		explanation: 'The user name or the password is not valid.',
		recovery: 'Log in with the right user name and password, or ask an administrator to reset the password.',
	},
	FQXHMFC0057M: {
		text: 'The repository already holds as many operating-system images as it can.',
		explanation: 'The management server supports at most {limit} imported operating-system images.',
		recovery: 'Delete an operating-system image, then import this one again.',
	},
	FQXHMSE9001M: {
		text: 'The request is not authenticated.',
		explanation: 'It carries neither a session that is still open nor a valid user name and password.',
		recovery: 'Log in and repeat the request.',
	},
	FQXHMSE9002M: {
		text: 'The request does not carry the token of its session.',
		explanation: 'The header X-Csrf-Token is missing or is not the value of the csrf cookie.',
		recovery: 'Send the value of the csrf cookie as X-Csrf-Token.',
	},
	FQXHMSE9003M: {
		text: 'The user has too many sessions.',
		explanation: 'User {user} already has {limit} open sessions.',
		recovery: 'Log out of a session, or wait until one ends.',
	},
	FQXHMSE9004M: {
		text: 'The password has expired.',
		explanation: 'User {user} has to change the password before anything else.',
		recovery: 'Change the password on the web page of the management server.',
	},
	FQXHMSE9005M: {
		text: 'The user may not do this.',
		explanation: 'User {user} lacks the privilege {privilege}.',
		recovery: 'Use a user with the role lxc-os-admin, or ask an administrator for the privilege.',
	},
	FQXHMFC9001M: {
		text: 'Operating-system deployment is not licensed.',
		explanation: 'No active licence for the advanced functions was found.',
		recovery: 'Check the licences of the managed servers.',
	},
	FQXHMFC9002M: {
		text: 'The request cannot be understood.',
		explanation: '{reason}',
		recovery: 'Correct the request and send it again.',
	},
	FQXHMFC9003M: {
		text: 'There is nothing with this id.',
		explanation: '{reason}',
		recovery: 'Read the list again and use an id from it.',
	},
	FQXHMFC9010M: {
		text: 'The configuration-settings file is not valid.',
		explanation: '{reason}',
		recovery: 'Correct the file and import it again.',
	},
	FQXHMFC9011M: {
		text: 'The file cannot be imported.',
		explanation: '{reason}',
		recovery: 'Correct the import and try again.',
	},
	FQXHMFC9012M: {
		text: 'The repository is full.',
		explanation: '{reason}',
		recovery: 'Delete a file that is no longer needed and import this one again.',
	},
	FQXHMFC9013M: {
		text: 'The file cannot be changed.',
		explanation: '{reason}',
		recovery: 'Correct the request and send it again.',
	},
	FQXHMFC9014M: {
		text: 'The file is in use.',
		explanation: '{reason}',
		recovery: 'Take the association away first, then delete the file.',
	},
	FQXHMFC9020M: {
		text: 'The job does not accept this.',
		explanation: '{reason}',
		recovery: 'Start a new job.',
	},
	FQXHMFC9500M: {
		text: 'An internal error occurred.',
		explanation: '{reason}',
		recovery: 'Repeat the request; if the error stays, look at the log of the management server.',
	},
} as const satisfies Readonly<Record<string, MessageText>>;

export type MessageId = keyof typeof catalogue;

/** A message as a reply carries it; `{name}` in its words is replaced by the fact of that name. */
export function message(id: MessageId, facts: Readonly<Record<string, string | number>> = {}): WireMessage {
	const texts: MessageText = catalogue[id];
	const fill = (text: string): string =>
		text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
	return {
		id,
		text: fill(texts.text),
		explanation: fill(texts.explanation),
		recovery: { text: fill(texts.recovery), URL: '' },
	};
}
