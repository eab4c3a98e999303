import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
	type DeploymentMap,
	type DeploymentPictureResult,
	deploymentMapRequest,
	deploymentPictureRequest,
} from '../../../server/lsp/folderProtocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

const session = async (context: TestContext) => {
	const root = pathToFileURL(folder(context, { ...siteFiles, 'old/plain.ks': 'text\n' })).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	return { lsp, root };
};

suite('the map of the deployment, over stdio', () => {
	test('shows all files of ours, with the uploads that the client tells', async context => {
		const { lsp, root } = await session(context);
		const map = await lsp.request<DeploymentMap>(deploymentMapRequest, {
			uploads: [{ uri: `${root}/ks.cfg`, server: 'Lab', isCurrent: false }],
		});
		assert.deepEqual(
			map.configs.map(({ path, unattends }) => [path, unattends.map(file => [file.path, file.uploads])]),
			[['site.xclarity.json', [['ks.cfg', [{ server: 'Lab', isCurrent: false }]]]]],
		);
		assert.deepEqual(
			map.unlinked.map(({ path }) => path),
			['old/plain.ks'],
		);
	});

	test('shows the text that is open, and not that of the disk', async context => {
		const { lsp, root } = await session(context);
		lsp.open(`${root}/ks.cfg`, 'kickstart', 'text\n\n\n# #logpath#\n');
		const { configs } = await lsp.request<DeploymentMap>(deploymentMapRequest, {});
		const log = configs[0]?.settings.find(({ macro }) => macro === 'logpath');
		assert.deepEqual(
			log?.uses.map(({ range }) => range.start.line),
			[3],
		);
	});

	test('draws it as a part of a page, each place a link to it', async context => {
		const { lsp, root } = await session(context);
		const page = { nonce: 'n0', command: 'xclarity.showFile' };
		const { svg } = await lsp.request<DeploymentPictureResult>(deploymentPictureRequest, { page });
		assert.match(svg, /<style nonce="n0">/);
		const [, args = ''] =
			/href="command:xclarity\.showFile\?([^"]*)"><rect[^>]*><text class="title"[^>]*>ks\.cfg</.exec(svg) ?? [];
		const [uri, range] = JSON.parse(decodeURIComponent(args));
		assert.deepEqual([uri, range.start.line], [`${root}/ks.cfg`, 0]);
	});

	test('draws it as a file of its own', async context => {
		const { lsp } = await session(context);
		const { svg } = await lsp.request<DeploymentPictureResult>(deploymentPictureRequest, {});
		assert.match(svg, /^<svg /);
		assert.ok(!svg.includes('<a '));
	});
});
