import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { looksLikeConfig } from '../../../../server/language/config/looksLikeConfig';

suite('looksLikeConfig', () => {
	for (const text of [
		'{"category": "dynamic", "name": "a", "content": [{"category": "static", "name": "b"}]}',
		'{"content": [{"category": "dynamic", "name": "b"',
		'{"content": [{"category": "dynamic", "content": [{"name": "b"}]}] "os": "win"}',
		"\ufeff // a comment\n{'name': 'a', 'content': [{'category': 'dynamic'}]}",
		'[{"customConfigValues": {"category": "dynamic", "name": "a", "content": []}}]',
	]) {
		test(`ours: ${text.slice(0, 60)}`, () => assert.ok(looksLikeConfig(text)));
	}

	for (const text of [
		'',
		'{}',
		'{"name": "x", "version": "1.0.0", "content": []}',
		'{"content": [{"category": "shoes", "name": "boot"}]}',
		'{"category": "dynamic", "name": "page"}',
		'text about {"category": "dynamic", "name": "a", "content": []}',
	]) {
		test(`not ours: ${text.slice(0, 60)}`, () => assert.ok(!looksLikeConfig(text)));
	}
});
