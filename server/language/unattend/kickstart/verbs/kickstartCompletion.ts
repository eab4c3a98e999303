import {
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	InsertTextFormat,
	type Range,
} from 'vscode-languageserver-types';
import { t, translate } from '../../../../texts/texts';
import type { Span } from '../../../span';
import { fileItems, rangeOf } from '../../statements/fileItems';
import { parseArguments } from '../../statements/parseArguments';
import type { UnattendSource } from '../../unattendSource';
import { isRequired } from '../checks/line/argumentFaults';
import { commandEntries, isDeprecatedIn, type KickstartOption, livesIn, sectionEntries } from '../commandTable';
import { type KickstartFile, kickstartFile } from '../kickstartFile';
import { type KickstartPlace, kickstartPlaceAt } from '../kickstartPlace';
import { fileSnippets } from './fileSnippets';
import { commandText, optionText } from './kickstartHover';
import { valueItems } from './valueCompletion';

/** Commands, sections, options and values that fit where the cursor stands. */
export function completeKickstart(source: UnattendSource, offset: number): CompletionItem[] {
	const file = kickstartFile(source);
	const place = kickstartPlaceAt(file, offset);
	if (!place) return [];
	if (place.kind === 'body') return bodyItems(file, place.lineStart, offset);
	if (place.kind === 'head')
		return [...commandItems(file, place), ...sectionItems(file, place), ...wholeFileItems(file, place)];
	return argumentItems(file, place, offset);
}

function commandItems(file: KickstartFile, { start, end }: Span): CompletionItem[] {
	const { release } = file.target;
	const range = rangeOf(file, start, end);
	return [...commandEntries]
		.filter(([, entry]) => livesIn(entry, release))
		.map(([name, entry]) => {
			const deprecated = isDeprecatedIn(entry, release);
			return {
				label: name,
				kind: CompletionItemKind.Function,
				detail: translate(entry.summary),
				documentation: { kind: 'markdown', value: commandText(name, entry, file.target).join('\n\n') },
				sortText: `${deprecated ? 'y' : 'b'}${name}`,
				textEdit: { range, newText: name },
				...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
			};
		});
}

function sectionItems(file: KickstartFile, { start, end }: Span): CompletionItem[] {
	const range = rangeOf(file, start, end);
	return [...sectionEntries].map(([name, entry]) => {
		const isSection = entry.kind !== 'directive';
		const body = name === '%packages' ? '@^minimal-environment' : '';
		return {
			label: name,
			kind: isSection ? CompletionItemKind.Module : CompletionItemKind.Keyword,
			detail: translate(entry.summary),
			filterText: name,
			sortText: `c${name}`,
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: { range, newText: isSection ? `${name}$1\n${body}$0\n%end` : `${name} ` },
		};
	});
}

const wholeFileItems = (file: KickstartFile, { start, end }: Span): CompletionItem[] =>
	fileItems(file, rangeOf(file, start, end), fileSnippets(file.target.release));

function bodyItems(file: KickstartFile, lineStart: number, offset: number): CompletionItem[] {
	const written = file.source.text.slice(lineStart, offset);
	if (!/^\s*%\w*$/.test(written)) return [];
	const start = lineStart + written.length - written.trimStart().length;
	const range = rangeOf(file, start, offset);
	return ['%end', '%include'].map(label => ({
		label,
		kind: CompletionItemKind.Keyword,
		detail: translate(sectionEntries.get(label)?.summary ?? ''),
		textEdit: { range, newText: label === '%end' ? label : `${label} ` },
	}));
}

function argumentItems(
	file: KickstartFile,
	place: KickstartPlace & { kind: 'argument' },
	offset: number,
): CompletionItem[] {
	const values = valueItems(file, place, offset);
	if (values) return values;
	const { word, command, statement } = place;
	const range = rangeOf(file, word?.start ?? offset, word?.end ?? offset);
	const { options: used } = parseArguments(statement, command, file.source.masked);
	const given = new Set(used.filter(({ start }) => start !== word?.start).map(({ option }) => option.canonical));
	return [...command.options.values()]
		.filter(option => option.repeatable || !given.has(option.canonical))
		.map(option => optionItem(file, { option, command: command.name, range }));
}

function optionItem(
	{ target }: KickstartFile,
	{ option, command, range }: { option: KickstartOption; command: string; range: Range },
): CompletionItem {
	const deprecated = isDeprecatedIn(option, target.release);
	const required = isRequired(option.required, target.release);
	const rank = deprecated ? 'z' : required ? 'a' : option.alias ? 'm' : 'b';
	const choices = option.choices?.length ? `\${1|${option.choices.join(',')}|}` : '$1';
	return {
		label: option.name,
		kind: option.type === 'flag' ? CompletionItemKind.EnumMember : CompletionItemKind.Field,
		...(required ? { detail: t('required') } : {}),
		documentation: { kind: 'markdown', value: optionText(option, command, target).filter(Boolean).join('\n\n') },
		sortText: `${rank}${option.name}`,
		filterText: option.name,
		insertTextFormat: InsertTextFormat.Snippet,
		textEdit: { range, newText: option.type === 'flag' ? option.name : `${option.name}=${choices}` },
		...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
	};
}
