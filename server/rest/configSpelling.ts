import type { ImageType } from './wire';
import { XClarityError } from './xclarityError';

/** Which words an appliance has for things that are documented twice or not at all; found out once, then kept. */
export interface Spelling {
	current: Extract<ImageType, 'CONFIG' | 'CUSTOM_CONFIG'>;
	/** The name of the object of an unattend file, by its place in `unattendObjectNames`. */
	unattendObject: number;
}

/**
 * A refusal in the appliance's own words that speaks of the word, be its status the documented 500. Whatever else may
 * have gone wrong, the import may have been made, and must not be made again.
 */
const isAboutType = (error: unknown): error is XClarityError =>
	error instanceof XClarityError &&
	(error.kind === 'refused' || error.status === 500) &&
	error.messages.some(({ text, explanation }) =>
		/image ?type|\bCONFIG\b|CUSTOM_CONFIG/i.test(`${text} ${explanation}`),
	);

/**
 * Calls with the type, and for a configuration file once more with the other word when the first is refused.
 * @throws the first refusal when both words are refused.
 */
export async function withConfigSpelling<T>(
	imageType: ImageType,
	spelling: Spelling,
	use: (imageType: ImageType) => Promise<T>,
): Promise<T> {
	if (imageType !== 'CONFIG') return use(imageType);
	try {
		return await use(spelling.current);
	} catch (first) {
		if (!isAboutType(first)) throw first;
		const other = spelling.current === 'CONFIG' ? 'CUSTOM_CONFIG' : 'CONFIG';
		return use(other).then(
			result => {
				spelling.current = other;
				return result;
			},
			(second: unknown) => {
				// When the other word brings another complaint, that one is about the file.
				throw isAboutType(second) ? first : second;
			},
		);
	}
}
