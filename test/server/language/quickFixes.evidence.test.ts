import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { noLink } from '../../../server/language/links/link';
import { configMistakes } from './configMistakes';
import { fixOutcomes } from './fixOutcomes';

suite('every quick fix of every mistake in a configuration-settings file', () => {
	test('at least 99 of 100 do what they say and nothing else', suiteContext => {
		const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };
		const mistakes = configMistakes(readFileSync('test/fixtures/config/site.xclarity.json', 'utf8'));
		const outcomes = mistakes.flatMap(text => {
			const document = TextDocument.create('file:///site/example', 'xclarity-config', 1, text);
			return fixOutcomes({ kind: 'config', document, context });
		});
		const flawed = outcomes.filter(({ flaws }) => flaws.length > 0);
		suiteContext.diagnostic(`${mistakes.length} mistakes, ${outcomes.length} fixes, ${flawed.length} with a flaw`);
		for (const { code, title, flaws } of flawed) suiteContext.diagnostic(`${code}: "${title}": ${flaws.join('; ')}`);
		assert.ok(flawed.length / outcomes.length < 0.01);
	});
});
