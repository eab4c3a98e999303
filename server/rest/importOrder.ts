import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FileFacts } from './fileImport';
import type { FileBody } from './multipart';
import { digestOf } from './sync/uploadFile';

/** A file of this machine, to be streamed. */
export interface LocalSource {
	readonly name: string;
	readonly file: string;
	/** Bytes. */
	readonly size: number;
	/** When it was last changed, in milliseconds since 1970; looked at for files that are too large to be read twice. */
	readonly modified: number;
}

/** Bytes read at once: a file of any size takes no more memory than a few of these. */
const chunk = 256 * 1024;

export const bodyOf = ({ file, size }: LocalSource): FileBody => ({
	size,
	read: () => createReadStream(file, { highWaterMark: chunk }),
});

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
}

/** Bytes of a file that is read once more, to see whether it is the same. */
export const largestRead = 64 * 1024 * 1024;

/** The same for the same file with the same facts. */
export async function stampOf({ facts, source, signature }: ImportOrder): Promise<string> {
	const { imageType, name, os, osrelease, description, deviceType } = facts;
	const files = await Promise.all([contentStamp(source), signature && contentStamp(signature)]);
	return JSON.stringify([imageType, name, os, osrelease, description, deviceType, ...files]);
}

async function contentStamp(source: LocalSource | RemoteSource): Promise<unknown> {
	if (!('file' in source)) return source;
	const { name, size, modified, file } = source;
	return size > largestRead ? [name, size, modified] : [name, size, digestOf(await readFile(file))];
}
