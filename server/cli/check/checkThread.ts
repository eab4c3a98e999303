import { parentPort, workerData } from 'node:worker_threads';
import { diskWorkspace } from '../diskWorkspace';
import { checkFile, isSkipped } from './checkFile';
import { type Checked, type CheckedMessage, type CheckThreadData, nowhere, type SentOutcome } from './checkThreads';
import { Claims } from './claims';

/** What a thread of `check` does: a fault in it ends it, and the thread that has started it is told. */
export async function runCheckThread(): Promise<void> {
	const data: CheckThreadData = workerData;
	// To be called off within this thread takes another thread for each look at a file: as long as the check of a small one.
	const isWatched = data.left.length === 0;
	const workspace = diskWorkspace(data.cwd, isWatched ? { aroundWork: undefined } : {});
	const check = async (positions: readonly number[]): Promise<void> => {
		const outcomes: [number, SentOutcome][] = [];
		for (const position of positions) {
			if (isWatched) Atomics.store(data.at, 0, position);
			const found = data.files[position];
			outcomes.push([position, found && sent(await checkFile(workspace, found, data.request))]);
		}
		Atomics.store(data.at, 0, nowhere);
		parentPort?.postMessage(outcomes satisfies CheckedMessage);
	};
	await check(data.left);
	for (const positions of new Claims(data.claims)) await check(positions);
}

function sent(outcome: Checked): SentOutcome {
	if (!outcome || isSkipped(outcome)) return outcome;
	const { document, ...report } = outcome;
	return { ...report, uri: document.uri, text: report.diagnostics.length > 0 ? document.getText() : '' };
}
