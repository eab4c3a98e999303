import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { escapeSnippet, insideStop, plainText } from '../../../server/language/snippet';

suite('snippets as plain text', () => {
	for (const [snippet, text] of [
		['"${1:a}", $2, "$1"', '"a", , "a"'],
		['${1|yes,no|} and $1', 'yes and yes'],
		['${1:{ "a": "${2:b}"\\}} $2', '{ "a": "b"} b'],
		['${1:${2:${3:deep}}}', 'deep'],
		['a\\$1 \\} \\\\', 'a$1 } \\'],
	] as const) {
		test(snippet, () => assert.equal(plainText(snippet), text));
	}

	test('any text and any snippet can stand in a stop', () => {
		for (const inner of ['{ "a": {} }', escapeSnippet('^a{1,3}$ \\ }'), '{ "n": "${2:x}", "c": ${3|a,b|} }'])
			assert.equal(plainText(`<\${1:${insideStop(inner)}}>`), `<${plainText(inner)}>`);
	});
});
