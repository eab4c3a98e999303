import { fileURLToPath } from 'node:url';
import type { AroundWork } from '../language/atWorkOn';
import { longestFile, type TimeLimit, timeLimit } from '../workspace/timeLimit';
import { UsageError } from './usageError';

/** A file from which the work on it did not come back. Where nobody goes on without it, it ends the command. */
export class GivenUp extends UsageError {
	/** URI of the file that was read then, which may be another one than the one that was asked about. */
	readonly uri: string;
	/** As a person knows it. */
	readonly file: string;

	constructor(uri: string) {
		const file = uri.startsWith('file:') ? fileURLToPath(uri) : uri;
		super(`Reading ${file} took so long that it was given up.`);
		this.uri = uri;
		this.file = file;
	}
}

/** Gives up a file that a command does not come back from, wherever it reads it: the work on it throws `GivenUp`. */
export function givingUp(limit: TimeLimit = timeLimit(longestFile)): AroundWork {
	let current: string | undefined;
	return (uri, work) => {
		const outer = current;
		current = uri;
		try {
			if (outer !== undefined) return work();
			const outcome = limit(work);
			if (outcome) return outcome.value;
			// What was called off has not put back the file that it was in.
			throw new GivenUp(current);
		} finally {
			current = outer;
		}
	};
}
