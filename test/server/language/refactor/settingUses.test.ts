import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import { settingUses } from '../../../../server/language/refactor/settingUses';
import { documentOf } from './linkedFiles';

const config = documentOf(
	'{"name": "r", "content": [{"name": "g", "template": [{"name": "x"}], "maxElements": 2}, {"name": "unused"}]}',
	'site.xclarity.json',
);

suite('settingUses', () => {
	const files = [documentOf('a #g.x0#\nb #g.x1#\nc #g.x7#\n', 'a.ks'), documentOf('d #g.x0# #other.x0#', 'b.ks')];
	const [group, unused] = declaredMacros(config).nodes;
	const uses = settingUses(config, files);

	test('a value is used by its macros, a group by all that go through it', () => {
		const [element] = group?.children ?? [];
		const seen = (element && uses.get(element)) ?? [];
		assert.deepEqual(
			seen.map(({ document, segment }) => `${document.uri.slice(-4)} ${segment.text}`),
			['a.ks x0', 'a.ks x1', 'b.ks x0'],
		);
		assert.equal(group && uses.get(group)?.length, 4);
		assert.ok(unused && !uses.has(unused));
	});

	test('the answer is kept as long as no file changes', () => {
		assert.equal(settingUses(config, [...files]), uses);
		assert.notEqual(settingUses(config, [...files, documentOf('#unused#', 'c.ks')]), uses);
	});
});
