import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mistakes } from '../inputs/mistakes.mjs';
import { sampleConfig } from '../inputs/sampleConfig.mjs';
import { interleaved } from '../measure/interleaved.mjs';
import { jsonServer, languageOf, ours, startServer } from '../measure/servers.mjs';
import { atMostAt95, forScale } from '../measure/targets.mjs';

const of = (name, verb) => `${name}, ${verb}`;
const verbs = ['completion', 'hover'];

/** What is asked of a large file with a mistake while somebody types in it. */
export const answers = {
	name: 'answers',
	title: 'Answers in 1.15 MB with a mistake, asked right after a keystroke, over stdio',
	lines: verbs.flatMap(verb => [
		{ what: verb, ours: of(ours, verb), target: atMostAt95(15, of(ours, verb)) },
		{ what: `JSON server, ${verb}`, ours: of(jsonServer, verb), target: forScale(of(jsonServer, verb)) },
	]),
	async measure({ folder, dist, quick, tell }) {
		const text = mistakes['a wrong value'](sampleConfig(1_150_000));
		const file = path.join(folder, 'large.xclarity.json');
		const uri = pathToFileURL(file).href;
		writeFileSync(file, text);
		const askers = {};
		const editors = [ours, jsonServer].map(name => [name, startServer[name](dist)]);
		for (const [name, editor] of editors) {
			await editor.initialize(pathToFileURL(folder).href);
			editor.initialized();
			const opened = editor.diagnosticsOf(uri);
			editor.notify('textDocument/didOpen', {
				textDocument: { uri, languageId: languageOf[name], version: 1, text },
			});
			await opened;
			const ask = asker(editor, uri, text);
			for (const verb of verbs) askers[of(name, verb)] = () => ask(verb);
		}
		const samples = await interleaved(askers, { rounds: quick ? 10 : 60, warmUp: quick ? 2 : 5, tell });
		await Promise.all(editors.map(([, editor]) => editor.close()));
		return { samples };
	},
};

/**
 * Types into a value in the middle, asks there for completions, or about its key, and takes the letter back when the
 * diagnostics have come.
 */
function asker(editor, uri, text) {
	const key = '"val';
	const before = text.slice(0, text.indexOf('"value": "second', text.length * 0.4) + key.length).split('\n');
	const onKey = { line: before.length - 1, character: before.at(-1).length };
	const position = { ...onKey, character: onKey.character + 'ue": "second'.length };
	const places = { completion: position, hover: onKey };
	let version = 1;
	const type = (_start, end, letter) => {
		const change = {
			range: { start: position, end: { ...position, character: position.character + end } },
			text: letter,
		};
		editor.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges: [change] });
	};
	return async verb => {
		const changed = editor.diagnosticsOf(uri);
		type(position, 0, 's');
		const started = performance.now();
		const answer = await editor.request(`textDocument/${verb}`, {
			textDocument: { uri },
			position: places[verb],
		});
		const time = performance.now() - started;
		if (!answer) throw new Error(`no ${verb}`);
		await changed;
		const restored = editor.diagnosticsOf(uri);
		type(position, 1, '');
		await restored;
		return time;
	};
}
