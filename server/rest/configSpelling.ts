import type { ImageType } from './wire';
import { XClarityError } from './xclarityError';

/** Which word an appliance has for configuration files; found out once, then kept. */
export interface ConfigSpelling {
	current: Extract<ImageType, 'CONFIG' | 'CUSTOM_CONFIG'>;
}

/**
 * A definite refusal that speaks of the word, in the appliance's own messages. Whatever else may have gone wrong, the
 * import may have been made, and must not be made again. Status 500 is documented for refusals as well, so there the
 * message has to name the parameter itself; what a gateway answers in the place of the appliance never counts.
 */
function isAboutType(error: unknown): error is XClarityError {
	if (!(error instanceof XClarityError)) return false;
	const answer = error.messages.map(({ text, explanation }) => `${text} ${explanation}`).join(' ');
	if (error.kind === 'refused') return /image ?type|\bCONFIG\b|CUSTOM_CONFIG/i.test(answer);
	return error.status === 500 && /\bimageType\b/.test(answer);
}

/**
 * Calls with the type, and for a configuration file once more with the other word when the first is refused.
 * @throws the first refusal when both words are refused.
 */
export async function withConfigSpelling<T>(
	imageType: ImageType,
	spelling: ConfigSpelling,
	use: (imageType: ImageType) => Promise<T>,
): Promise<T> {
	if (imageType !== 'CONFIG') return use(imageType);
	// Another call may find out the word while this one is on its way.
	const word = spelling.current;
	try {
		return await use(word);
	} catch (first) {
		if (!isAboutType(first)) throw first;
		const other = word === 'CONFIG' ? 'CUSTOM_CONFIG' : 'CONFIG';
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
