import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../../server/language/rules';
import { folder, start } from '../../support/product';

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

	test('what code scanning is told of a rule is the title of its page', async context => {
		const cwd = folder(context, { 'site.xclarity.json': '{' });
		const { stdout } = await start(['check', '--format', 'sarif'], { cwd }).finished;
		const { runs } = JSON.parse(stdout);
		const told: { id: keyof typeof rules; shortDescription: { text: string } }[] = runs[0].tool.driver.rules;
		assert.ok(told.length > 0);
		for (const { id, shortDescription } of told) assert.equal(shortDescription.text, rules[id].title);
	});

	test('a wrong code is wrong usage, and the nearest one is named', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknwn']).finished;
		assert.deepEqual([code, stdout], [2, '']);
		assert.equal(stderr, "xclarity: There is no rule 'macro-unknwn'. Did you mean macro-unknown?\n");
	});
});
