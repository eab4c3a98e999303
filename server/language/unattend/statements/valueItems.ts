import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { Span } from '../../span';
import { rangeOf } from './fileItems';
import type { StatementFile } from './statementFile';

/** Values for a stretch of a line: in a list for the item at the offset, in quotation marks for what is between them. */
export function valueItems(
	file: Pick<StatementFile, 'source'>,
	values: readonly string[],
	{ start, end }: Span,
	offset: number,
): CompletionItem[] {
	const { text } = file.source;
	const written = text.slice(start, end);
	const quote = /^["']/.exec(written)?.[0];
	const first = quote ? start + 1 : start;
	const last = quote && written.length > 1 && written.endsWith(quote) ? end - 1 : end;
	if (offset < first || offset > last) return [];
	const from = Math.max(first, text.lastIndexOf(',', offset - 1) + 1);
	const comma = text.slice(offset, last).indexOf(',');
	const range = rangeOf(file, from, comma < 0 ? last : offset + comma);
	return values.map(value => {
		const newText = quote || !value.includes(' ') ? value : `"${value}"`;
		return { label: newText, kind: CompletionItemKind.Value, textEdit: { range, newText } };
	});
}
