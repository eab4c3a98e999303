import { pathToFileURL } from 'node:url';

/** Opens a file, and gives what types into a description in the middle of it, by turns a letter and a step back. */
export async function typist(editor, languageId, { file, text, isCorrect }) {
	const uri = pathToFileURL(file).href;
	const word = 'What the operator';
	const before = text.slice(0, text.indexOf(word, text.length * 0.4) + word.length).split('\n');
	const line = before.length - 1;
	const character = before[line].length;
	const judged = diagnostics => {
		if ((diagnostics.length === 0) !== isCorrect) throw new Error(`${diagnostics.length} diagnostics in ${file}`);
	};
	const opened = editor.diagnosticsOf(uri);
	editor.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	judged(await opened);
	let version = 1;
	return async () => {
		version++;
		const range = { start: { line, character }, end: { line, character: character + (version % 2) } };
		const change = { range, text: version % 2 === 0 ? 's' : '' };
		const answered = editor.diagnosticsOf(uri);
		const started = performance.now();
		editor.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] });
		const diagnostics = await answered;
		const time = performance.now() - started;
		judged(diagnostics);
		return time;
	};
}
