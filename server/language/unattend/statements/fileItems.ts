import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import { translate } from '../../../texts/texts';
import type { StatementLines } from './readStatements';
import type { StatementFile } from './statementFile';

/** A whole file to start from. */
export interface FileSnippet {
	readonly label: string;
	readonly detail: string;
	/** In snippet syntax: `${1:text}` are places to fill. */
	readonly body: string;
}

export const rangeOf = (
	{ source: { document } }: Pick<StatementFile, 'source'>,
	start: number,
	end: number,
): Range => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});

/** Whole files, offered where there is none yet. */
export function fileItems(
	{ statements, sections }: StatementLines,
	range: Range,
	snippets: readonly FileSnippet[],
): CompletionItem[] {
	if (statements.length > 1 || statements.some(({ words }) => words.length > 1) || sections.length > 0) return [];
	return snippets.map(({ label, detail, body }) => ({
		label: translate(label),
		detail: translate(detail),
		kind: CompletionItemKind.Snippet,
		sortText: `a${label}`,
		insertTextFormat: InsertTextFormat.Snippet,
		documentation: body,
		textEdit: { range, newText: body },
	}));
}
