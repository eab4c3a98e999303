import { createReadStream } from 'node:fs';
import type { FileFacts } from './fileImport';
import type { FileBody } from './multipart';
import type { XClarityClient } from './xclarityClient';

/** A file of this machine, to be streamed. */
export interface LocalSource {
	readonly name: string;
	readonly file: string;
	/** Bytes. */
	readonly size: number;
}

/** A file that the appliance fetches itself, from a remote file server in its own list. */
export interface RemoteSource {
	readonly name: string;
	readonly serverId: string;
	readonly path: string;
}

export interface ImportOrder {
	readonly facts: FileFacts;
	readonly source: LocalSource | RemoteSource;
	/** The signature of a local bundle, which goes into the same job. */
	readonly signature?: LocalSource | undefined;
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

function start(client: XClarityClient, order: ImportOrder, onJob: (jobId: string) => void) {
	const { facts, source, signature, onProgress } = order;
	if (!('file' in source)) {
		return client.importFromServer(facts, { serverId: source.serverId, path: source.path }, onJob);
	}
	return client.importByFile(
		{ ...facts, onJob, body: bodyOf(source), onSent: (sent, total) => onProgress('sending', sent / total) },
		signature && { imageType: 'BUNDLESIG', name: signature.name, body: bodyOf(signature) },
	);
}

const bodyOf = ({ file, size }: LocalSource): FileBody => ({
	size,
	read: () => createReadStream(file, { highWaterMark: chunk }),
});
