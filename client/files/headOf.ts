import { Position, Range, type TextDocument } from 'vscode';
import { firstLookLength } from './firstLook';

/** The beginning of a document, as long as the first look wants it; the rest of a large file is not touched. */
export const headOf = (document: TextDocument): string =>
	document.getText(new Range(new Position(0, 0), document.positionAt(firstLookLength)));
