/** What a host does around the work on a file, such as to say which one is read. Work inside other work comes here, too. */
export type AroundWork = <Result>(uri: string, work: () => Result) => Result;

let around: AroundWork | undefined;

/** From now on all work on files goes through here, in this thread; without it, nothing is done around it. */
export function setAroundWork(host: AroundWork | undefined): void {
	around = host;
}

/** Does work on the text of a document, or on anything else, which no host is told of. */
export function atWorkOn<Result>(subject: object, work: () => Result): Result {
	if (!around || !('uri' in subject) || typeof subject.uri !== 'string') return work();
	return around(subject.uri, work);
}
