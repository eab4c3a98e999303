import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { emptyList, noFiles } from '../../../server/workspace/fileSystem';
import { Workspace } from '../../../server/workspace/workspace';

/** What a kickstart file of a workspace at file:///site/ includes, and every URI that was read on the way. */
async function included(files: Readonly<Record<string, string>>, open: readonly TextDocument[] = []) {
	const disk = new Map(Object.entries(files).map(([path, text]) => [new URL(path, 'file:///site/').href, text]));
	const read: string[] = [];
	const workspace = new Workspace({
		files: {
			read: async uri => {
				read.push(uri);
				return disk.get(uri);
			},
			list: async folder => ({ ...emptyList, uris: [...disk.keys()].filter(uri => uri.startsWith(folder)) }),
		},
		openDocuments: () => open,
		roots: () => ['file:///site'],
	});
	const document = await workspace.document('file:///site/ks.cfg');
	assert.ok(document);
	read.length = 0;
	const context = await workspace.contextOf(document, 'kickstart', { severities: {} });
	const found = context.included?.map(one => `${one.uri.replace('file:///site/', '')} ${one.document?.getText()}`);
	return { found, read: read.filter(uri => !uri.endsWith('xclarity.json')) };
}

suite('included files', () => {
	test('are followed from file to file, each once', async () => {
		const { found } = await included({
			'ks.cfg': '%include parts/a.ks\n%include b.ks\n',
			'parts/a.ks': '%include ../b.ks\n%include ../ks.cfg\n',
			'b.ks': 'x',
		});
		assert.deepEqual(found, [
			'parts/a.ks %include ../b.ks\n%include ../ks.cfg\n',
			'b.ks x',
			'ks.cfg %include parts/a.ks\n%include b.ks\n',
		]);
	});

	test('one that is not there is told as such', async () => {
		assert.deepEqual((await included({ 'ks.cfg': '%include a.ks\n' })).found, ['a.ks undefined']);
	});

	test('what an editor has open is there', async () => {
		const open = TextDocument.create('file:///site/a.ks', 'kickstart', 3, 'open');
		assert.deepEqual((await included({ 'ks.cfg': '%include a.ks\n' }, [open])).found, ['a.ks open']);
	});

	test('nothing outside the folder is looked at', async () => {
		const { found, read } = await included({
			'ks.cfg':
				'%include ../secret.ks\n%include /etc/passwd\n%include //host/share/x\n%include http://host/x\n%include .git/x\n',
			'../secret.ks': 'secret',
		});
		assert.deepEqual([found, read], [[], []]);
	});

	test('a file that another one includes knows it', async () => {
		const texts: Readonly<Record<string, string>> = {
			'file:///site/ks.cfg': '%include parts/disks.ks\n',
			'file:///site/parts/disks.ks': 'part / --size=1\n',
		};
		const workspace = new Workspace({
			files: { read: async uri => texts[uri], list: async () => ({ ...emptyList, uris: Object.keys(texts) }) },
			openDocuments: () => [],
			roots: () => ['file:///site'],
		});
		const answers = Object.keys(texts).map(async uri => {
			const document = await workspace.document(uri);
			return document && (await workspace.contextOf(document, 'kickstart', { severities: {} })).isIncluded;
		});
		assert.deepEqual(await Promise.all(answers), [false, true]);
	});

	test('a file without a workspace folder is not asked about', async () => {
		const document = TextDocument.create('file:///elsewhere/ks.cfg', 'kickstart', 1, '%include a.ks\n');
		const workspace = new Workspace({
			files: noFiles,
			openDocuments: () => [document],
			roots: () => ['file:///site'],
		});
		assert.equal((await workspace.contextOf(document, 'kickstart', { severities: {} })).included, undefined);
	});
});
