import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { Minimatch } from 'minimatch';
import { globMatcher } from '../../server/language/links/glob';

/** As the language client calls its matcher for our document selector, and for the file operations of our server. */
const calls = [
	{ pattern: '**/{xclarity,*.values}.json', options: { noext: true } },
	{ pattern: '**/*', options: { dot: true } },
] as const;

const paths = [
	'/home/me/pair/xclarity.json',
	'/xclarity.json',
	'/home/me/.hidden/xclarity.json',
	'/home/me/pair/site.values.json',
	'/home/me/pair/values.json',
	'/home/me/pair/xclarity.jsonc',
	'/home/me/{a,b}/[c]/(d) ä/xclarity.json',
	'c:/Users/me/xclarity.json',
	'//server/share/site.values.json',
	'/home/me/pair/.ks.cfg',
	'/home/me/pair/folder/',
];

suite('patterns of the language client', () => {
	test('our matcher, which its build gets, agrees with its own', () => {
		for (const { pattern, options } of calls) {
			const ours = globMatcher(pattern);
			// Hidden folders count, as they do for VS Code itself.
			const its = new Minimatch(pattern, { ...options, dot: true });
			const ofOurs = paths.filter(path => ours(path));
			assert.deepEqual(
				ofOurs,
				paths.filter(path => its.match(path)),
				pattern,
			);
			assert.ok(ofOurs.length > 0, pattern);
		}
	});

	test('it takes a name that begins with a point, as VS Code itself does', () => {
		const [{ pattern }] = calls;
		assert.ok(globMatcher(pattern)('/home/me/pair/.values.json'));
	});
});
