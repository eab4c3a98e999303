import { english } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import { type Value, wordValue } from '../../../statements/parseArguments';
import { type Demand, listOf } from '../../../values/demand';
import { holdsMacro } from '../../../values/macrosIn';
import type { KickstartFile } from '../../kickstartFile';
import { optionValue } from '../../names';
import type { Parsed } from './argumentChecks';
import { isKeymap, isLayout } from './keyboardCheck';
import { adviseValue } from './valueChecks';

/** An option that a macro brings along with its value is no second value. */
const oneWord: Demand = {
	accepts: text => !/\S\s+[^-\s]/.test(text.trim()),
	expected: english('one word, as no quotation marks are around it'),
};
const webAddress: Demand = {
	accepts: text => /^[a-z][a-z\d+.-]*:\/\//i.test(text),
	expected: english('an address that begins with a scheme, such as https://'),
	needs: ':',
};
const keyboard: Demand = {
	accepts: text => isKeymap(text) || isLayout(text),
	expected: english('a keyboard that the installer knows'),
};
const urlOptions: ReadonlySet<string> = new Set(['--url', '--baseurl', '--mirrorlist', '--metalink']);
const urlCommands: ReadonlySet<string> = new Set(['url', 'repo', 'liveimg']);

/** What macros bring to places where only the final text tells whether it fits. */
export function checkMacroTexts(file: KickstartFile, parsed: Parsed): Problem[] {
	const { command, args } = parsed;
	const advise = (value: Value | undefined, demand: Demand, place: string): Problem[] => {
		if (!value || value.text === '' || !holdsMacro(file.source, value)) return [];
		const literal = (text: string): Problem =>
			problem('kickstart-value', value, { value: text, expected: demand.expected, place });
		return adviseValue(file, value, { ...demand, place, literal });
	};
	const found = args.options.flatMap(({ option, value }) => {
		const isUrl = urlCommands.has(command.name) && urlOptions.has(option.name);
		const place = `"${option.name}"`;
		if (command.name === 'keyboard') return [];
		const isQuoted = value !== undefined && /["']/.test(`${file.source.text[value.start - 1] ?? ''}${value.text}`);
		const [first] = [
			...(isUrl ? advise(value, webAddress, place) : []),
			...(isQuoted ? [] : advise(value, oneWord, place)),
		];
		return first ? [first] : [];
	});
	if (command.name !== 'keyboard') return found;
	const [word] = args.positionals;
	const keymap = optionValue(parsed, '--vckeymap') ?? (word && wordValue(word, file.source.masked));
	const layouts = optionValue(parsed, '--xlayouts');
	return [
		...found,
		...advise(keymap, keyboard, '"keyboard"'),
		...(/["']/.test(layouts?.text ?? '') ? [] : advise(layouts, listOf(keyboard), '"--xlayouts"')),
	];
}
