import { fileURLToPath } from 'node:url';
import type { AroundWork } from '../language/atWorkOn';
import { givingUp } from '../workspace/givingUp';
import { longestFile, type TimeLimit, timeLimit } from '../workspace/timeLimit';

/**
 * Work on files for one command, which gives up those that do not come back. What every file beside such a one would ask
 * of it is not begun again: each of them would wait as long.
 */
export function workOfCommand(limit: TimeLimit = timeLimit(longestFile)): AroundWork {
	const endless = new WeakMap<object, Set<string>>();
	return givingUp({
		limit,
		isEndless: (uri, kept) => endless.get(kept)?.has(uri) === true,
		givenUp(uri, kept) {
			if (kept) endless.set(kept, new Set(endless.get(kept)).add(uri));
		},
	});
}

/** A file that was given up, as a person knows it. */
export const shownFile = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : uri);
