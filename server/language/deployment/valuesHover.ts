import { getLocation } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Hover } from 'vscode-languageserver-types';
import { t, translate } from '../../texts/texts';
import { isTooDeep } from '../links/manifest';
import { code, plain } from '../unattend/macros/macroDescription';
import { deployForm, type FormEntry } from './deployForm';
import { entryAt } from './valuesEntries';
import { childKeysOf } from './valuesKeys';
import type { AnsweredConfig } from './valuesProblems';

/** What a key of a values file means: the setting that it answers, or the key itself. */
export function hoverValues(document: TextDocument, offset: number, { table }: AnsweredConfig): Hover | undefined {
	const text = document.getText();
	if (isTooDeep(text)) return undefined;
	const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
	if (!isAtPropertyKey || !previousNode || offset < previousNode.offset) return undefined;
	const key = childKeysOf(path.slice(0, -1)).find(({ name }) => name === path.at(-1));
	const entry = table && entryAt(deployForm(table), path);
	const value = entry ? describeEntry(entry) : key && translate(key.description);
	if (value === undefined) return undefined;
	const start = document.positionAt(previousNode.offset);
	const end = document.positionAt(previousNode.offset + previousNode.length);
	return { contents: { kind: 'markdown', value }, range: { start, end } };
}

/** Label, help, and what may be entered, as Markdown. */
export function describeEntry(entry: FormEntry): string {
	const { label, name, description, choices, regex, value } = entry.setting;
	const lines = [`**${plain(label ?? name)}**`];
	if (description) lines.push(plain(description));
	if (entry.kind === 'list') lines.push(boundsSentence(entry.min, entry.max));
	if (entry.kind === 'field' && entry.isRequired) lines.push(t('Required.'));
	if (choices && choices.length > 0) lines.push(t('One of {choices}.', { choices: choices.map(code).join(', ') }));
	if (regex !== undefined) lines.push(t('Matches {regex}.', { regex: code(regex) }));
	if (value !== undefined && value !== '')
		lines.push(
			entry.kind === 'field' && entry.input === 'fixed'
				? t('Always {value}.', { value: code(value) })
				: t('Default {value}.', { value: code(value) }),
		);
	return lines.join('\n\n');
}

function boundsSentence(min: number, max: number | undefined): string {
	if (max === undefined) return t('At least {min} of them.', { min });
	return min === max ? t('Exactly {min} of them.', { min }) : t('{min} to {max} of them.', { min, max });
}
