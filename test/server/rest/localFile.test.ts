import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { readLocalFile } from '../../../server/rest/localFile';
import { folder } from '../../support/product';

/** A folder with `site`, which is the border, and `site-other` beside it. */
function place(context: TestContext) {
	const root = folder(context, { 'site/sub/a.ks': 'inside', 'site/..b.ks': 'dots', 'site-other/secret.ks': 'outside' });
	const at = (name: string): string => path.join(root, name);
	const read = (name: string, border = 'site') =>
		readLocalFile(at(name), { shown: name, border: { folders: [at(border)], name: 'the workspace' } });
	const link = (target: string, name: string): void =>
		symlinkSync(path.relative(path.dirname(at(name)), at(target)), at(name));
	return { read, link, at };
}

type Read = Awaited<ReturnType<typeof readLocalFile>>;
const said = (found: Read): string => ('problem' in found ? found.problem : Buffer.from(found.bytes).toString());

suite('the border of what is sent', () => {
	test('a link, a link to a link, a linked folder and a link in the middle of the path do not lead out', async context => {
		const { read, link, at } = place(context);
		link('site-other/secret.ks', 'site/link.ks');
		link('site/link.ks', 'site/sub/second.ks');
		link('site-other', 'site/folder');
		mkdirSync(at('site/deep'));
		link('site/folder', 'site/deep/folder');
		for (const name of [
			'link.ks',
			'sub/second.ks',
			'folder/secret.ks',
			'deep/folder/secret.ks',
			'sub/../folder/secret.ks',
		])
			assert.match(
				said(await read(`site/${name}`)),
				/is a link to .*secret\.ks, outside the workspace\. Nothing from there is sent: copy it\.$/,
				name,
			);
	});

	test('links that stay inside are followed, also where the folder itself is reached by a link', async context => {
		const { read, link } = place(context);
		link('site/sub/a.ks', 'site/link.ks');
		link('site/link.ks', 'site/second.ks');
		link('site/sub', 'site/folder');
		link('site', 'shortcut');
		for (const name of ['site/link.ks', 'site/second.ks', 'site/folder/a.ks', 'shortcut/second.ks'])
			assert.equal(said(await read(name)), 'inside', name);
		for (const name of ['site/second.ks', 'shortcut/folder/a.ks'])
			assert.equal(said(await read(name, 'shortcut')), 'inside', name);
		assert.equal(said(await read('site/..b.ks')), 'dots');
	});

	test('a folder whose name begins as that of the border is outside; so is the folder above', async context => {
		const { read, link } = place(context);
		assert.match(said(await read('site-other/secret.ks')), /outside the workspace/);
		link('site/sub/a.ks', 'site-other/back.ks');
		assert.equal(said(await read('site-other/back.ks')), 'inside');
		assert.match(said(await read('site/sub/a.ks', 'site-other')), /outside the workspace/);
	});

	test('a link to nothing, and one to itself, are told', async context => {
		const { read, link } = place(context);
		link('site/none', 'site/nothing.ks');
		link('site/loop.ks', 'site/loop.ks');
		assert.match(said(await read('site/nothing.ks')), /^site\/nothing\.ks cannot be read: ENOENT/);
		assert.match(said(await read('site/loop.ks')), /^site\/loop\.ks cannot be read: ELOOP/);
	});
});
