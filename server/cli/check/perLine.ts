import type { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * What is made of the text of a line, its end included. It is kept until another line is asked for: all reports of a
 * file can stand on one line, and that line can be as long as the file.
 */
export function perLine<Made>(document: TextDocument, make: (text: string) => Made) {
	let kept: { readonly line: number; readonly made: Made } | undefined;
	return (line: number): Made => {
		if (kept?.line !== line) {
			const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
			kept = { line, made: make(text) };
		}
		return kept.made;
	};
}
