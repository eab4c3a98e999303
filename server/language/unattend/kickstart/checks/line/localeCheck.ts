import { type Problem, problem } from '../../../../problem';
import { wordValue } from '../../../statements/parseArguments';
import type { Reading } from '../../reading';
import type { Parsed } from './argumentChecks';
import { adviseValue } from './valueChecks';

/** language, script, territory, code set, modifier: `sr_Latn_RS.UTF-8@latin`. */
const locale = /^(?:[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|\d{3}))?|C|POSIX)(?:\.[\w-]+)?(?:@[\w-]+)?$/;

/** The language of the installed system must be written as a locale; which ones exist depends on the system. */
export function checkLocale(reading: Reading, { command, args }: Parsed): Problem[] {
	const [word] = args.positionals;
	if (command.name !== 'lang' || !word || word.text === '') return [];
	const found = adviseValue(reading, wordValue(word, reading.source.masked), {
		accepts: text => locale.test(text),
		expected: 'a locale such as en_US.UTF-8',
		place: '"lang"',
	});
	if (!found) return [];
	if ('code' in found) return [found];
	const replacement = asLocale(word.text);
	return [
		problem('kickstart-locale', word, {
			value: word.text,
			hint: replacement === undefined ? '' : ` Did you mean "${replacement}"?`,
			...(replacement === undefined ? {} : { replacement }),
		}),
	];
}

/** `en-us` and `EN_US.utf8` as `en_US.UTF-8`. */
function asLocale(text: string): string | undefined {
	const [, language, territory] = /^([a-z]{2,3})[-_]([a-z]{2})(?:\.utf-?8)?$/i.exec(text) ?? [];
	return language === undefined || territory === undefined
		? undefined
		: `${language.toLowerCase()}_${territory.toUpperCase()}.UTF-8`;
}
