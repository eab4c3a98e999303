import { t } from '../../texts/texts';
import type { OsImages } from '../osImages';
import { pause } from '../pause';
import { XClarityError } from '../xclarityError';
import { type ChangeAccess, mayBeDone } from './linkFiles';
import { findStored } from './listing';

const mostRounds = 3;

/** Milliseconds between two tries. */
const betweenTries = 150;

export interface RemoveOptions {
	/** Looks at the list just before each try. @throws {XClarityError} when nothing must be removed. */
	readonly guard?: (images: OsImages) => void;
}

/**
 * Removes files that are as they were last seen, each try after a fresh look; a lost answer is looked at.
 * @returns the list in which they are not any more.
 * @throws {XClarityError} `conflict` when somebody has changed one of them; otherwise why it could not be removed.
 */
export async function removeFiles(
	{ client, steady, lister, seen }: ChangeAccess,
	ids: readonly string[],
	{ guard }: RemoveOptions = {},
): Promise<OsImages> {
	let lost: XClarityError | undefined;
	for (let round = 0; ; round++) {
		const images = await lister.fresh();
		const there = ids.filter(id => findStored(images, id));
		if (there.length === 0) return images;
		if (round >= mostRounds) throw lost ?? stillThere(client.host, there);
		for (const id of there) seen.demandUnchanged(images, id);
		guard?.(images);
		const own = seen.begin({ before: images, targets: [], partners: there });
		try {
			await steady.remove(there);
		} catch (error) {
			// One of them may have gone between the look and the call.
			if (!mayBeDone(error) && !(error instanceof XClarityError && error.status === 404)) throw error;
			lost = error;
			await pause(betweenTries, t('Removing'), undefined);
		}
		own.end();
		await lister.fresh();
	}
}

const stillThere = (host: string, ids: readonly string[]): XClarityError =>
	new XClarityError(t('{host} lists {ids} although it was removed.', { host, ids: ids.join(', ') }), {
		kind: 'unexpected',
	});
