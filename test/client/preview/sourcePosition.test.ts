import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { sourcePosition } from '../../../client/preview/sourcePosition';

/** A text with `#macro#`s, and the same with values in their place. */
function finished(source: string, values: readonly string[]) {
	const from = TextDocument.create('file:///a', 'kickstart', 1, source);
	const macros = [...source.matchAll(/#\w+#/g)];
	let text = '';
	let end = 0;
	const places = macros.map((macro, index) => {
		text += source.slice(end, macro.index);
		end = macro.index + macro[0].length;
		const start = text.length;
		text += values[index] ?? '';
		return { macro, start, end: text.length };
	});
	const to = TextDocument.create('file:///b', 'kickstart', 1, text + source.slice(end));
	const substitutions = places.map(({ macro, start, end: stop }) => ({
		range: { start: to.positionAt(start), end: to.positionAt(stop) },
		source: { start: from.positionAt(macro.index), end: from.positionAt(macro.index + macro[0].length) },
		macro: macro[0].slice(1, -1),
		origin: 'entered' as const,
	}));
	return { from, to, substitutions };
}

suite('from a finished file back to its source', () => {
	const source = 'text\nlang #a# #b#\nzone #c# --utc\nreboot\n';
	const { from, to, substitutions } = finished(source, ['de_DE', 'x\ny', '']);

	for (const [word, meant] of [
		['text', 'text'],
		['lang', 'lang'],
		['de_DE', '#a#'],
		['_DE', '#a#'],
		['y', '#b#'],
		['zone', 'zone'],
		['--utc', '--utc'],
		['reboot', 'reboot'],
	] as const) {
		test(`${word} comes from ${meant}`, () => {
			const place = sourcePosition({ substitutions }, to.positionAt(to.getText().indexOf(word)));
			assert.equal(from.getText().slice(from.offsetAt(place)).startsWith(meant), true, JSON.stringify(place));
		});
	}
});
