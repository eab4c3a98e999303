import type { Hover } from 'vscode-languageserver-types';
import { english, t, translate } from '../../../texts/texts';
import type { Span } from '../../span';
import type { UnattendSource } from '../unattendSource';
import { esxiFile } from './esxiFile';
import { esxiPlaceAt } from './esxiPlace';
import { type EsxiCommand, type EsxiOption, esxiCommands, foreignCommand, type Knowledge } from './esxiTable';

/** Explains the command, section or option under the cursor, and how sure the explanation is. */
export function esxiHover(source: UnattendSource, offset: number): Hover | undefined {
	const place = esxiPlaceAt(esxiFile(source), offset);
	if (place?.kind === 'head' && place.word) {
		const { text } = place.word;
		const command = esxiCommands().get(text);
		return hover(source, place.word, command ? esxiCommandText(command) : foreignText(text));
	}
	if (place?.kind !== 'argument' || !place.word) return undefined;
	const { word, command } = place;
	const name = word.text.split('=', 1)[0] ?? '';
	const end = word.start + name.length;
	const option = command.options.get(name);
	return option && offset <= end
		? hover(source, { start: word.start, end }, esxiOptionText(option, command.name))
		: undefined;
}

const hover = ({ document }: UnattendSource, { start, end }: Span, paragraphs: readonly string[]): Hover | undefined =>
	paragraphs.length === 0
		? undefined
		: {
				contents: { kind: 'markdown', value: paragraphs.filter(text => text !== '').join('\n\n') },
				range: { start: document.positionAt(start), end: document.positionAt(end) },
			};

const evidence: Readonly<Record<Knowledge, string>> = {
	documented: english('*Documented by VMware.*'),
	believed: english('*From general knowledge; the documentation that was read does not say so.*'),
};

/** Words about a command or section, as Markdown paragraphs. */
export function esxiCommandText({ name, entry }: EsxiCommand): string[] {
	return [
		t('{command} of ESXi', { command: `**${name}**` }),
		translate(entry.summary),
		entry.arguments ? t('Takes {arguments}.', { arguments: translate(entry.arguments) }) : '',
		(entry.notes ?? []).map(note => `- ${translate(note)}`).join('\n'),
		translate(evidence[entry.grade]),
	];
}

/** Words about an option, as Markdown paragraphs. */
export function esxiOptionText(option: EsxiOption, command: string): string[] {
	const { name, type, choices, value = 'value', optionalValue, alias } = option;
	const shown = type === 'flag' ? '' : optionalValue ? `[=${value}]` : `=${value}`;
	return [
		t('{option} of {command}', { option: `**${name}**${shown}`, command: `\`${command}\`` }),
		translate(option.summary ?? ''),
		choices ? t('One of {choices}.', { choices: choices.map(choice => `\`${choice}\``).join(', ') }) : '',
		alias ? t('Another spelling of `{alias}`.', { alias }) : '',
		option.required ? t('Required.') : '',
		option.since ? t('Since ESXi {since}.', { since: option.since }) : '',
		translate(evidence[option.grade]),
	];
}

function foreignText(name: string): string[] {
	const foreign = foreignCommand(name);
	return foreign
		? [
				`**${name}**`,
				t('Belongs to {from} files; ESXi does not know it. {instead}', {
					from: translate(foreign.from),
					instead: translate(foreign.instead),
				}).trim(),
			]
		: [];
}
