import { createReadStream } from 'node:fs';
import type { FileFacts } from '../../server/rest/fileImport';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import type { LocalSource, RemoteSource } from './importSource';

export interface ImportOrder {
	readonly facts: FileFacts;
	readonly source: LocalSource | RemoteSource;
	/** What is being done, with the share of it that is done, 0 to 1. */
	readonly onProgress: (what: 'sending' | 'importing', share: number) => void;
	/** Told when a job could not be cancelled after a failure. */
	readonly onLeftover: (jobId: string, reason: unknown) => void;
}

/** Bytes read at once: a file of any size takes no more memory than a few of these. */
const chunk = 256 * 1024;

/**
 * Sends a file, or has the appliance fetch it, and waits for the end of its job, whose id it gives. After a failure or
 * a cancellation the job is cancelled on the appliance, too.
 * @throws {XClarityError}
 */
export async function sendImport(client: XClarityClient, order: ImportOrder): Promise<string> {
	const { onProgress, onLeftover } = order;
	let begun: string | undefined;
	try {
		const { jobId } = await start(client, order, id => {
			begun = id;
		});
		await client.followTask(jobId, { onProgress: ({ percent = 0 }) => onProgress('importing', percent / 100) });
		return jobId;
	} catch (error) {
		const left = begun;
		// A job that has ended cannot be cancelled; what went wrong before is what counts.
		if (left !== undefined) {
			await client
				.withSignal(undefined)
				.cancelTask(left)
				.catch((reason: unknown) => onLeftover(left, reason));
		}
		throw error;
	}
}

function start(client: XClarityClient, { facts, source, onProgress }: ImportOrder, onJob: (jobId: string) => void) {
	if (!('file' in source)) {
		return client.importFromServer(facts, { serverId: source.serverId, path: source.path }, onJob);
	}
	return client.importByFile({
		...facts,
		onJob,
		body: { size: source.size, read: () => createReadStream(source.file, { highWaterMark: chunk }) },
		onSent: (sent, total) => onProgress('sending', sent / total),
	});
}
