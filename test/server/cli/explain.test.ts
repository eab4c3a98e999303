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

	test('without a code it lists every rule, for people and for programs', async () => {
		const [list, json] = await Promise.all([start(['explain']).finished, start(['explain', '--json']).finished]);
		const codes = list.stdout.split('\n').flatMap(line => /^[\w-]+/.exec(line)?.[0] ?? []);
		assert.deepEqual(codes, Object.keys(rules).sort());
		const listed: { code: string; title: string; severity: string; evidence: string }[] = JSON.parse(json.stdout);
		assert.deepEqual(
			listed.map(({ code, title, severity, evidence }) => `${code} ${title} ${severity} ${evidence}`),
			Object.entries(rules)
				.map(([code, { title, severity, grade, source }]) => `${code} ${title} ${severity} ${grade}: ${source}`)
				.sort(),
		);
	});

	test('a wrong code is wrong usage, and the nearest one is named', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknwn']).finished;
		assert.deepEqual([code, stdout], [2, '']);
		assert.equal(stderr, "xclarity: There is no rule 'macro-unknwn'. Did you mean macro-unknown?\n");
	});
});
