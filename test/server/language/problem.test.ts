import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { DiagnosticTag } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../server/language/problem';
import { type RuleCode, rules } from '../../../server/language/rules';
import type { Rule } from '../../../server/language/rules/rule';
import { marked } from '../../support/markers';

suite('diagnostics', () => {
	test('what is deprecated is struck out, what is unnecessary is pale, and nothing else', () => {
		const { document } = marked('text');
		const tags = { deprecated: [DiagnosticTag.Deprecated], unnecessary: [DiagnosticTag.Unnecessary] };
		const seen = new Set<string | undefined>();
		for (const [code, rule] of Object.entries(rules) as [RuleCode, Rule][]) {
			const [diagnostic] = toDiagnostics(document, [{ code, start: 0, end: 4, facts: {} }], {});
			assert.deepEqual(diagnostic?.tags, rule.tag && tags[rule.tag], code);
			seen.add(rule.tag);
		}
		assert.equal(seen.size, 3);
	});
});
