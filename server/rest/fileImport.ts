import type { FileBody } from './multipart';
import {
	type ImageType,
	type JsonObject,
	type RelinkRequest,
	readJobId,
	type UploadQuery,
	unattendObjectNames,
} from './wire';

/** What is known of a file besides its bytes. */
export interface FileFacts {
	readonly imageType: ImageType;
	/** On the appliance. */
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
	/** The jobs that were there before the file was announced: a job whose number is lost is none of these. */
	readonly onAnnounce?: ((before: readonly string[]) => void) | undefined;
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
	/** How often this change was refused: each time it is put in another way. */
	readonly refusals?: number | undefined;
}

/**
 * Ways to put a change of an unattend file, whose object is not documented by name: under each name that it may have,
 * then under one alone for an appliance that minds the others, then without it.
 */
const unattendWays: readonly (readonly string[])[] = [
	unattendObjectNames,
	...unattendObjectNames.map(name => [name]),
	[],
];

/** Refusals after which no other way is left. */
export const mostRefusals = (imageType: Relink['imageType']): number =>
	imageType === 'UNATTEND' ? unattendWays.length : 1;

/** The place of the partner's id is documented as beside the object; one inside is ignored where it is not looked for. */
export function relinkRequest(change: Relink): RelinkRequest {
	const { imageType, associatedFileId, content, description, refusals = 0 } = change;
	const object = { description, content, associatedFileId };
	const names = imageType === 'CONFIG' ? ['customConfigFile'] : (unattendWays[refusals] ?? []);
	return { associatedFileId, ...Object.fromEntries(names.map(name => [name, object])) };
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
