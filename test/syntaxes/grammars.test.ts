import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { builtInGrammars, contradictions, readCase } from './grammarTest';

const folder = path.join('test', 'syntaxes', 'cases');
/** Cases that need the grammars of VS Code itself. */
const embedding = /embedded|injected/;

suite('grammars', () => {
	for (const file of readdirSync(folder)) {
		const skip =
			embedding.test(file) && builtInGrammars() === undefined
				? 'the browser-based VS Code, which brings the embedded grammars, is not installed'
				: false;
		test(file, { skip }, async () => {
			const read = readCase(readFileSync(path.join(folder, file), 'utf8'));
			assert.ok(read.lines.some(({ expectations }) => expectations.length > 0));
			assert.deepEqual(await contradictions(read), []);
		});
	}

	test('an expectation that does not hold is told with its line', async () => {
		const read = readCase('source.kickstart\n| text\n. ^^^^ comment.line.number-sign.kickstart\n');
		assert.match((await contradictions(read)).join(), /line 3, “text”: not comment/);
	});
});
