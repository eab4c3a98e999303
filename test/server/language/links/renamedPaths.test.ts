import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { matchesPattern } from '../../../../server/language/links/matching';
import { type RenamedPath, renamedPaths } from '../../../../server/language/links/renamedPaths';
import { applied } from '../../../support/markers';

const link = (members: string): string => `{ "links": [{ ${members}, "config": "site.json" }] }`;

function after(text: string, ...renames: readonly RenamedPath[]): string {
	const document = TextDocument.create('file:///site/xclarity.json', 'json', 1, text);
	return applied(document, renamedPaths(document, renames));
}

suite('renamed files in a manifest', () => {
	for (const [what, before, from, to, expected] of [
		['an unattend file', '"unattend": "a.cfg"', 'a.cfg', 'b.cfg', '"unattend": "b.cfg"'],
		['one of a list', '"unattend": ["a.cfg", "c.cfg"]', 'a.cfg', 'x/a.cfg', '"unattend": ["x/a.cfg", "c.cfg"]'],
		['another spelling of the path', '"unattend": ".\\\\x\\\\a.cfg"', 'x/a.cfg', 'a.cfg', '"unattend": "a.cfg"'],
		['a script', '"scripts": ["post.sh"]', 'post.sh', 'sh/post.sh', '"scripts": ["sh/post.sh"]'],
		['a folder', '"unattend": "x/y/a.cfg"', 'x', 'z', '"unattend": "z/y/a.cfg"'],
		['a folder before a pattern', '"unattend": "x/*.cfg"', 'x', 'z/x', '"unattend": "z/x/*.cfg"'],
		['a file that a pattern still names', '"unattend": "*.cfg"', 'a.cfg', 'b.cfg', '"unattend": "*.cfg"'],
		['one that leaves the pattern', '"unattend": "*.cfg"', 'a.cfg', 'a.ks', '"unattend": ["*.cfg", "a.ks"]'],
		['one that leaves a list', '"unattend": [ "*.cfg" ]', 'a.cfg', 'a.ks', '"unattend": [ "*.cfg", "a.ks" ]'],
		['another file', '"unattend": "a.cfg"', 'a.cf', 'b.cf', '"unattend": "a.cfg"'],
		['a name that begins alike', '"unattend": "xy/a.cfg"', 'x', 'z', '"unattend": "xy/a.cfg"'],
		['a name that reads as a pattern', '"unattend": "a.cfg"', 'a.cfg', 'k{1,2}*.cfg', '"unattend": "k[{]1,2}[*].cfg"'],
		['a name with brackets', '"unattend": "a.cfg"', 'a.cfg', 'a[1].cfg', '"unattend": "a[1].cfg"'],
	] as const) {
		test(what, () => assert.equal(after(link(before), { from, to }), link(expected)));
	}

	test('a name that reads as a pattern still names its file, and no other', () => {
		const name = 'k{1,2}*.cfg';
		const text = after(link('"unattend": "a.cfg"'), { from: 'a.cfg', to: name });
		const [pattern = ''] = /k\[[^"]*/.exec(text) ?? [];
		assert.ok(matchesPattern(pattern, name));
		assert.ok(!matchesPattern(pattern, 'k1x.cfg'));
	});

	for (const [before, from, to, expected] of [
		['old/', 'old', 'older', 'older/'],
		['/dir/z.cfg', 'dir/z.cfg', 'dir/zz.cfg', '/dir/zz.cfg'],
		['!dir/*.cfg', 'dir', 'x[1]', '!x\\\\[1]/*.cfg'],
		['olds/', 'old', 'older', 'olds/'],
		['*.cfg', 'a.cfg', 'b.cfg', '*.cfg'],
	] as const) {
		const ignoring = (pattern: string): string => `{ "links": [], "ignore": ["x", "${pattern}"] }`;
		test(`what is left out: ${before}`, () => assert.equal(after(ignoring(before), { from, to }), ignoring(expected)));
	}

	test('the configuration file, and several at once', () => {
		const text =
			'{ "links": [{ "unattend": "a.cfg", "config": "./site.json" }, { "unattend": "b.cfg", "config": "o.json" }] }';
		assert.equal(
			after(text, { from: 'site.json', to: 'new.json' }, { from: 'b.cfg', to: 'c.cfg' }),
			text.replace('./site.json', 'new.json').replace('b.cfg', 'c.cfg'),
		);
	});
});
