import { parentPort, workerData } from 'node:worker_threads';
import { diskWorkspace } from '../diskWorkspace';
import { checkFile, isSkipped } from './checkFile';
import type { Checked, CheckedMessage, CheckThreadData, SentOutcome } from './checkThreads';
import { Claims } from './claims';

/** What a thread of `check` does: a fault in it ends it, and the thread that has started it is told. */
export async function runCheckThread(): Promise<void> {
	const { files, request, cwd, claims }: CheckThreadData = workerData;
	const workspace = diskWorkspace(cwd);
	for (const position of new Claims(claims)) {
		const found = files[position];
		const outcome = found && sent(await checkFile(workspace, found, request));
		parentPort?.postMessage({ position, outcome } satisfies CheckedMessage);
	}
}

function sent(outcome: Checked): SentOutcome {
	if (!outcome || isSkipped(outcome)) return outcome;
	const { document, ...report } = outcome;
	return { ...report, uri: document.uri, text: report.diagnostics.length > 0 ? document.getText() : '' };
}
