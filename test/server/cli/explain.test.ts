import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../../server/language/rules';
import { start } from '../../support/product';

suite('xclarity explain', () => {
	test('it prints the page of a rule that came with the program', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknown']).finished;
		assert.deepEqual([code, stderr], [0, '']);
		assert.match(stdout, /^# macro-unknown\n\nA custom macro must be declared/);
		assert.match(stdout, /\*\*Severity\*\* error/);
	});

	test('without a code it lists every rule for programs', async () => {
		const { stdout } = await start(['explain', '--json']).finished;
		const listed: { code: string; title: string; severity: string; evidence: string }[] = JSON.parse(stdout);
		assert.deepEqual(
			listed.map(({ code, title, severity, evidence }) => `${code} ${title} ${severity} ${evidence}`),
			Object.entries(rules)
				.map(([code, { title, severity, grade, source }]) => `${code} ${title} ${severity} ${grade}: ${source}`)
				.sort(),
		);
	});
});
