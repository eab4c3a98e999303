import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { menuPaths } from '../../../client/files/menuPaths';

suite('menuPaths', () => {
	test('a path is there with both kinds of slashes, each once', () => {
		assert.deepEqual(menuPaths(['/lab/ks.cfg', 'c:\\lab\\ks.cfg']), [
			'/lab/ks.cfg',
			'\\lab\\ks.cfg',
			'c:\\lab\\ks.cfg',
			'c:/lab/ks.cfg',
		]);
	});

	test('a script is not uploaded like an unattend file', () => {
		assert.deepEqual(menuPaths(['/lab/post.sh', '/lab/setup.PS1']), []);
	});
});
