/**
 * What a host does around the work on a file, such as to say which one is read. Work inside other work comes here, too.
 * Work whose result is kept comes with what stands for it: the same for each file that it is done on.
 */
export type AroundWork = <Result>(uri: string, work: () => Result, kept?: object) => Result;

const host = Symbol('host');

interface Hosted {
	readonly uri?: unknown;
	readonly [host]?: AroundWork;
}

/** From now on all work on this document goes through its host; a document that has one keeps it. */
export function hosted<Document extends object>(document: Document & Hosted, around: AroundWork | undefined): Document {
	if (around && !document[host]) Object.defineProperty(document, host, { value: around });
	return document;
}

/** Gives a copy of a document the same host. */
export const hostedLike = <Document extends object>(document: object & Hosted, copy: Document): Document =>
	hosted(copy, document[host]);

/** Does work on the text of a document, or on anything else, which no host is told of. */
export function atWorkOn<Result>(subject: object & Hosted, work: () => Result, kept?: object): Result {
	const around = subject[host];
	return around && typeof subject.uri === 'string' ? around(subject.uri, work, kept) : work();
}
