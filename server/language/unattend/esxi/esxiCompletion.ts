import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import { t, translate } from '../../../texts/texts';
import { fileItems, rangeOf } from '../statements/fileItems';
import { parseArguments } from '../statements/parseArguments';
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
	const range = rangeOf(file, place.start, place.end);
	return [...headItems(file, range), ...fileItems(file, range, esxiSnippets)];
}

const markdown = (paragraphs: readonly string[]) => ({
	kind: 'markdown' as const,
	value: paragraphs.filter(text => text !== '').join('\n\n'),
});

/** What an unattended file needs comes first, and what is there already is not offered again. */
const needed = ['vmaccepteula', 'install', 'rootpw', 'network', 'reboot'];

function headItems({ statements }: EsxiFile, range: Range): CompletionItem[] {
	const given = new Set(statements.map(({ head }) => head.text));
	const commands = [...esxiCommands().values()].filter(({ name }) => !esxiSections.includes(name));
	return [
		...commands.map(command => {
			const rank = needed.includes(command.name) && !given.has(command.name) ? 'b' : 'c';
			return commandItem(command, range, rank);
		}),
		...esxiSections.flatMap(name => sectionItem(name, range)),
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

function sectionItem(name: string, range: Range): CompletionItem[] {
	const command = esxiCommands().get(name);
	if (!command) return [];
	return [
		{
			label: name,
			kind: CompletionItemKind.Module,
			detail: translate(command.entry.summary),
			documentation: markdown(esxiCommandText(command)),
			filterText: name,
			sortText: `d${name}`,
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: { range, newText: `${name} --interpreter=\${1|busybox,python|}\n$0` },
		},
	];
}

/** In a script, the next section is all that we know. */
function bodyItems(file: EsxiFile, lineStart: number, offset: number): CompletionItem[] {
	const written = file.source.text.slice(lineStart, offset);
	if (!/^%\w*$/.test(written)) return [];
	return esxiSections.flatMap(name => sectionItem(name, rangeOf(file, lineStart, offset)));
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
		return valueItems(file, values, { start: equals + 1, end: word.end, offset });
	}
	const open = before && !word?.text.startsWith('-') ? command.options.get(before.text) : undefined;
	const stretch = { start: word?.start ?? offset, end: word?.end ?? offset, offset };
	if (open && open.type !== 'flag' && !open.optionalValue) return valueItems(file, optionValues(open), stretch);
	if (command.name === 'keyboard') return valueItems(file, keyboards.map(quoted), stretch);
	const { options: used } = parseArguments(statement, command, file.source.masked);
	const given = new Set(used.filter(({ start }) => start !== word?.start).map(({ option }) => option.canonical));
	return [...command.options.values()]
		.filter(option => !given.has(option.canonical))
		.map(option => optionItem(option, command, rangeOf(file, stretch.start, stretch.end)));
}

const quoted = (name: string): string => (name.includes(' ') ? `"${name}"` : name);

function optionValues({ choices, form }: EsxiOption): readonly string[] {
	if (choices) return choices;
	if (form === 'filters') return filters;
	if (form === 'switch') return ['0', '1'];
	if (form === 'device') return ['vmnic0', 'vmnic1', 'vmnic2', 'vmnic3'];
	return form === 'disk' || form === 'disks' ? ['mpx.', 'naa.', 'eui.', 't10.', 'vml.', '/vmfs/devices/disks/'] : [];
}

function valueItems(
	file: EsxiFile,
	values: readonly string[],
	{ start, end, offset }: { readonly start: number; readonly end: number; readonly offset: number },
): CompletionItem[] {
	// In a list only the item under the cursor is replaced.
	const from = Math.max(start, file.source.text.lastIndexOf(',', offset - 1) + 1);
	const range = rangeOf(file, from, Math.max(end, offset));
	return values.map(label => ({ label, kind: CompletionItemKind.Value, textEdit: { range, newText: label } }));
}

function optionItem(option: EsxiOption, { name, entry }: EsxiCommand, range: Range): CompletionItem {
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
		textEdit: { range, newText: isPlain ? option.name : `${option.name}=${value}` },
	};
}
