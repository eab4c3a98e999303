import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { listRules, rulePagesFile, rulePagesIn } from '../../../server/texts/rulePages';
import { dist, start } from '../../support/product';
import { rulesKnown, rulesTold } from './rulesTold';

suite('xclarity explain', () => {
	test('it prints the page of a rule that came with the program', async () => {
		const { code, stdout, stderr } = await start(['explain', 'macro-unknown']).finished;
		assert.deepEqual([code, stderr], [0, '']);
		assert.match(stdout, /^# macro-unknown\n\nA custom macro must be declared/);
		assert.match(stdout, /\*\*Severity\*\* error/);
	});

	test('the pages that came with the program list every rule', () => {
		const pages = rulePagesIn(readFileSync(path.join(dist, rulePagesFile)));
		assert.deepEqual(rulesTold(listRules(pages)), rulesKnown);
	});
});
