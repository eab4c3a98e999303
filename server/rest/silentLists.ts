import { t } from '../texts/texts';
import type { OsImages } from './osImages';
import { otherListPattern } from './otherFiles';
import type { ImageType } from './wire';
import { XClarityError } from './xclarityError';

/** True where the appliance shows no list of files of a type: whether there are any is not known. */
export function isSilentAbout({ raw, silent }: OsImages, type: ImageType): boolean {
	if (type === 'UNATTEND') return silent.includes('UNATTEND');
	if (type === 'CONFIG' || type === 'CUSTOM_CONFIG') return silent.includes('CONFIG');
	const pattern = type === 'OS' ? /^items$/ : otherListPattern(type);
	return pattern !== undefined && !Object.entries(raw).some(([key, list]) => pattern.test(key) && Array.isArray(list));
}

/** Something that was seen on the appliance. */
interface Seen {
	readonly name: string;
	readonly imageType: ImageType;
}

/**
 * That there is no list may say that there is no file, and may say nothing: what was seen there is not taken for gone.
 * @throws {XClarityError} `conflict`
 */
export function demandListOf(images: OsImages, { name, imageType }: Seen, host: string): void {
	if (!isSilentAbout(images, imageType)) return;
	throw new XClarityError(
		t(
			'{host} shows no list of files of type {type}, but {name} was put there: nothing tells whether it is still there. Nothing was sent. If it is gone, upload it with --overwrite.',
			{ host, type: imageType, name },
		),
		{ kind: 'conflict' },
	);
}

/** A file was imported, or looked for, and there is no list in which it could be. */
export const noListError = ({ name, imageType }: Seen, host: string): XClarityError =>
	new XClarityError(
		t('{host} shows no list of files of type {type}: nothing tells whether {name} is there.', {
			host,
			type: imageType,
			name,
		}),
		{ kind: 'unexpected' },
	);
