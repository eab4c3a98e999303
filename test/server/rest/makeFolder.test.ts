import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { makeFolder } from '../../../server/rest/makeFolder';
import { folder } from '../../support/product';

suite('making a folder', () => {
	test('those above it are made, too, and it may be there already', context => {
		const made = path.join(folder(context, {}), 'a', 'b', 'c');
		makeFolder(made, 0o700);
		makeFolder(made, 0o700);
		assert.ok(statSync(made).isDirectory());
		if (process.platform !== 'win32') assert.equal(statSync(path.dirname(made)).mode & 0o777, 0o700);
	});

	test('a file of the name, or in the way, is an error', context => {
		const cwd = folder(context, {});
		writeFileSync(path.join(cwd, 'file'), '');
		assert.throws(() => makeFolder(path.join(cwd, 'file')), { code: 'EEXIST' });
		assert.throws(() => makeFolder(path.join(cwd, 'file', 'a')), { code: 'ENOTDIR' });
		assert.throws(() => makeFolder(path.join(cwd, 'file', 'a', 'b')), { code: 'ENOTDIR' });
	});

	test('where a system has none to make, that is an error and not work without end', {
		skip: process.platform !== 'linux' && 'only Linux has /proc',
	}, () => {
		assert.throws(() => makeFolder('/proc/none/of/these'), { code: 'ENOENT' });
		assert.throws(() => makeFolder('/proc/none'), { code: 'ENOENT' });
	});
});
