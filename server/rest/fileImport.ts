import type { FileBody } from './multipart';
import { type ImageType, type JsonObject, type RelinkRequest, readJobId, type UploadQuery } from './wire';

/** What is known of a file besides its bytes. */
export interface FileFacts {
	readonly imageType: ImageType;
	readonly name: string;
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
	/** `hba`, `nic` and `other` have been seen. */
	readonly deviceType?: string | undefined;
}

/** What says of an upload what it is. */
export const uploadQuery = (
	{ imageType, name, os, osrelease, description, deviceType }: FileFacts,
	jobId: string,
): UploadQuery => ({ jobId, imageName: name, imageType, os, description, osrelease, deviceType });

export interface ContentImport extends FileFacts {
	readonly imageType: 'CONFIG' | 'UNATTEND';
	readonly content: string;
	readonly associatedFileId?: string | undefined;
}

export interface FileImport extends FileFacts {
	readonly body: FileBody;
	/** Bytes of the request sent so far, and in all. */
	readonly onSent?: ((sent: number, total: number) => void) | undefined;
	/** The job, as soon as there is one: who cancels needs to know it. */
	readonly onJob?: ((jobId: string) => void) | undefined;
}

export interface Relink {
	readonly imageType: 'CONFIG' | 'UNATTEND';
	/** '' for none. */
	readonly associatedFileId: string;
	/** Required by the appliance for CONFIG. */
	readonly content?: string | undefined;
	readonly description?: string | undefined;
	/** Counted from 1: from the second one on, another name is tried for what has several. */
	readonly attempt?: number | undefined;
}

/** The place of the partner's id is documented as beside the object; one inside is ignored where it is not looked for. */
export function relinkRequest(change: Relink, unattendObject: string): RelinkRequest {
	const { imageType, associatedFileId, content, description } = change;
	const object = { description, content, associatedFileId };
	return { associatedFileId, [imageType === 'CONFIG' ? 'customConfigFile' : unattendObject]: object };
}

/** The import as it began; `reply` is all that the appliance answered. */
export interface StartedImport {
	/** Undefined when the appliance made no job: the file is there already. */
	readonly jobId?: string;
	readonly reply: JsonObject;
}

export function started(reply: JsonObject): StartedImport {
	const jobId = readJobId(reply);
	return jobId === undefined ? { reply } : { jobId, reply };
}
