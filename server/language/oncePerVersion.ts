import { atWorkOn } from './atWorkOn';

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
	const kept = new WeakMap<Subject, { readonly state: readonly unknown[]; readonly result: Result }>();
	return (subject, ...others) => {
		const state: unknown[] = [versionOf(subject)];
		addVersions(state, stateOf(...others));
		const last = kept.get(subject);
		if (last && isSame(last.state, state)) return last.result;
		const result = atWorkOn(subject, () => work(subject, ...others));
		kept.set(subject, { state, result });
		return result;
	};
}

/** Lists are compared by their items, documents by their identity and version. */
function addVersions(state: unknown[], given: readonly unknown[]): void {
	for (const value of given) {
		if (Array.isArray(value)) {
			state.push(value.length);
			addVersions(state, value);
		} else state.push(value, versionOf(value));
	}
}

const versionOf = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
	a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
