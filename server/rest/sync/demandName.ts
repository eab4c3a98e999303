import { t } from '../../texts/texts';
import type { StoredFile } from '../osImages';
import { storedFileIdPattern } from '../wire';
import { XClarityError } from '../xclarityError';

/** True unless the list shows another name than was sent: the form of an id, which holds the name, is none. */
export const isShownAs = ({ id, raw }: StoredFile, name: string): boolean =>
	typeof raw.name !== 'string' ||
	raw.name === name ||
	raw.name === id ||
	storedFileIdPattern.exec(raw.name)?.groups?.name === name;

/** @throws {XClarityError} `conflict` for a file of ours that the list shows under another name. */
export function demandName(file: StoredFile, name: string, host: string): void {
	if (isShownAs(file, name)) return;
	throw new XClarityError(
		t(
			'{host} lists {id} as {raw}, but it was sent as {name}: somebody has renamed it, or the appliance changes names itself.',
			{ host, id: file.id, raw: file.raw.name, name },
		),
		{ kind: 'conflict' },
	);
}
