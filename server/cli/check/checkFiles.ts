import type { Workspace } from '../../workspace/workspace';
import type { FoundFile, Skipped } from '../findFiles';
import type { Terminal } from '../terminal';
import { type CheckRequest, checkFile, isSkipped } from './checkFile';
import { type Checked, CheckThreads } from './checkThreads';
import { Claims } from './claims';
import type { FileReport } from './report';

interface CheckOptions {
	/** What this thread reads files through; others read the disk. */
	readonly workspace: Workspace;
	readonly request: CheckRequest;
	/** How many threads check files: one is this one; over more, this one watches. */
	readonly threads: number;
	readonly terminal: Terminal;
}

/** Files for which a thread more is worth its start. */
const filesForThread = 50;

/** More would wait for the disk, and each keeps the language in memory once more. */
const mostThreads = 8;

/** How many threads check this many files fastest. */
export const threadsFor = (files: number, processors: number): number =>
	Math.max(1, Math.min(processors, mostThreads, Math.floor(files / filesForThread)));

/**
 * The reports on all files, in their order, whatever thread has checked them.
 * @throws {Error} of whichever thread failed: what it has not checked is not known to be right
 */
export async function checkFiles(
	files: readonly FoundFile[],
	{ workspace, request, threads, terminal }: CheckOptions,
): Promise<{ readonly reports: readonly FileReport[]; readonly skipped: readonly Skipped[] }> {
	const outcomes = new Map<number, Checked>();
	const claims = new Claims(files.length);
	const progress = (file: string): void =>
		terminal.progress(`checking ${outcomes.size + 1} of ${files.length}: ${file}`);
	const own = async (positions: Iterable<number>): Promise<void> => {
		for (const position of positions) {
			const found = files[position];
			if (!found) continue;
			progress(found.file);
			outcomes.set(position, await checkFile(workspace, found, request));
		}
	};
	const shared = { files, request, cwd: terminal.cwd, claims: claims.shared };
	const others = new CheckThreads(shared, threads > 1 ? threads : 0, (position, outcome) => {
		progress(files[position]?.file ?? '');
		outcomes.set(position, outcome);
	});
	try {
		// While the others start, this one checks a few, too: what is compiled for that is kept for the next run.
		const [first = []] = threads > 1 ? claims : [files.keys()];
		await Promise.all([own(first), others.finished]);
	} finally {
		claims.end();
		await others.end();
	}
	return inOrder(files, outcomes);
}

function inOrder(files: readonly FoundFile[], outcomes: ReadonlyMap<number, Checked>) {
	const reports: FileReport[] = [];
	const skipped: Skipped[] = [];
	for (const [position, { file }] of files.entries()) {
		if (!outcomes.has(position)) throw new Error(`${file} was not checked, and no thread says why.`);
		const outcome = outcomes.get(position);
		if (!outcome) continue;
		if (isSkipped(outcome)) skipped.push(outcome);
		else reports.push(outcome);
	}
	return { reports, skipped };
}
