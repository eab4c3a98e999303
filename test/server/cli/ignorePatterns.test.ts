import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import ignore from 'ignore';
import { IgnorePatterns } from '../../../server/cli/check/ignorePatterns';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';
import { cases } from '../../support/thorough';

const pieces = fc.constantFrom(
	'a',
	'B',
	'ab',
	'σ',
	'ς',
	'*',
	'**',
	'?',
	'/',
	'!',
	'#',
	' ',
	'\\',
	'[ab]',
	'[',
	']',
	'.',
	'\t',
);
const patterns = fc.array(
	fc.array(pieces, { maxLength: 6 }).map(parts => parts.join('')),
	{ maxLength: 6 },
);
const paths = fc
	.array(
		fc.array(fc.constantFrom('a', 'b', 'A', 'σ', 'Σ', '.', ' ', '!', '#', '*', '\t'), { minLength: 1, maxLength: 3 }),
		{ minLength: 1, maxLength: 3 },
	)
	.map(names => names.map(name => name.join('')).join('/'))
	.filter(path => ignore.isPathValid(path));

suite('patterns of .gitignore', () => {
	test('found by their names they say what they say together', () => {
		fc.assert(
			fc.property(patterns, paths, fc.boolean(), fc.boolean(), (lines, path, ignoresCase, isFolder) => {
				const together = ignore({ allowRelativePaths: true, ignorecase: ignoresCase }).add(lines);
				const found = new IgnorePatterns(lines, { ignoresCase });
				const asked = isFolder ? `${path}/` : path;
				const { ignored, unignored } = found.test(asked);
				const expected = together.test(asked);
				assert.deepEqual({ ignored, unignored }, { ignored: expected.ignored, unignored: expected.unignored });
			}),
			cases({ few: 500, many: 100_000 }),
		);
	});

	test('a path is held against those only that can match', () => {
		const lines = [
			'/build/',
			'out/*.log',
			'*.tmp',
			'cache-*',
			'!keep.tmp',
			'# a comment',
			'',
			'*',
			'?',
			'**/',
			'a\\*',
			'[ab]x',
		];
		assert.equal(new IgnorePatterns(lines, { ignoresCase: false }).anywhere, 5);
	});

	test('the last one counts, however it was found', () => {
		const isIgnored = (...lines: readonly string[]): boolean =>
			new IgnorePatterns(lines, { ignoresCase: false }).test('ks.cfg').ignored;
		assert.deepEqual([isIgnored('*.cfg', '!ks.cfg'), isIgnored('!ks.cfg', '*.cfg')], [false, true]);
		assert.deepEqual([isIgnored('*', '!ks.cfg'), isIgnored('!ks.cfg', '*')], [false, true]);
	});

	test('so many that could match anything are refused, and not passed over', async context => {
		const many = Array.from({ length: 2001 }, (_, number) => `*${number}*`).join('\n');
		const cwd = folder(context, { ...siteFiles, '.gitignore': many });
		const { code, stderr } = await xclarity(['check'], { cwd });
		assert.equal(code, 2);
		assert.match(stderr, /^xclarity: .*\.gitignore has more than 2000 patterns that could match any name/);
		assert.equal((await xclarity(['check', '--no-ignore'], { cwd })).code, 0);
	});
});
