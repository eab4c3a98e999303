import type { UnattendSource } from './unattendSource';

/** The same work, done once for each source: a source stays the same object as long as nothing about it changes. */
export function oncePerSource<Result extends object>(
	work: (source: UnattendSource) => Result,
): (source: UnattendSource) => Result {
	const done = new WeakMap<UnattendSource, Result>();
	return source => {
		const known = done.get(source);
		if (known !== undefined) return known;
		const result = work(source);
		done.set(source, result);
		return result;
	};
}
