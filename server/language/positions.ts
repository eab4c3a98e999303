import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { partitionPoint } from './partitionPoint';

/**
 * Finds the positions of offsets as the document does. The lines up to the farthest offset are found by the engine's
 * search for a sign, many times faster than the document counts all of its lines, sign by sign, when it is first asked.
 */
export function positionsIn(document: TextDocument): (offset: number) => Position {
	const text = document.getText();
	// A line may end with a carriage return alone, too.
	if (text.includes('\r')) return offset => document.positionAt(offset);
	const starts = [0];
	let lastBreak = -1;
	let isAll = false;
	return asked => {
		const offset = Math.max(0, Math.min(asked, text.length));
		while (!isAll && lastBreak < offset) {
			lastBreak = text.indexOf('\n', lastBreak + 1);
			if (lastBreak >= 0) starts.push(lastBreak + 1);
			else isAll = true;
		}
		const line = partitionPoint(starts, start => start <= offset) - 1;
		return { line, character: offset - (starts[line] ?? 0) };
	};
}
