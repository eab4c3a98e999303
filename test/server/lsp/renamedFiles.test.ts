import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

async function session(context: TestContext, files: Readonly<Record<string, string>>) {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	const rename = async (...pairs: readonly (readonly [from: string, to: string])[]) => {
		const renamed = pairs.map(([from, to]) => ({ oldUri: `${root}/${from}`, newUri: `${root}/${to}` }));
		const { changes = {} } = await lsp.request<WorkspaceEdit>('workspace/willRenameFiles', { files: renamed });
		return Object.entries(changes).map(([uri, edits]) => [
			uri.slice(root.length + 1),
			edits.map(({ newText }) => newText),
		]);
	};
	return { lsp, root, rename };
}

suite('files that an editor renames', () => {
	test('are renamed in the manifest, also when it is open and not saved', async context => {
		const { lsp, root, rename } = await session(context, siteFiles);
		assert.deepEqual(await rename(['site.xclarity.json', 'conf/lab.xclarity.json']), [
			['xclarity.json', ['"conf/lab.xclarity.json"']],
		]);
		lsp.open(`${root}/xclarity.json`, 'json', '{ "links": [{ "unattend": "ks.cfg", "config": "a.json" }] }');
		assert.deepEqual(await rename(['ks.cfg', 'rhel.cfg']), [['xclarity.json', ['"rhel.cfg"']]]);
		assert.deepEqual(await rename(['other.txt', 'more.txt']), []);
	});

	test('in every manifest above, with paths from its own folder; one that moves along keeps its paths', async context => {
		const { rename } = await session(context, {
			'xclarity.json': '{ "links": [{ "unattend": "lab/ks.cfg", "config": "lab/site.json" }] }',
			'lab/xclarity.json': '{ "links": [{ "unattend": "ks.cfg", "config": "site.json" }] }',
			'lab/ks.cfg': '',
		});
		assert.deepEqual(await rename(['lab/ks.cfg', 'lab/a.cfg']), [
			['lab/xclarity.json', ['"a.cfg"']],
			['xclarity.json', ['"lab/a.cfg"']],
		]);
		assert.deepEqual(await rename(['lab', 'plant']), [['xclarity.json', ['"plant/ks.cfg"', '"plant/site.json"']]]);
	});
});
