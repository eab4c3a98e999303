import { atWorkOn } from './atWorkOn';

interface Kept<Result> {
	readonly version: unknown;
	readonly state: readonly unknown[];
	readonly result: Result;
}

/** Results by the work that has made them. */
type Results = Map<object, Kept<unknown>>;

/**
 * Where a subject has its results. In a WeakMap they would outlive it until the next full collection: a quick one
 * passes over what such a map holds, and a check of many files makes little else.
 */
const results = Symbol('results');

/**
 * Work whose result is kept: done once for each subject, and anew when a document has another version or when what
 * else the work depends on is not the same. Nothing is kept longer than its subject. Whoever wants to know learns which
 * document the work is on, also where it reads a file beside the one that it was asked about.
 * @param work must depend on nothing but its arguments
 * @param stateOf what the result depends on besides the subject, as a list of plain values and objects that stand for
 * themselves; a document in it counts with its version. The arguments themselves when left out.
 */
export function oncePerVersion<Subject extends object, Others extends readonly unknown[], Result>(
	work: (subject: Subject, ...others: Others) => Result,
	stateOf: (...others: Others) => readonly unknown[] = (...others) => others,
): (subject: Subject, ...others: Others) => Result {
	return (subject, ...others) => {
		const kept = resultsOf(subject);
		const version = versionOf(subject);
		const state = others.length === 0 ? none : withVersions(stateOf(...others));
		// Nothing but this work puts anything there under its name.
		const last = kept.get(work) as Kept<Result> | undefined;
		if (last && last.version === version && isSame(last.state, state)) return last.result;
		const result = atWorkOn(subject, () => work(subject, ...others), work);
		kept.set(work, { version, state, result });
		return result;
	};
}

function resultsOf(subject: object & { readonly [results]?: Results }): Results {
	const known = subject[results];
	if (known) return known;
	const made: Results = new Map();
	// A copy with other contents must not have them, and `...` copies only what is enumerable.
	Object.defineProperty(subject, results, { value: made });
	return made;
}

const none: readonly unknown[] = [];

/** Lists are compared by their items, documents by their identity and version. */
function withVersions(given: readonly unknown[], state: unknown[] = []): unknown[] {
	for (const value of given) {
		if (Array.isArray(value)) {
			state.push(value.length);
			withVersions(value, state);
		} else state.push(value, versionOf(value));
	}
	return state;
}

const versionOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
	a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
