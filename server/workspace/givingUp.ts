import type { AroundWork } from '../language/atWorkOn';
import { GivenUp } from './givenUp';
import type { TimeLimit } from './timeLimit';

/** Gives up a file that does not come back, wherever it is read: the work on it throws `GivenUp`. */
export interface GivingUp {
	readonly limit: TimeLimit;
	/** Hears which file is given up, and in which work of `oncePerVersion`, if in one. */
	readonly givenUp?: (uri: string, kept: object | undefined) => void;
	/** Whether work of `oncePerVersion` is known not to come back from a file: it is not begun then. */
	readonly isEndless?: (uri: string, kept: object) => boolean;
}

export function givingUp({ limit, givenUp, isEndless }: GivingUp): AroundWork {
	let current: { readonly uri: string; readonly kept: object | undefined } | undefined;
	return (uri, work, kept) => {
		if (kept && isEndless?.(uri, kept)) throw new GivenUp(uri);
		const outer = current;
		current = { uri, kept };
		try {
			if (outer !== undefined) return work();
			const outcome = limit(work);
			if (outcome) return outcome.value;
			// What was called off has not put back the file that it was in.
			const last = current;
			givenUp?.(last.uri, last.kept);
			throw new GivenUp(last.uri);
		} finally {
			current = outer;
		}
	};
}
