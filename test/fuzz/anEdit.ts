import fc from 'fast-check';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { aSpoiling, type Spoiling } from './spoiltText';

/** The ways in which people change a text. */
const ways = ['type', 'delete', 'replace', 'copy', 'move lines', 'replace all'] as const;

/** One thing that a person does to a text. Its numbers are taken modulo what the text has. */
export interface Edit {
	readonly way: (typeof ways)[number];
	readonly spoiling: Spoiling;
}

export const anEdit: fc.Arbitrary<Edit> = fc.record({ way: fc.constantFrom(...ways), spoiling: aSpoiling });

/** The edit as editors tell of it: changes in order, each of the text that the one before has left. */
export function changesOf({ way, spoiling }: Edit, document: TextDocument): TextDocumentContentChangeEvent[] {
	const [, where, length, target, piece] = spoiling;
	const text = document.getText();
	const from = where % (text.length + 1);
	const to = Math.min(from + length, text.length);
	const changes: TextDocumentContentChangeEvent[] = [];
	const after = TextDocument.create(document.uri, document.languageId, 1, text);
	const change = (start: number, end: number, newText: string): void => {
		const next = { range: { start: after.positionAt(start), end: after.positionAt(end) }, text: newText };
		changes.push(next);
		TextDocument.update(after, [next], after.version + 1);
	};
	switch (way) {
		case 'type':
			// Signs arrive one by one.
			for (const [index, sign] of [...piece].entries())
				change(Math.min(from + index, after.getText().length), Math.min(from + index, after.getText().length), sign);
			break;
		case 'delete':
			change(from, to, '');
			break;
		case 'replace':
			change(from, to, piece);
			break;
		case 'copy':
			change(target % (text.length + 1), target % (text.length + 1), text.slice(from, to));
			break;
		case 'move lines': {
			const [line, count] = [document.positionAt(from).line, 1 + (length % 3)];
			const [start, end] = [line, line + count].map(each => document.offsetAt({ line: each, character: 0 }));
			change(start ?? 0, end ?? 0, '');
			const goal = after.offsetAt({ line: target % after.lineCount, character: 0 });
			change(goal, goal, text.slice(start, end));
			break;
		}
		case 'replace all':
			changes.push({ text: text.slice(0, from) + piece + text.slice(to) });
	}
	return changes;
}

/** A configuration-settings file with so many settings, and a comma too many at its end. */
export function brokenConfig(count: number): string {
	const settings = Array.from(
		{ length: count },
		(_, index) =>
			`    { "category": "dynamic", "name": "s${index}", "label": "S", "type": "string", "value": "${index}" }`,
	);
	const head = '  "category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,';
	return `{\n${head}\n  "content": [\n${settings.join(',\n')}\n  ],\n}\n`;
}
