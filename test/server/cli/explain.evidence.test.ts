import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rules } from '../../../server/language/rules';
import { folder, start } from '../../support/product';
import { rulesKnown, rulesTold } from './rulesTold';

suite('the pages of rules in the terminal', () => {
	test('without a code every rule is listed for people', async () => {
		const { stdout } = await start(['explain']).finished;
		const codes = stdout.split('\n').flatMap(line => /^[\w-]+/.exec(line)?.[0] ?? []);
		assert.deepEqual(codes, Object.keys(rules).sort());
	});

	test('and for programs', async () => {
		const { stdout } = await start(['explain', '--json']).finished;
		assert.deepEqual(rulesTold(JSON.parse(stdout)), rulesKnown);
	});

	test('what code scanning is told of a rule is the title of its page', async context => {
		const cwd = folder(context, { 'site.xclarity.json': '{' });
		const { stdout } = await start(['check', '--format', 'sarif'], { cwd }).finished;
		const { runs } = JSON.parse(stdout);
		const told: { id: keyof typeof rules; shortDescription: { text: string } }[] = runs[0].tool.driver.rules;
		assert.ok(told.length > 0);
		for (const { id, shortDescription } of told) assert.equal(shortDescription.text, rules[id].title);
	});

	test('with a code its page is printed', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknown']).finished;
		assert.deepEqual([code, stderr], [0, '']);
		assert.match(stdout, /^# macro-unknown\n\nA custom macro must be declared/);
	});

	test('a wrong code is wrong usage, and the nearest one is named', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknwn']).finished;
		assert.deepEqual([code, stdout], [2, '']);
		assert.equal(stderr, "xclarity: There is no rule 'macro-unknwn'. Did you mean macro-unknown?\n");
	});
});
