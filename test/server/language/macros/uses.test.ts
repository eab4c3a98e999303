import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import { isDeclared, macrosOf, macroUses, usesOf } from '../../../../server/language/macros/uses';
import { marked } from '../../../support/markers';
import { documentOf } from '../refactor/linkedFiles';
import { vendorTable } from './macroTables';

suite('the settings that a file uses', () => {
	test('each use of a setting comes with its place and the settings on its path', () => {
		const { document } = marked(
			'lang #server-settings.server2.locale# #predefined.otherSettings.jobId# #a.b#\n>> #logpath# #foo#',
			'kickstart',
		);
		assert.deepEqual(
			macroUses(document, vendorTable)
				.filter(isDeclared)
				.map(({ reference, path }) => [
					reference.segments.map(({ text }) => text),
					path.map(({ name }) => name),
					document.positionAt(reference.start).line,
				]),
			[
				[['server-settings', 'server2', 'locale'], ['server-settings', 'server', 'locale'], 0],
				[['logpath'], ['logpath'], 1],
			],
		);
	});

	test('what a script writes to is a macro also where nothing is linked; what it writes may end in a comment', () => {
		const named = (line: string): string[] =>
			macrosOf(documentOf(`%post\n${line}\n%end\n`, 'a.ks'), undefined).references.map(({ name }) => name);
		assert.deepEqual(named('date >> #logpath#'), ['logpath']);
		assert.deepEqual(named('date 2>#logpath#'), ['logpath']);
		assert.deepEqual(named('date #logpath#'), []);
		assert.deepEqual(named('# date >> #logpath#'), []);
	});

	test('a misspelt macro means the setting that it is near to, and names what is declared of it', () => {
		const { document } = marked('lang #server-settings.server0.locle# #server-settings.server0.locale', 'kickstart');
		assert.deepEqual(
			macroUses(document, vendorTable).map(({ isFlawed, path, meant }) => [isFlawed, path.length, meant.at(-1)?.name]),
			[
				[false, 2, 'locale'],
				[true, 3, 'locale'],
			],
		);
	});
});

const config = documentOf(
	'{"name": "r", "content": [{"name": "g", "template": [{"name": "x"}], "maxElements": 2}, {"name": "unused"}]}',
	'site.xclarity.json',
);

suite('who uses a setting', () => {
	const files = [documentOf('a #g.x0#\nb #g.x1#\nc #g.x7#\n', 'a.ks'), documentOf('d #g.x0# #other.x0#', 'b.ks')];
	const table = declaredMacros(config);
	const [group, unused] = table.nodes;
	const uses = usesOf(table, files);

	test('a value is used by its macros, a group by all that go through it', () => {
		const [element] = group?.children ?? [];
		const seen = (element && uses.bySetting.get(element)) ?? [];
		assert.deepEqual(
			seen.map(({ document, segment }) => `${document.uri.slice(-4)} ${segment.text}`),
			['a.ks x0', 'a.ks x1', 'b.ks x0'],
		);
		assert.equal(group && uses.bySetting.get(group)?.length, 4);
		assert.ok(unused && !uses.bySetting.has(unused));
	});

	test('a file that is named twice is counted once', () => {
		assert.equal(usesOf(table, [...files, ...files]).all.length, uses.all.length);
	});

	test('the answer is kept as long as no file changes', () => {
		const kept = usesOf(table, files);
		assert.equal(usesOf(table, [...files]), kept);
		assert.notEqual(usesOf(table, [...files, documentOf('#unused#', 'c.ks')]), kept);
	});
});
