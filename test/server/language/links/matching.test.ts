import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { globMatcher } from '../../../../server/language/links/glob';
import { parseManifest } from '../../../../server/language/links/manifest';
import { linksOf } from '../../../../server/language/links/manifestIndex';
import { matchesPattern, normalPath } from '../../../../server/language/links/matching';
import { cases, hostileLength } from '../../../support/thorough';

suite('matching', () => {
	for (const [pattern, path, expected] of [
		['rhel9/a.cfg', 'rhel9/a.cfg', true],
		['./rhel9//a.cfg', 'rhel9/a.cfg', true],
		['rhel9\\a.cfg', 'rhel9/a.cfg', true],
		['rhel9/x/../a.cfg', 'rhel9/a.cfg', true],
		['rhel9/*.cfg', 'rhel9/a.cfg', true],
		['rhel9/*.cfg', 'rhel9/deep/a.cfg', false],
		['**/*.cfg', 'rhel9/deep/a.cfg', true],
		['**/*.cfg', 'a.cfg', true],
		['*.{ks,cfg}', 'a.ks', true],
		['host[0-9].ks', 'host7.ks', true],
		['*.cfg', 'A.CFG', false],
		['A.cfg', 'a.cfg', false],
		['*.cfg', '.hidden.cfg', true],
		['!a.cfg', 'b.cfg', false],
		['../a.cfg', 'a.cfg', false],
		['/a.cfg', 'a.cfg', false],
		['C:\\a.cfg', 'a.cfg', false],
		['', '', false],
		['a (copy).ks', 'a (copy).ks', true],
		['a[1].ks', 'a[1].ks', true],
		['a[1]*.ks', 'a[1]b.ks', true],
		['a[!1].ks', 'a1.ks', false],
		['a[!1].ks', 'a2.ks', true],
		['* (copy).ks', 'a (copy).ks', true],
		['*.{ks,{x,y}ml}', 'a.yml', true],
		['*{.ks', 'a{.ks', true],
		['*{1}.ks', 'a{1}.ks', true],
		['rhel9/**', 'rhel9/deep/a.cfg', true],
		['rhel9/**', 'rhel9', true],
		['rhel9/**', 'rhel90', false],
		['{rhel9/**,x}', 'rhel9/deep/a.cfg', true],
		['{rhel8/**,x}', 'rhel9/deep/a.cfg', false],
		['{**,x}', 'deep/a.cfg', true],
		['{a/**,b/**}', 'b/deep/a.cfg', true],
		['x{a/**,b/**}', 'c/deep/a.cfg', false],
		['a?c.ks', 'abc.ks', true],
		['a?c.ks', 'a/c.ks', false],
		['a?c.ks', 'ac.ks', false],
		['a[b-d].ks', 'ad.ks', true],
		['a[b-d].ks', 'ae.ks', false],
		['a[^b].ks', 'ab.ks', false],
		['a[b-d]*.ks', 'a/.ks', false],
		['**/x/*.ks', 'x/a.ks', true],
		['**/x/*.ks', 'y/x/a.ks', true],
		['**/x/*.ks', 'yx/a.ks', false],
		['{rhel8,rhel9/**/x}/*.cfg', 'rhel9/deep/x/a.cfg', true],
		['a**b', 'a/b', false],
		['*', 'a/b', false],
		['?.ks', '/.ks', false],
	] as const) {
		test(`${pattern} ${expected ? 'means' : 'does not mean'} ${path}`, () => {
			assert.equal(matchesPattern(pattern, path), expected);
		});
	}

	test('paths out of the folder have no plain form', () => {
		for (const path of ['..', '../a', 'a/../../b', '/a', '\\a', 'C:/a', 'file:///a', '.', '']) {
			assert.equal(normalPath(path), undefined, path);
		}
	});

	test('the entries that name a file, unattend file or script, come in file order', () => {
		const { manifest } = parseManifest(`{ "links": [
			{ "unattend": "*.ks", "config": "a.json", "scripts": ["*.sh"] },
			{ "unattend": ["x/*.ks", "b.ks"], "config": "b.json" }
		] }`);
		const configs = (path: string) => linksOf(manifest, path).map(({ config }) => config?.text);
		assert.deepEqual(configs('a.ks'), ['a.json']);
		assert.deepEqual(configs('b.ks'), ['a.json', 'b.json']);
		assert.deepEqual(configs('x/c.ks'), ['b.json']);
		assert.deepEqual(configs('post.sh'), ['a.json']);
		assert.deepEqual(configs('c.xml'), []);
	});

	test('a hostile pattern is answered at once', () => {
		const length = hostileLength(2_000, 20_000);
		for (const pattern of [
			'*a'.repeat(50),
			`${'{a,'.repeat(30)}b${'}'.repeat(30)}`,
			'+(a|aa)'.repeat(20),
			'**/'.repeat(60),
			`${'*a'.repeat(7)}*b`,
			'*a*a*a*b',
			'**/a/**/a/**/a/**/a/**/b',
		]) {
			// Every way to match it tried in turn would take longer than a run of tests may.
			for (const end of ['b', 'c']) {
				matchesPattern(pattern, `${'a'.repeat(length)}${end}`);
				matchesPattern(pattern, `${'a/'.repeat(length)}${end}`);
			}
		}
	});

	test('a pattern of any size costs no more than its length times that of the path', () => {
		const length = hostileLength(100, 2000);
		for (const pattern of [
			'*a'.repeat(400),
			'**/a/'.repeat(200),
			'{'.repeat(2000),
			`${'{a*,'.repeat(90)}b${'}'.repeat(90)}`,
		])
			for (const path of ['a'.repeat(length), 'a/'.repeat(length / 2)]) globMatcher(pattern)(`${path}-`);
	});

	test('any pattern and any path are answered', () => {
		const pieces = fc.array(
			fc.constantFrom('*', '?', '[', ']', '{', '}', ',', '/', '..', 'a', '!', '(', '\\', '|', '^', '-'),
		);
		fc.assert(
			fc.property(pieces, pieces, (pattern, path) => {
				assert.equal(typeof matchesPattern(pattern.join(''), path.join('')), 'boolean');
			}),
			cases({ few: 15, many: 400 }),
		);
	});
});
