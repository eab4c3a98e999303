import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import type { Kind } from './language';

const jsonKinds: ReadonlySet<Kind> = new Set(['config', 'manifest', 'values']);

/**
 * Whether a character that opens the list of completions was typed for another reason: a quotation mark that ends a
 * text, and a colon anywhere but behind a key. A list that opens there would take the Enter that is typed next.
 */
export function isChanceTrigger(document: TextDocument, position: Position, trigger: string, kind: Kind): boolean {
	if (trigger !== '"' && trigger !== ':') return false;
	const line = document.getText({ start: { line: position.line, character: 0 }, end: position });
	const isInText = (line.match(/\\.|"/g) ?? []).filter(mark => mark === '"').length % 2 === 1;
	if (trigger === '"') return !isInText;
	return isInText || !jsonKinds.has(kind);
}
