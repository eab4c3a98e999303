import type { DesiredFile } from './sync/desiredFile';
import { applySync, prepareSync } from './sync/syncFiles';
import { memoryRecords } from './sync/uploadRecord';
import type { UploadedFile } from './uploadError';
import type { XClarityClient } from './xclarityClient';

export interface FileToUpload {
	readonly name: string;
	readonly text: string;
	readonly os?: string;
	readonly osrelease?: string;
	readonly description?: string;
	readonly deviceType?: string;
	/** How the person knows the file; only for messages and results. */
	readonly path?: string;
}

export interface UploadRequest {
	readonly config?: FileToUpload;
	readonly unattend?: FileToUpload;
	/** A file that is on the appliance already, to link a single file with. */
	readonly associatedFileId?: string;
	readonly method: 'content' | 'file';
}

export interface UploadProgress {
	readonly text: string;
	/** 0 to 100, of the whole upload. */
	readonly percent?: number;
}

export interface UploadOptions {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/**
 * Uploads one file, or a configuration file and an unattend file that are linked with each other in the end, beside
 * whatever is there. When this does not succeed, or is cancelled, what it has made is removed again. Remembers nothing:
 * see `prepareSync` for uploads that know what they sent before.
 * @returns the files in the order in which they were sent, as they are on the appliance.
 * @throws {UploadError} which says what is left on the appliance.
 */
export async function upload(
	client: XClarityClient,
	request: UploadRequest,
	options: UploadOptions = {},
): Promise<readonly UploadedFile[]> {
	const sync = { ...options, store: memoryRecords(), method: request.method };
	const prepared = await prepareSync(client, desiredFiles(request), sync);
	const { files, failures } = await applySync(client, prepared, sync);
	const [failure] = failures;
	if (failure) throw failure;
	return files.map(({ key: _, status: __, ...file }) => file);
}

/** The files of a request, linked as it says; within one request they are known by their kind. */
function desiredFiles({ config, unattend, associatedFileId: partnerId }: UploadRequest): DesiredFile[] {
	return [
		...(config ? [{ ...config, key: 'config', imageType: 'CONFIG' as const, ...(unattend ? {} : { partnerId }) }] : []),
		...(unattend
			? [
					{
						...unattend,
						key: 'unattend',
						imageType: 'UNATTEND' as const,
						...(config ? { partner: 'config' } : { partnerId }),
					},
				]
			: []),
	];
}
