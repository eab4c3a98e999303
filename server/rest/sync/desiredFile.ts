import { createHash } from 'node:crypto';
import type { FileToUpload } from '../upload';

export type TextType = 'CONFIG' | 'UNATTEND';

/** A file as it shall be on the appliance. */
export interface DesiredFile extends FileToUpload {
	/** Names the local file, the same in every run: its absolute path. */
	readonly key: string;
	readonly imageType: TextType;
	/** For an unattend file: the key of its configuration file among the desired. */
	readonly partner?: string | undefined;
	/** A file that is on the appliance already, to link with. */
	readonly partnerId?: string | undefined;
}

/** What was sent of a file, the text as its digest. */
export interface SentFacts {
	/** SHA-256 of the text, in hexadecimal. */
	readonly sha256: string;
	/** Bytes. */
	readonly bytes: number;
	readonly imageType: TextType;
	readonly name: string;
	readonly os?: string | undefined;
	readonly osrelease?: string | undefined;
	readonly description?: string | undefined;
	readonly deviceType?: string | undefined;
}

export const sentFacts = ({
	imageType,
	name,
	text,
	os,
	osrelease,
	description,
	deviceType,
}: DesiredFile): SentFacts => ({
	sha256: createHash('sha256').update(text).digest('hex'),
	bytes: Buffer.byteLength(text),
	...{ imageType, name, os, osrelease, description, deviceType },
});

/** The system of a configuration file is of no meaning to the appliance; a device type that is not said may be any. */
export const isSame = (one: SentFacts, other: SentFacts): boolean =>
	one.sha256 === other.sha256 &&
	one.name === other.name &&
	(one.description ?? '') === (other.description ?? '') &&
	(one.deviceType === undefined || other.deviceType === undefined || one.deviceType === other.deviceType) &&
	(one.imageType === 'CONFIG' || (one.os === other.os && one.osrelease === other.osrelease));

/** How messages name the file. */
export const shownName = ({ path, name }: Pick<DesiredFile, 'path' | 'name'>): string => path ?? name;
