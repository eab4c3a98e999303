import { type DocumentSymbol, type FoldingRange, FoldingRangeKind, SymbolKind } from 'vscode-languageserver-types';
import type { Section, Statement } from '../../statements/readStatements';
import type { UnattendSource } from '../../unattendSource';
import { kickstartFile } from '../kickstartFile';

/** Commands and sections in document order. */
export function kickstartSymbols(source: UnattendSource): DocumentSymbol[] {
	const { statements, sections } = kickstartFile(source);
	const symbols = [
		...statements.filter(({ kind }) => kind === 'command' || kind === 'directive').map(one => lineSymbol(source, one)),
		...sections.map(one => sectionSymbol(source, one)),
	];
	return symbols.sort((a, b) => a.range.start.line - b.range.start.line);
}

const rangeOf = ({ document }: UnattendSource, start: number, end: number) => ({
	start: document.positionAt(start),
	end: document.positionAt(end),
});

const longestDetail = 80;

function lineSymbol(source: UnattendSource, { head, start, end }: Statement): DocumentSymbol {
	return {
		name: head.text || '""',
		detail: source.text.slice(head.end, end).trim().slice(0, longestDetail),
		kind: SymbolKind.Property,
		range: rangeOf(source, start, end),
		selectionRange: rangeOf(source, head.start, head.end),
	};
}

const lastOf = ({ endTag, bodyEnd, header }: Section): number => endTag?.end ?? Math.max(bodyEnd, header.end);

function sectionSymbol(source: UnattendSource, section: Section): DocumentSymbol {
	const { header } = section;
	return {
		name: section.name,
		detail: source.text.slice(header.head.end, header.end).trim().slice(0, longestDetail),
		kind: SymbolKind.Module,
		range: rangeOf(source, header.start, lastOf(section)),
		selectionRange: rangeOf(source, header.head.start, header.head.end),
	};
}

/** Sections, and comments of several lines. */
export function kickstartFolding(source: UnattendSource): FoldingRange[] {
	const { document } = source;
	const sections = kickstartFile(source).sections.map(section => ({
		startLine: document.positionAt(section.header.start).line,
		endLine: document.positionAt(lastOf(section)).line,
	}));
	return [...sections, ...commentBlocks(source)].filter(({ startLine, endLine }) => endLine > startLine);
}

function commentBlocks({ text }: UnattendSource): FoldingRange[] {
	const blocks: FoldingRange[] = [];
	let startLine = -1;
	const lines = text.split('\n');
	for (let line = 0; line <= lines.length; line++) {
		const isComment = line < lines.length && /^\s*#/.test(lines[line] ?? '');
		if (isComment && startLine < 0) startLine = line;
		if (isComment || startLine < 0) continue;
		blocks.push({ startLine, endLine: line - 1, kind: FoldingRangeKind.Comment });
		startLine = -1;
	}
	return blocks;
}
