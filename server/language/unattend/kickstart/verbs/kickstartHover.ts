import type { Hover } from 'vscode-languageserver-types';
import { sentences } from '../../../../texts/inARow';
import { t, translate } from '../../../../texts/texts';
import type { Span } from '../../../span';
import type { Word } from '../../statements/words';
import type { UnattendSource } from '../../unattendSource';
import { isRequired } from '../checks/line/argumentFaults';
import {
	commandOf,
	isDeprecatedIn,
	type KickstartEntry,
	type KickstartOption,
	type Lifetime,
	lifetimeText,
	livesIn,
} from '../commandTable';
import { kickstartFile } from '../kickstartFile';
import { kickstartPlaceAt } from '../kickstartPlace';
import { type Target, targetText } from '../release';

/** Explains the command, section or option under the cursor, and how it stands in the target release. */
export function kickstartHover(source: UnattendSource, offset: number): Hover | undefined {
	const file = kickstartFile(source);
	const place = kickstartPlaceAt(file, offset);
	if (place?.kind === 'head' && place.word) return commandHover(source, place.word, file.target);
	if (place?.kind !== 'argument' || !place.word) return undefined;
	const { word, command } = place;
	const name = word.text.split('=', 1)[0] ?? '';
	const option = command.everyOption.get(name) ?? onlyBeginning(command.options, name);
	if (!option || offset > word.start + name.length) return undefined;
	return hover(source, { ...word, end: word.start + name.length }, optionText(option, command.name, file.target));
}

const onlyBeginning = (options: ReadonlyMap<string, KickstartOption>, name: string): KickstartOption | undefined => {
	const found = name.startsWith('--') ? [...options.values()].filter(option => option.name.startsWith(name)) : [];
	return found.length === 1 ? found[0] : undefined;
};

function commandHover(source: UnattendSource, word: Word, target: Target): Hover | undefined {
	const command = commandOf(word.text, target.release);
	return command && hover(source, word, [...commandText(command.name, command.entry, target), targetText(target)]);
}

const hover = ({ document }: UnattendSource, { start, end }: Span, lines: string[]): Hover => ({
	contents: { kind: 'markdown', value: lines.filter(line => line !== '').join('\n\n') },
	range: { start: document.positionAt(start), end: document.positionAt(end) },
});

/** Words about a command, as Markdown paragraphs. */
export function commandText(name: string, entry: KickstartEntry, target: Target): string[] {
	return [
		`**${name}**`,
		translate(entry.summary),
		entry.arguments ? t('Arguments: {arguments}', { arguments: translate(entry.arguments) }) : '',
		(entry.notes ?? []).map(note => `- ${translate(note)}`).join('\n'),
		standing(entry, target, entry.replacement),
	];
}

/** Words about an option, as Markdown paragraphs. */
export function optionText(option: KickstartOption, command: string, target: Target): string[] {
	const { type, choices, value, alias } = option;
	const kinds = {
		flag: t('A switch.'),
		integer: t('A whole number.'),
		boolean: t('yes or no.'),
		choice: '',
		list: t('A list joined with commas.'),
	};
	const shown = type === 'flag' ? '' : `=${value ?? 'value'}`;
	return [
		t('{option} of {command}', { option: `**${option.name}**${shown}`, command: `\`${command}\`` }),
		translate(option.summary ?? ''),
		type ? kinds[type] : '',
		choices ? t('One of {choices}', { choices: choices.map(choice => `\`${choice}\``).join(', ') }) : '',
		alias ? t('Another spelling of `{alias}`.', { alias }) : '',
		isRequired(option.required, target.release) ? t('Required.') : '',
		standing(option, target, option.replacement),
	];
}

function standing(life: Lifetime, { release }: Target, replacement: string | undefined): string {
	const instead = replacement === undefined ? '' : t('Use {replacement}.', { replacement: `\`${replacement}\`` });
	const facts = { life: lifetimeText(life), release, deprecated: life.deprecated ?? release };
	if (!livesIn(life, release)) return sentences(t('Known to {life}; **not to RHEL {release}**.', facts), instead);
	if (isDeprecatedIn(life, release))
		return sentences(t('Known to {life}; **deprecated since RHEL {deprecated}**.', facts), instead);
	return life.since === undefined && life.until === undefined ? '' : t('Known to {life}.', facts);
}
