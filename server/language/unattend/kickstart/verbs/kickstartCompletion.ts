import {
	type CompletionItem,
	CompletionItemKind,
	CompletionItemTag,
	InsertTextFormat,
} from 'vscode-languageserver-types';
import { t, translate } from '../../../../texts/texts';
import type { Span } from '../../../span';
import { fileItems, rangeOf } from '../../statements/fileItems';
import { type OptionPlace, optionEdit, optionPlace } from '../../statements/optionPlace';
import { parseArguments } from '../../statements/parseArguments';
import { restOfLine, wordEnd } from '../../statements/place';
import type { UnattendSource } from '../../unattendSource';
import { isRequired } from '../checks/line/argumentFaults';
import { commandEntries, isDeprecatedIn, type KickstartOption, livesIn, sectionEntries } from '../commandTable';
import { type KickstartFile, kickstartFile } from '../kickstartFile';
import { type KickstartPlace, kickstartPlaceAt } from '../kickstartPlace';
import { fileSnippets } from './fileSnippets';
import { commandText, optionText } from './kickstartHover';
import { valuesAt } from './valueCompletion';

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

/** A section comes with its end, unless its header goes on or its end is there. */
function sectionItems(file: KickstartFile, { start, end }: Span): CompletionItem[] {
	const range = rangeOf(file, start, end);
	const { text } = file.source;
	const isWritten = restOfLine(text, end) !== '' || isClosed(text, end);
	const offered = [...sectionEntries].filter(([name]) => name !== '%end');
	return offered.map(([name, entry]) => {
		const isSection = entry.kind !== 'directive';
		const body = name === '%packages' ? '@^minimal-environment' : '';
		const whole = isSection ? `${name}$1\n${body}$0\n%end` : `${name} `;
		return {
			label: name,
			kind: isSection ? CompletionItemKind.Module : CompletionItemKind.Keyword,
			detail: translate(entry.summary),
			filterText: name,
			sortText: `c${name}`,
			insertTextFormat: InsertTextFormat.Snippet,
			textEdit: { range, newText: isWritten ? name : whole },
		};
	});
}

/** Whether the next line with a tag ends a section, also one whose name is not whole yet. */
const isClosed = (text: string, offset: number): boolean =>
	/^[ \t]*%(?!include|ksappend)(\w*)/m.exec(text.slice(offset))?.[1] === 'end';

const wholeFileItems = (file: KickstartFile, { start, end }: Span): CompletionItem[] =>
	fileItems(file, rangeOf(file, start, end), fileSnippets(file.target.release));

function bodyItems(file: KickstartFile, lineStart: number, offset: number): CompletionItem[] {
	const written = file.source.text.slice(lineStart, offset);
	if (!/^\s*%\w*$/.test(written)) return [];
	const start = lineStart + written.length - written.trimStart().length;
	const { text } = file.source;
	const end = wordEnd(text, offset);
	const range = rangeOf(file, start, end);
	const behind = restOfLine(text, end) === '' ? ' ' : '';
	return ['%end', '%include'].map(label => ({
		label,
		kind: CompletionItemKind.Keyword,
		detail: translate(sectionEntries.get(label)?.summary ?? ''),
		textEdit: { range, newText: label === '%end' ? label : `${label}${behind}` },
	}));
}

function argumentItems(
	file: KickstartFile,
	place: KickstartPlace & { kind: 'argument' },
	offset: number,
): CompletionItem[] {
	const values = valuesAt(file, place, offset);
	if (values) return values;
	const { word, command, statement } = place;
	const { options: used } = parseArguments(statement, command, file.source.masked);
	const at = optionPlace(file.source.text, offset, word, used);
	if (!at) return [];
	const given = new Set(
		used.filter(({ start }) => start !== at.start || at.behind).map(({ option }) => option.canonical),
	);
	return [...command.options.values()]
		.filter(option => option.repeatable || !given.has(option.canonical))
		.filter(({ type }) => type !== 'flag' || !at.hasValue)
		.map(option => optionItem(file, { option, command: command.name, at }));
}

function optionItem(
	file: KickstartFile,
	{ option, command, at }: { option: KickstartOption; command: string; at: OptionPlace },
): CompletionItem {
	const { target } = file;
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
		textEdit: optionEdit(file, at, option.name, option.type === 'flag' ? '' : `=${choices}`),
		...(deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
	};
}
