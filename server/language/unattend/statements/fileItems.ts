import { type CompletionItem, CompletionItemKind, InsertTextFormat, type Range } from 'vscode-languageserver-types';
import type { StatementReading } from './statementReading';

/** A whole file to start from. */
export interface FileSnippet {
	readonly label: string;
	readonly detail: string;
	/** In snippet syntax: `${1:text}` are places to fill. */
	readonly body: string;
}

export const rangeOf = (
	{ source: { document } }: Pick<StatementReading, 'source'>,
	start: number,
	end: number,
): Range => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});

/** Whole files, offered where there is none yet. */
export function fileItems(
	{ file }: Pick<StatementReading, 'file'>,
	range: Range,
	snippets: readonly FileSnippet[],
): CompletionItem[] {
	if (file.statements.length > 1 || file.sections.length > 0) return [];
	return snippets.map(({ label, detail, body }) => ({
		label,
		detail,
		kind: CompletionItemKind.Snippet,
		sortText: `a${label}`,
		insertTextFormat: InsertTextFormat.Snippet,
		documentation: body,
		textEdit: { range, newText: body },
	}));
}
