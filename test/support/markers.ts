import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

/** A text in which `‸` marked cursors and `⟦…⟧` marked ranges; the marks are gone from the document. */
export interface MarkedDocument {
	readonly document: TextDocument;
	readonly cursors: readonly Position[];
	readonly ranges: readonly Range[];
	/** The first cursor. */
	readonly cursor: Position;
	/** The first range. */
	readonly range: Range;
}

/** Builds a document from marked text. Ranges may nest. @throws {Error} when a bracket has no partner. */
export function marked(
	text: string,
	languageId = 'xclarity-config',
	uri = `file:///site/test.${languageId}`,
): MarkedDocument {
	let plain = '';
	const cursorOffsets: number[] = [];
	const open: number[] = [];
	const rangeOffsets: [number, number][] = [];
	for (const character of text) {
		if (character === '‸') cursorOffsets.push(plain.length);
		else if (character === '⟦') open.push(plain.length);
		else if (character === '⟧') {
			const start = open.pop();
			if (start === undefined) throw new Error('⟧ without ⟦');
			rangeOffsets.push([start, plain.length]);
		} else plain += character;
	}
	if (open.length > 0) throw new Error('⟦ without ⟧');
	const document = TextDocument.create(uri, languageId, 1, plain);
	const cursors = cursorOffsets.map(offset => document.positionAt(offset));
	const ranges = rangeOffsets
		.sort(([a], [b]) => a - b)
		.map(([start, end]) => ({ start: document.positionAt(start), end: document.positionAt(end) }));
	return {
		document,
		cursors,
		ranges,
		get cursor() {
			return first(cursors, 'cursor');
		},
		get range() {
			return first(ranges, 'range');
		},
	};
}

function first<T>(items: readonly T[], what: string): T {
	const [item] = items;
	if (item === undefined) throw new Error(`The text marks no ${what}`);
	return item;
}

/** The text after the edits were applied: fixes are judged by what they leave. */
export const applied = (document: TextDocument, edits: readonly TextEdit[]): string =>
	TextDocument.applyEdits(document, [...edits]);

/** The text of `document` after a workspace edit; other documents are left alone. */
export function appliedTo(document: TextDocument, edit: WorkspaceEdit | undefined): string {
	const documentEdits = (edit?.documentChanges ?? []).flatMap(change =>
		'textDocument' in change && change.textDocument.uri === document.uri ? change.edits : [],
	);
	const edits = [...(edit?.changes?.[document.uri] ?? []), ...documentEdits];
	return applied(
		document,
		edits.filter((one): one is TextEdit => 'newText' in one),
	);
}
