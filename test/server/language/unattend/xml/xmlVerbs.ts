import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../../../server/language/problem';
import type { Dialect } from '../../../../../server/language/unattend/dialect';
import { applied, appliedTo, marked } from '../../../../support/markers';
import { dialectFixes } from '../dialectFixes';
import { sourceOf } from './unattendSources';

/** The text after a rename at `‸`. */
export function renamed(dialect: Dialect, text: string, newName: string): string {
	const { document, cursor } = marked(text);
	const edits = dialect.rename?.(sourceOf(document.getText()), document.offsetAt(cursor), newName) ?? [];
	return applied(document, edits);
}

/** The texts of the places that a verb gives at `‸`, each with its line. */
export function placesAt(dialect: Dialect, verb: 'definition' | 'references', text: string): string[] {
	const { document, cursor } = marked(text);
	const places = dialect[verb]?.(sourceOf(document.getText()), document.offsetAt(cursor)) ?? [];
	return places.map(({ range }) => `${range.start.line + 1} ${document.getText(range)}`);
}

/** What can be renamed at `‸`. */
export function renameable(dialect: Dialect, text: string): string | undefined {
	const { document, cursor } = marked(text);
	const range = dialect.prepareRename?.(sourceOf(document.getText()), document.offsetAt(cursor));
	return range && document.getText(range);
}

/** The text after the fix of the only report with a code. */
export function fixed(dialect: Dialect, code: string, text: string): string {
	const { document } = marked(text);
	const source = sourceOf(text, { uri: document.uri });
	const diagnostics = toDiagnostics(document, dialect.validate(source), {}).filter(each => each.code === code);
	assert.equal(diagnostics.length, 1, `${code} is reported once`);
	const [action] = dialectFixes(dialect, source, diagnostics);
	return appliedTo(document, action?.edit);
}

/** Completion at `‸`. */
export function completed(dialect: Dialect, text: string): readonly CompletionItem[] {
	const { document, cursor } = marked(text);
	return dialect.complete?.(sourceOf(document.getText()), document.offsetAt(cursor)) ?? [];
}

/** The text after a snippet was taken at `‸` and its places were left as they are. */
export function withSnippet(dialect: Dialect, text: string, label: string): string {
	const { document } = marked(text);
	const item = completed(dialect, text).find(each => each.label === label);
	assert.ok(item?.textEdit && 'range' in item.textEdit, `${label} is offered`);
	const newText = item.textEdit.newText
		.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
		.replace(/(?<!\\)\$\d/g, '')
		.replaceAll('\\$', '$');
	return applied(document, [{ range: item.textEdit.range, newText }]);
}

/** Labels of the snippets at `‸`. */
export const snippetsAt = (dialect: Dialect, text: string): string[] =>
	completed(dialect, text).flatMap(({ label }) => (label.includes(': ') ? [label] : []));

/** Semantic tokens as `type text`, in order. */
export function tokensOf(dialect: Dialect, text: string): string[] {
	const tokens = dialect.semanticTokens?.(sourceOf(text)) ?? [];
	return tokens.map(({ type, offset, length }) => `${type} ${text.slice(offset, offset + length)}`);
}
