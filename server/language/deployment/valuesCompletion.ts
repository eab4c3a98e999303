import { findNodeAtLocation, getLocation, type Node } from 'jsonc-parser';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import { translate } from '../../texts/texts';
import type { JsonPath } from '../config/json/jsonNode';
import { isTooDeep } from '../links/manifest';
import { deployForm, type FormEntry } from './deployForm';
import { entriesAt, entryAt } from './valuesEntries';
import { valuesFile } from './valuesFile';
import { describeEntry } from './valuesHover';
import { childKeysOf } from './valuesKeys';
import type { AnsweredConfig } from './valuesProblems';

/** A cursor in a values file. */
interface Cursor {
	readonly document: TextDocument;
	readonly path: JsonPath;
	/** What an accepted proposal replaces. */
	readonly range: Range;
	/** The text behind it. */
	readonly rest: string;
}

type Around = AnsweredConfig & { readonly files: readonly string[] };

/** Keys, names of settings and their values, and the paths of configuration-settings files, by place. */
export function completeValues(document: TextDocument, offset: number, around: Around): CompletionItem[] {
	const text = document.getText();
	if (isTooDeep(text)) return [];
	const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
	const isIn = previousNode && previousNode.offset < offset && offset <= previousNode.offset + previousNode.length;
	const start = isIn ? previousNode.offset : wordStart(text, offset);
	const end = isIn ? Math.max(offset, previousNode.offset + previousNode.length) : offset;
	const cursor: Cursor = {
		document,
		path,
		range: { start: document.positionAt(start), end: document.positionAt(end) },
		rest: text.slice(end, end + 200),
	};
	return isAtPropertyKey ? keyItems(cursor, around, offset) : valueItems(cursor, around);
}

const wordStart = (text: string, offset: number): number => {
	let start = offset;
	while (start > 0 && offset - start < 100 && /[\w.-]/.test(text[start - 1] ?? '')) start--;
	return start;
};

function keyItems(cursor: Cursor, { table }: Around, offset: number): CompletionItem[] {
	const parent = cursor.path.slice(0, -1);
	const present = keysAt(valuesFile(cursor.document).root, parent, offset);
	const keys = childKeysOf(parent).map(({ name, description, value }) => ({
		name,
		documentation: description && translate(description),
		snippet: snippets[value],
	}));
	const settings = table ? entriesAt(deployForm(table), parent).map(settingOffer) : [];
	return [...keys, ...settings]
		.filter(({ name }) => !present.has(name))
		.map(({ name, documentation, snippet }, order) => {
			const hasColon = /^\s*:/.test(cursor.rest);
			const key = JSON.stringify(name);
			const newText = hasColon ? key : `${inSnippet(key)}: ${snippet}${comma(cursor)}`;
			return {
				label: name,
				kind: CompletionItemKind.Property,
				documentation: { kind: 'markdown', value: documentation },
				filterText: key,
				sortText: String(order).padStart(4, '0'),
				insertTextFormat: hasColon ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
				textEdit: { range: cursor.range, newText },
			};
		});
}

const snippets = { text: '"$1"', list: '[$1]', object: '{$1}' } as const;

const settingOffer = (entry: FormEntry) => ({
	name: entry.name,
	documentation: describeEntry(entry),
	snippet: snippetOf(entry),
});

function snippetOf(entry: FormEntry): string {
	if (entry.kind === 'list') return '[$1]';
	if (entry.kind === 'group') return '{$1}';
	const { value, choices } = entry.setting;
	return `"\${1:${inSnippet(JSON.stringify(value ?? choices?.[0] ?? '').slice(1, -1))}}"`;
}

const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

const comma = ({ rest }: Cursor): string => (/^\s*["{[]/.test(rest) ? ',' : '');

/** The keys of the object at a path, without the one that the cursor is in. */
function keysAt(root: Node | undefined, path: JsonPath, offset: number): ReadonlySet<string> {
	const node = root && findNodeAtLocation(root, [...path]);
	const keys = (node?.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => children?.[0] ?? []);
	return new Set(
		keys.filter(key => offset < key.offset || key.offset + key.length < offset).map(key => String(key.value)),
	);
}

function valueItems(cursor: Cursor, { table, files }: Around): CompletionItem[] {
	if (cursor.path.length === 1 && cursor.path[0] === 'config')
		return files
			.filter(path => path.endsWith('.json') && !path.endsWith('.values.json'))
			.map(path => valueItem(cursor, path, CompletionItemKind.File));
	const entry = table && entryAt(deployForm(table), cursor.path);
	if (entry?.kind !== 'field') return [];
	const { choices, value } = entry.setting;
	const values = new Set([
		...(value === undefined ? [] : [value]),
		...(choices ?? []),
		...(entry.input === 'checkbox' ? ['true', 'false'] : []),
	]);
	return [...values].map((text, order) => ({
		...valueItem(cursor, text, CompletionItemKind.Value),
		sortText: String(order).padStart(4, '0'),
	}));
}

function valueItem(cursor: Cursor, value: string, kind: CompletionItemKind): CompletionItem {
	const text = JSON.stringify(value);
	return { label: value, kind, filterText: text, textEdit: { range: cursor.range, newText: text + comma(cursor) } };
}
