import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import { t, translate } from '../../../texts/texts';
import type { Span } from '../../span';
import { fileItems, rangeOf } from '../statements/fileItems';
import { type OptionPlace, optionEdit, optionPlace } from '../statements/optionPlace';
import { parseArguments } from '../statements/parseArguments';
import { restOfLine, wordEnd } from '../statements/place';
import { valueItems } from '../statements/valueItems';
import type { UnattendSource } from '../unattendSource';
import { type EsxiFile, esxiFile } from './esxiFile';
import { esxiCommandText, esxiOptionText } from './esxiHover';
import { type EsxiPlace, esxiPlaceAt } from './esxiPlace';
import { esxiSnippets } from './esxiSnippets';
import { type EsxiCommand, type EsxiOption, esxiCommands, esxiSections, filters, keyboards } from './esxiTable';

/** Commands, sections, options and values that fit where the cursor stands. */
export function completeEsxi(source: UnattendSource, offset: number): CompletionItem[] {
	const file = esxiFile(source);
	const place = esxiPlaceAt(file, offset);
	if (!place) return [];
	if (place.kind === 'argument') return argumentItems(file, place, offset);
	if (place.kind === 'body') return bodyItems(file, place.lineStart, offset);
	return [...headItems(file, place), ...fileItems(file, rangeOf(file, place.start, place.end), esxiSnippets)];
}

const markdown = (paragraphs: readonly string[]) => ({
	kind: 'markdown' as const,
	value: paragraphs.filter(text => text !== '').join('\n\n'),
});

/** What an unattended file needs comes first, and what is there already is not offered again. */
const needed = ['vmaccepteula', 'install', 'rootpw', 'network', 'reboot'];

function headItems(file: EsxiFile, place: Span): CompletionItem[] {
	const range = rangeOf(file, place.start, place.end);
	const given = new Set(file.statements.map(({ head }) => head.text));
	const commands = [...esxiCommands().values()].filter(({ name }) => !esxiSections.includes(name));
	return [
		...commands.map(command => {
			const rank = needed.includes(command.name) && !given.has(command.name) ? 'b' : 'c';
			return commandItem(command, range, rank);
		}),
		...esxiSections.flatMap(name => sectionItem(file, name, place)),
	];
}

const commandItem = (command: EsxiCommand, range: Range, rank: string): CompletionItem => ({
	label: command.name,
	kind: CompletionItemKind.Function,
	detail: translate(command.entry.summary),
	documentation: markdown(esxiCommandText(command)),
	sortText: `${rank}${command.name}`,
	textEdit: { range, newText: command.name },
});

/** A section comes with its interpreter, unless its header goes on or its script is there. */
function sectionItem(file: EsxiFile, name: string, { start, end }: Span): CompletionItem[] {
	const command = esxiCommands().get(name);
	if (!command) return [];
	const { text } = file.source;
	const isWritten =
		restOfLine(text, end) !== '' ||
		file.sections.some(
			({ header, bodyStart, bodyEnd }) => header.start === start && text.slice(bodyStart, bodyEnd).trim() !== '',
		);
	return [
		{
			label: name,
			kind: CompletionItemKind.Module,
			detail: translate(command.entry.summary),
			documentation: markdown(esxiCommandText(command)),
			filterText: name,
			sortText: `d${name}`,
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: {
				range: rangeOf(file, start, end),
				newText: isWritten ? name : `${name} --interpreter=\${1|busybox,python|}\n$0`,
			},
		},
	];
}

/** In a script, the next section is all that we know. */
function bodyItems(file: EsxiFile, lineStart: number, offset: number): CompletionItem[] {
	const written = file.source.text.slice(lineStart, offset);
	if (!/^%\w*$/.test(written)) return [];
	const end = wordEnd(file.source.text, offset);
	return esxiSections.flatMap(name => sectionItem(file, name, { start: lineStart, end }));
}

function argumentItems(
	file: EsxiFile,
	place: EsxiPlace & { readonly kind: 'argument' },
	offset: number,
): CompletionItem[] {
	const { word, before, command, statement } = place;
	const equals = word?.text.startsWith('--') ? file.source.masked.indexOf('=', word.start) : -1;
	if (word && equals >= 0 && equals < offset) {
		const option = command.options.get(word.text.slice(0, word.text.indexOf('=')));
		const values = option ? optionValues(option) : [];
		return valueItems(file, values, { start: equals + 1, end: word.end }, offset);
	}
	const open = before && !word?.text.startsWith('-') ? command.options.get(before.text) : undefined;
	const stretch = { start: word?.start ?? offset, end: word?.end ?? offset };
	if (open && open.type !== 'flag' && !open.optionalValue) return valueItems(file, optionValues(open), stretch, offset);
	if (command.name === 'keyboard') return valueItems(file, keyboards, stretch, offset);
	if (word && !word.text.startsWith('-')) return [];
	const { options: used } = parseArguments(statement, command, file.source.masked);
	const at = optionPlace(file.source.text, offset, word, used);
	if (!at) return [];
	const given = new Set(
		used.filter(({ start }) => start !== at.start || at.behind).map(({ option }) => option.canonical),
	);
	return [...command.options.values()]
		.filter(option => !given.has(option.canonical))
		.filter(({ type }) => type !== 'flag' || !at.hasValue)
		.map(option => optionItem(file, option, command, at));
}

function optionValues({ choices, form }: EsxiOption): readonly string[] {
	if (choices) return choices;
	if (form === 'filters') return filters;
	if (form === 'switch') return ['0', '1'];
	if (form === 'device') return ['vmnic0', 'vmnic1', 'vmnic2', 'vmnic3'];
	return form === 'disk' || form === 'disks' ? ['mpx.', 'naa.', 'eui.', 't10.', 'vml.', '/vmfs/devices/disks/'] : [];
}

function optionItem(file: EsxiFile, option: EsxiOption, { name, entry }: EsxiCommand, at: OptionPlace): CompletionItem {
	const isNeeded = option.required === true || entry.oneOf?.includes(option.name) === true;
	const rank = isNeeded ? 'a' : option.grade === 'believed' || option.alias ? 'c' : 'b';
	const isPlain = option.type === 'flag' || option.optionalValue === true;
	const value = option.choices ? `\${1|${option.choices.join(',')}|}` : '$1';
	return {
		label: option.name,
		kind: option.type === 'flag' ? CompletionItemKind.EnumMember : CompletionItemKind.Field,
		...(option.required ? { detail: t('required') } : {}),
		documentation: markdown(esxiOptionText(option, name)),
		sortText: `${rank}${option.name}`,
		filterText: option.name,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: optionEdit(file, at, option.name, isPlain ? '' : `=${value}`),
	};
}
