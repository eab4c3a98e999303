import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { listRules, rulePagesFile, rulePagesIn } from '../../../server/texts/rulePages';
import { dist } from '../../support/product';
import { rulesKnown, rulesTold } from './rulesTold';

suite('xclarity explain', () => {
	test('the pages that came with the program list every rule, and say what it asks for', () => {
		const pages = rulePagesIn(readFileSync(path.join(dist, rulePagesFile)));
		assert.deepEqual(rulesTold(listRules(pages)), rulesKnown);
		assert.match(pages['macro-unknown'] ?? '', /^# macro-unknown\n\nA custom macro must be declared/);
		assert.match(pages['macro-unknown'] ?? '', /\*\*Severity\*\* error/);
	});
});
