import { english, t } from '../../../../../texts/texts';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { wordValue } from '../../../statements/parseArguments';
import { letters } from '../../../values/demand';
import { isKnownName, knownNames } from '../../../values/knownNames';
import type { KickstartFile } from '../../kickstartFile';
import type { Parsed } from './argumentChecks';
import { adviseValue } from './valueChecks';

let languages: ReadonlySet<string> | undefined;

/**
 * glibc knows a locale by language and territory; a code set and a modifier may follow. A language alone, a script
 * between the two and a region by number are taken by the installer, which looks for what comes nearest.
 */
function isLocale(text: string): boolean {
	const [, name = '', charset = 'utf8', modifier = ''] = /^([^.@]*)(?:\.([\w-]+))?(@\w+)?$/.exec(text) ?? [];
	if (!isUtf8(charset) && !charsets.test(charset)) return false;
	const plain = name.replace(/^([a-z]{2,3})_[A-Z][a-z]{3}(?=_)/, '$1');
	if (isKnownName('locales', plain) || isKnownName('locales', plain + modifier)) return true;
	languages ??= new Set([...knownNames('locales')].map(each => each.replace(/[_@].*$/, '')));
	return languages.has(plain.replace(/_\d{3}$/, ''));
}

/** Nearly every locale has this code set: the expression below takes as long to compile as the rest of the check. */
const isUtf8 = (charset: string): boolean => charset === 'UTF-8' || charset === 'utf8';

/** Code sets of glibc's locales, with and without hyphens. */
const charsets =
	/^(?:utf-?8|iso-?8859-?\d{1,2}|koi8-?[rtu]|cp125[15]|euc-?(?:jp|kr|tw)|big5(?:-?hkscs)?|gb(?:k|2312|18030)|tcvn5712-1|tis-?620|georgian-ps|pt154|rk1048|armscii-8|ansi_x3\.4-1968)$/i;

/** The language of the installed system must be written as a locale; which ones exist depends on the system. */
export function checkLocale(file: KickstartFile, { command, args }: Parsed): Problem[] {
	const [word] = args.positionals;
	if (command.name !== 'lang' || !word || word.text === '') return [];
	return adviseValue(file, wordValue(word, file.source.masked), {
		accepts: isLocale,
		expected: english('a locale such as en_US.UTF-8'),
		needs: letters,
		place: '"lang"',
		literal() {
			const replacement = replacementFor(word.text);
			return problem('kickstart-locale', word, {
				value: word.text,
				hint: replacement === undefined ? '' : ` ${t('Did you mean "{replacement}"?', { replacement })}`,
				...(replacement === undefined ? {} : { replacement }),
			});
		},
	});
}

/** `en-us` and `EN_US.utf8` as `en_US.UTF-8`; else the nearest name. */
function replacementFor(written: string): string | undefined {
	const text = written.replace(/[,.;:]+$/, '');
	if (text !== written && isLocale(text)) return text;
	const [, language, territory] = /^([a-z]{2,3})[-_]([a-z]{2})(?:\.utf-?8)?$/i.exec(text) ?? [];
	const meant = `${language?.toLowerCase()}_${territory?.toUpperCase()}.UTF-8`;
	if (isLocale(meant)) return meant;
	const [name = ''] = text.split('.');
	if (isKnownName('locales', name)) return `${name}.UTF-8`;
	const near = nearestName(name, knownNames('locales'));
	return near === undefined ? undefined : text.replace(name, near);
}
