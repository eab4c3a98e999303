import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { eitherFileSystem, type FileSystem } from '../../../server/workspace/fileSystem';
import { nodeFileSystem } from '../../../server/workspace/nodeFileSystem';
import { folder } from '../../support/product';

const elsewhere: FileSystem = {
	read: async uri => `text of ${uri}`,
	readDecoded: async uri => ({ text: `text of ${uri}`, encoding: 'UTF-8' }),
	list: async uri => ({ uris: [`${uri}/ks.cfg`], isCut: false, closed: [] }),
};

suite('files of a disk and elsewhere', () => {
	test('each is asked about its own', async context => {
		const files = eitherFileSystem(nodeFileSystem, elsewhere);
		const root = pathToFileURL(folder(context, { 'ks.cfg': 'lang en_US\n' })).href;
		const memory = 'vscode-vfs://github/site';
		assert.equal(await files.read(`${root}/ks.cfg`), 'lang en_US\n');
		assert.equal((await files.readDecoded?.(`${root}/ks.cfg`))?.text, 'lang en_US\n');
		assert.equal((await files.readDecoded?.(`${memory}/a.cfg`))?.text, `text of ${memory}/a.cfg`);
		assert.deepEqual((await files.list(root)).uris, [`${root}/ks.cfg`]);
		assert.deepEqual((await files.list(memory)).uris, [`${memory}/ks.cfg`]);
		assert.equal(typeof (await files.stamp?.(`${root}/ks.cfg`)), 'string');
		assert.equal(await files.stamp?.(`${memory}/ks.cfg`), undefined);
		assert.equal(await files.isLink?.(`${memory}/ks.cfg`), false);
	});
});
