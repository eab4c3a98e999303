import assert from 'node:assert/strict';
import path from 'node:path';
import { suite, test } from 'node:test';
import { matchesGiven, splitPattern } from '../../../server/cli/givenPaths';

suite('patterns of the command line', () => {
	for (const [flavour, given, base, pattern] of [
		['win32', 'sites\\**\\*.cfg', 'sites', '**/*.cfg'],
		['win32', 'sites/*.cfg', 'sites', '*.cfg'],
		['win32', '*.ks', '.', '*.ks'],
		['win32', '..\\*.ks', '..', '*.ks'],
		['win32', 'C:\\*.ks', 'C:/', '*.ks'],
		['win32', 'C:\\work\\*\\a.ks', 'C:/work', '*/a.ks'],
		['win32', 'C:*.ks', 'C:', '*.ks'],
		['win32', '\\\\server\\share\\*.ks', '//server/share/', '*.ks'],
		['posix', 'sites/**/*.cfg', 'sites', '**/*.cfg'],
		['posix', '/*.ks', '/', '*.ks'],
		['posix', '/srv/{a,b}/*.ks', '/srv', '{a,b}/*.ks'],
		['posix', 'a\\b/*.ks', 'a\\b', '*.ks'],
	] as const) {
		test(`${given} on ${flavour}`, () => assert.deepEqual(splitPattern(given, path[flavour]), { base, pattern }));
	}

	test('the case of letters counts, but on Windows', () => {
		assert.ok(matchesGiven('SITES/*.CFG', 'sites/Web.cfg', path.win32));
		assert.ok(matchesGiven('[A-C]*.ks', 'b.KS', path.win32));
		assert.ok(!matchesGiven('SITES/*.CFG', 'sites/web.cfg', path.posix));
		assert.ok(matchesGiven('sites/*.cfg', 'sites/web.cfg', path.posix));
	});
});
