import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeFileSystem, whyUnread } from '../../../server/workspace/nodeFileSystem';
import { Workspace } from '../../../server/workspace/workspace';
import { folder } from '../../support/product';

/** Makes links in a folder; where the system does not let us, the test has nothing to say. */
function linked(
	context: TestContext,
	files: Readonly<Record<string, string>>,
	links: Readonly<Record<string, string>>,
) {
	const root = folder(context, files);
	for (const [name, target] of Object.entries(links)) symlinkSync(target, path.join(root, name));
	return { root, uri: (name: string) => pathToFileURL(path.join(root, name)).href };
}

suite('links on the disk', { skip: process.platform === 'win32' && 'links need rights there' }, () => {
	test('are followed to files of this machine', async context => {
		const { uri } = linked(context, { 'a.ks': 'text' }, { 'b.ks': 'a.ks', 'c.ks': 'b.ks', 'd.ks': 'gone.ks' });
		assert.equal(await nodeFileSystem.read(uri('c.ks')), 'text');
		assert.equal(await nodeFileSystem.read(uri('d.ks')), undefined);
		assert.deepEqual(
			[await nodeFileSystem.isLink?.(uri('b.ks')), await nodeFileSystem.isLink?.(uri('a.ks'))],
			[true, false],
		);
	});

	test('lead nowhere when they name another machine, or never end', async context => {
		const { root, uri } = linked(context, { 'a.ks': 'text' }, { 'round.ks': 'round.ks' });
		symlinkSync(`/${path.join(root, 'a.ks')}`, path.join(root, 'share.ks'));
		assert.equal(await nodeFileSystem.read(uri('share.ks')), undefined);
		assert.equal(await nodeFileSystem.read(uri('round.ks')), undefined);
	});

	test('are not followed for include lines', async context => {
		const outside = folder(context, { secret: 'secret' });
		const { root, uri } = linked(
			context,
			{ 'ks.cfg': '%include file.ks\n%include folder/secret\n' },
			{ 'file.ks': path.join(outside, 'secret'), folder: outside },
		);
		const workspace = new Workspace({
			files: nodeFileSystem,
			openDocuments: () => [],
			roots: () => [pathToFileURL(root).href],
		});
		const document = await workspace.document(uri('ks.cfg'));
		assert.ok(document);
		const { included } = await workspace.contextOf(document, 'kickstart', { severities: {} });
		assert.deepEqual(included, []);
	});
});

suite('a file on another machine', () => {
	test('is not read, and the reason is told', async () => {
		const uri = 'file://server.example.net/share/ks.cfg';
		assert.equal(await nodeFileSystem.read(uri), undefined);
		assert.equal(await whyUnread(uri), 'it lies on another machine');
	});
});

suite('a URI that can name no file', () => {
	for (const name of ['a%00b.ks', 'a%2Fb.ks', 'a%zz.ks'])
		test(`${name} is one that is not there`, async () => {
			const uri = `${pathToFileURL(path.resolve('.')).href}/${name}`;
			assert.equal(await nodeFileSystem.read(uri), undefined);
			assert.equal(await nodeFileSystem.stamp?.(uri), undefined);
			assert.equal(await nodeFileSystem.isLink?.(uri), false);
			assert.deepEqual((await nodeFileSystem.list(`${uri}/`)).uris, []);
		});
});
