import { t } from '../../../../../texts/texts';
import { appendAll } from '../../../../appendAll';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { listItems } from '../../../statements/listItems';
import { type Value, wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementFile';
import { isKnownName, knownNames } from '../../../values/knownNames';
import type { KickstartFile } from '../../kickstartFile';
import { optionValue } from '../../names';
import type { Parsed } from './argumentChecks';

/** `de-nodeadkeys`: X layouts are keymaps of the console as well, their variants after a hyphen. */
const asLayout = (name: string): string => name.replace(/^([^-]+)-(.+)$/, '$1 ($2)');

export const isKeymap = (name: string): boolean =>
	isKnownName('consoleKeymaps', name) || isKnownName('layouts', name) || isKnownName('layouts', asLayout(name));

export const isLayout = (name: string): boolean =>
	isKnownName('layouts', name.replace(/^(\S+?)\s*\((\S+)\)$/, '$1 ($2)'));

/** Keyboards that the installer does not know; it goes on with its default. */
export function checkKeyboard({ source }: KickstartFile, parsed: Parsed): Problem[] {
	if (parsed.command.name !== 'keyboard') return [];
	const [word] = parsed.args.positionals;
	const keymap = optionValue(parsed, '--vckeymap') ?? (word && wordValue(word, source.masked));
	const layouts = optionValue(parsed, '--xlayouts');
	const doubted: Value[] = [];
	if (keymap && !isKeymap(keymap.text) && !isLayout(keymap.text)) doubted.push(keymap);
	if (layouts && !isOpen(source, layouts.start, layouts.end))
		appendAll(
			doubted,
			listItems(layouts).filter(({ text }) => !isLayout(text.replace(/^['"]|['"]$/g, ''))),
		);
	return doubted.flatMap(value => {
		if (value.text === '' || isOpen(source, value.start, value.end)) return [];
		const near = nearestName(value.text, [...knownNames('consoleKeymaps'), ...knownNames('layouts')]);
		const hint = near === undefined ? '' : ` ${t('Did you mean "{near}"?', { near })}`;
		const replacement = near === undefined ? {} : { replacement: near };
		return [problem('kickstart-keyboard', value, { value: value.text, hint, ...replacement })];
	});
}
