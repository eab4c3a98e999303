import type { ImageType } from './wire';
import { XClarityError } from './xclarityError';

/** Which word an appliance has for configuration files; found out once, then kept. */
export interface ConfigSpelling {
	current: Extract<ImageType, 'CONFIG' | 'CUSTOM_CONFIG'>;
}

/** A refusal that may be about the word: it says nothing, or it speaks of a type. */
const mayBeAboutType = (error: unknown): error is XClarityError =>
	error instanceof XClarityError &&
	(error.kind === 'refused' || (error.kind === 'failed' && error.status !== undefined)) &&
	(error.messages.length === 0 ||
		error.messages.some(({ text, explanation }) => /type|\bCONFIG\b|CUSTOM_CONFIG/i.test(`${text} ${explanation}`)));

/**
 * Calls with the type, and for a configuration file once more with the other word when the first is refused.
 * @throws the first refusal when both words are refused for what may be the same reason.
 */
export async function withConfigSpelling<T>(
	imageType: ImageType,
	spelling: ConfigSpelling,
	use: (imageType: ImageType) => Promise<T>,
): Promise<T> {
	if (imageType !== 'CONFIG') return use(imageType);
	try {
		return await use(spelling.current);
	} catch (first) {
		if (!mayBeAboutType(first)) throw first;
		const other = spelling.current === 'CONFIG' ? 'CUSTOM_CONFIG' : 'CONFIG';
		return use(other).then(
			result => {
				spelling.current = other;
				return result;
			},
			(second: unknown) => {
				// When the other word brings another complaint, that one is about the file.
				throw mayBeAboutType(second) ? first : second;
			},
		);
	}
}
