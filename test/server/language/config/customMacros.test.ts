import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import type { MacroNode } from '../../../../server/language/macros/macroTable';
import { marked } from '../../../support/markers';
import { hostileLength } from '../../../support/thorough';

const outline = (nodes: readonly MacroNode[]): unknown[] =>
	nodes.map(({ name, instances, children }) => [
		instances ? `${name}${instances.min}..${instances.max ?? ''}${instances.autoCreated ? '!' : ''}` : name,
		...outline(children),
	]);

suite('customMacros', () => {
	test('groups and templates become steps of macros', () => {
		const { document } = marked(`{"name": "site", "content": [
			{"name": "server-settings", "type": "assoc_array", "template": [
				{"name": "server", "autoCreateInstance": true, "content": [{"name": "locale", "type": "string"}]}]},
			{"name": "ntp", "minElements": 0, "maxElements": 3, "template": [{"name": "ntpserver", "type": "string"}]},
			{"name": "logpath", "value": "/tmp/a"}]}`);
		const { rootName, nodes } = declaredMacros(document);
		assert.equal(rootName, 'site');
		assert.deepEqual(outline(nodes), [
			['server-settings', ['server0..!', ['locale']]],
			['ntp', ['ntpserver0..3']],
			['logpath'],
		]);
	});

	test('a setting knows its facts and where its name stands', () => {
		const { document, range } = marked(
			'{"name": "a", "content": [{"name": ⟦"port"⟧, "category": "static", "common": true, "value": 22, "choices": ["22", "23"]}]}',
		);
		const setting = declaredMacros(document).nodes[0]?.setting;
		assert.deepEqual(setting?.nameRange, range);
		assert.deepEqual(setting?.path, ['content', 0]);
		assert.deepEqual([setting?.value, setting?.choices, setting?.category], ['22', ['22', '23'], 'static']);
	});

	test('a broken file declares what can be read of it', () => {
		const { document } = marked('{"name": "a" "content": [{"name": "b", "value": \'x\'}, {"name": "c", "value": ');
		assert.deepEqual(outline(declaredMacros(document).nodes), [['b'], ['c']]);
	});

	test('a request body declares what the file inside declares', () => {
		const { document } = marked(
			'{"os": "win", "content": {"category": "dynamic", "name": "a", "content": [{"name": "b"}]}}',
		);
		const { rootName, nodes } = declaredMacros(document);
		assert.deepEqual([rootName, outline(nodes)], ['a', [['b']]]);
	});

	test('nesting does not overflow', () => {
		const { document } = marked('{"name": "a", "content": ['.repeat(hostileLength(60, 10_000)));
		assert.equal(declaredMacros(document).nodes.length, 1);
	});

	test('an edited document is read again', () => {
		const { document } = marked('{"content": [{"name": "a"}]}');
		const again = declaredMacros(document);
		assert.equal(declaredMacros(document), again);
	});
});
