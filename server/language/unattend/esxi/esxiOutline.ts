import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver-types';
import type { Section, Statement } from '../statements/readStatements';
import type { UnattendSource } from '../unattendSource';
import { esxiFile } from './esxiFile';

const longestDetail = 80;

/** Commands and sections in document order. */
export function esxiSymbols(source: UnattendSource): DocumentSymbol[] {
	const { statements, sections } = esxiFile(source);
	return [
		...statements
			.filter(({ kind }) => kind !== 'opaque')
			.map(one => symbol(source, one, { kind: SymbolKind.Property, end: one.end })),
		...sections.map(one => symbol(source, one.header, { kind: SymbolKind.Module, end: lastOf(source, one) })),
	];
}

function symbol(
	{ document, text }: UnattendSource,
	{ head, start, end }: Statement,
	whole: { readonly kind: SymbolKind; readonly end: number },
): DocumentSymbol {
	return {
		name: head.text || '""',
		detail: text.slice(head.end, end).trim().slice(0, longestDetail),
		kind: whole.kind,
		range: { start: document.positionAt(start), end: document.positionAt(Math.max(whole.end, end)) },
		selectionRange: { start: document.positionAt(head.start), end: document.positionAt(head.end) },
	};
}

/** Blank lines before the next section are not part of the one before it. */
function lastOf({ text }: UnattendSource, { bodyStart, bodyEnd }: Section): number {
	let end = bodyEnd;
	while (end > bodyStart && /\s/.test(text[end - 1] ?? '')) end--;
	return end;
}

/** Sections. */
export function esxiFolding(source: UnattendSource): FoldingRange[] {
	const { document } = source;
	return esxiFile(source)
		.sections.map(section => ({
			startLine: document.positionAt(section.header.start).line,
			endLine: document.positionAt(lastOf(source, section)).line,
		}))
		.filter(({ startLine, endLine }) => endLine > startLine);
}
