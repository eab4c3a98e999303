import { t } from '../texts/texts';
import { XClarityError } from './xclarityError';

/**
 * Ids as a path has them, separated by commas.
 * @throws {XClarityError} `refused` for one with a comma: an appliance may read it as two, of which one is somebody else's.
 */
export function idList(ids: readonly string[]): string {
	const split = ids.find(id => id.includes(','));
	if (split === undefined) return ids.map(encodeURIComponent).join(',');
	throw new XClarityError(
		t('{id} has a comma in it, by which requests separate ids: it has to be removed on the page of the appliance.', {
			id: split,
		}),
		{ kind: 'refused' },
	);
}
