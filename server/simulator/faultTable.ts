interface FaultKind {
	/** What happens to a request that is met. */
	readonly effect: string;
	/** What `=VALUE` says, where there is one. */
	readonly value?: 'milliseconds' | 'url' | readonly [string, ...string[]];
}

/** What can go wrong on demand. The values of one kind that are listed start with its default. */
export const faultTable = {
	refuse: { effect: 'is refused with 403' },
	'401': { effect: 'gets 401, and its session is over' },
	licence: { effect: 'gets 403 with the message about the licence' },
	'404': { effect: 'gets 404, as if there were no such thing' },
	'500': { effect: 'gets 500' },
	'429': { effect: 'gets 429 and a page: there are too many requests' },
	'503': { effect: 'gets 503 and a page: the appliance does not serve' },
	gateway: {
		effect: 'is done, and a proxy on the way answers in its place, with a page',
		value: ['504', '502', '503'],
	},
	full: { effect: 'gets 403 with FQXHMFC0057M: the repository is full' },
	'session-limit': { effect: 'gets the refusal of a user with too many sessions' },
	redirect: { effect: 'is sent to another address with 307', value: 'url' },
	slow: { effect: 'is answered later', value: 'milliseconds' },
	'drop-before': { effect: 'loses its connection, and nothing was done' },
	'drop-after': { effect: 'loses its connection after everything was done' },
	truncated: { effect: 'is done, and its JSON ends half-way' },
	cut: { effect: 'is done, and the connection breaks in the middle of the answer' },
	html: { effect: 'is done, and a page comes where JSON belongs' },
	'odd-result': {
		effect: 'is done, and the result in its JSON is no text, speaks of a failure, or is missing',
		value: ['null', 'number', 'object', 'missing', 'failure'],
	},
	'null-lists': {
		effect: 'is done, and its lists are null: all, or those of unattend and configuration files',
		value: ['all', 'some'],
	},
	extra: { effect: 'is done, and its JSON has attributes that nobody expects' },
	frozen: { effect: 'is done, and gets what the first of these requests was told' },
	'stuck-job': { effect: 'starts a job that never ends' },
	'failed-job': { effect: 'starts a job that ends badly' },
	'wrong-certificate': {
		effect: 'meets a certificate that is not right; for the whole run',
		value: ['changed', 'expired', 'other-host'],
	},
} as const satisfies Readonly<Record<string, FaultKind>>;

export type FaultName = keyof typeof faultTable;

export const describeFaults = (): (FaultKind & { readonly name: FaultName })[] =>
	(Object.keys(faultTable) as FaultName[]).map(name => ({ name, ...faultTable[name] }));
