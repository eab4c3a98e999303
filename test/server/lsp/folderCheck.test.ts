import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import {
	type CheckFolderResult,
	checkFolderRequest,
	type ManifestFilesResult,
	manifestFilesRequest,
	type NamedServerResult,
	namedServerRequest,
	type OurFilesResult,
	ourFilesRequest,
} from '../../../server/lsp/folderProtocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

const broken = siteKickstart.replace('server0.locale', 'server0.locle');
const watching = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

interface Published {
	readonly uri: string;
	readonly diagnostics: readonly Diagnostic[];
}

async function session(context: TestContext, files: Readonly<Record<string, string>>) {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root], watching);
	const changeOnDisk = (name: string, text: string | undefined): void => {
		const path = fileURLToPath(`${root}/${name}`);
		if (text === undefined) rmSync(path);
		else writeFileSync(path, text);
		lsp.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${root}/${name}`, type: text ? 2 : 3 }] });
	};
	/** Waits for diagnostics of a file with, or without, an error that come from now on. */
	const published = (name: string, isWrong: boolean): Promise<Published> => {
		const before = new Set<Published>();
		let isNow = false;
		const found = lsp.notification<Published>('textDocument/publishDiagnostics', params => {
			if (!isNow) before.add(params);
			const { uri, diagnostics } = params;
			const hasError = diagnostics.some(({ severity }) => severity === 1);
			return !before.has(params) && uri === `${root}/${name}` && hasError === isWrong;
		});
		isNow = true;
		return found;
	};
	return { lsp, root, changeOnDisk, published };
}

suite('a check of all files', () => {
	test('publishes what is wrong in files that are not open, and counts it', async context => {
		const { lsp, root, published } = await session(context, { ...siteFiles, 'ks.cfg': broken });
		const shown = published('ks.cfg', true);
		const found = await lsp.request<CheckFolderResult>(checkFolderRequest, {});
		const { files } = await lsp.request<OurFilesResult>(ourFilesRequest, {});
		assert.equal(found.errors, 1);
		assert.equal(found.files, files.length);
		assert.equal((await shown).uri, `${root}/ks.cfg`);
	});

	test('is kept up to date with the disk, with files that are open, and with those that are closed', async context => {
		const { lsp, root, changeOnDisk, published } = await session(context, siteFiles);
		assert.equal((await lsp.request<CheckFolderResult>(checkFolderRequest, {})).errors, 0);
		changeOnDisk('ks.cfg', broken);
		await published('ks.cfg', true);
		changeOnDisk('ks.cfg', siteKickstart);
		await published('ks.cfg', false);
		const config = `${root}/site.xclarity.json`;
		lsp.open(config, 'xclarity-config', siteConfig.replace('"locale"', '"locle"'));
		await published('ks.cfg', true);
		lsp.notify('textDocument/didClose', { textDocument: { uri: config } });
		await published('ks.cfg', false);
		changeOnDisk('ks.cfg', broken);
		await published('ks.cfg', true);
		changeOnDisk('ks.cfg', undefined);
		await published('ks.cfg', false);
	});

	test('before it was asked for, files that are not open are left alone', async context => {
		const { lsp, root, changeOnDisk, published } = await session(context, siteFiles);
		changeOnDisk('ks.cfg', broken);
		lsp.open(`${root}/other.cfg`, 'kickstart', 'frobnicate\n');
		await published('other.cfg', true);
		for (const [version, text] of ['lang en_US.UTF-8\n', 'frobnicate\n'].entries()) {
			lsp.change(`${root}/other.cfg`, version + 2, text);
			await published('other.cfg', text.startsWith('frob'));
		}
		assert.equal(lsp.received('textDocument/publishDiagnostics'), 3);
	});
});

suite('the files of a folder', () => {
	test('those that an appliance takes are told from manifests, values files and scripts', async context => {
		const { lsp, root } = await session(context, {
			'xclarity.json': JSON.stringify({
				links: [
					{
						unattend: ['setup', '*.values.json'],
						config: 'settings.json',
						scripts: ['post.sh'],
						os: 'rhels',
						osrelease: '9.4',
					},
				],
			}),
			'site.xclarity.values.json': '{}',
			'settings.json': siteConfig,
			setup: siteKickstart,
			'post.sh': 'echo #locale#\n',
			'other.ks': siteKickstart,
			'package.json': '{}',
		});
		const { files } = await lsp.request<OurFilesResult>(ourFilesRequest, {});
		const types = Object.fromEntries(files.map(({ uri, imageType }) => [uri.slice(root.length + 1), imageType]));
		assert.deepEqual(types, {
			'xclarity.json': undefined,
			'site.xclarity.values.json': undefined,
			'settings.json': 'CONFIG',
			setup: 'UNATTEND',
			'post.sh': undefined,
			'other.ks': 'UNATTEND',
		});
	});

	test('a manifest brings the unattend files that it names, and no other', async context => {
		const { lsp, root } = await session(context, { ...siteFiles, 'other.ks': siteKickstart });
		const { uris } = await lsp.request<ManifestFilesResult>(manifestFilesRequest, { uri: `${root}/xclarity.json` });
		assert.deepEqual(uris, [`${root}/ks.cfg`]);
		const none = await lsp.request<ManifestFilesResult>(manifestFilesRequest, { uri: `${root}/ks.cfg` });
		assert.deepEqual(none, { uris: [], isUnreadable: false });
	});

	test('of a manifest that is no JSON it is said that nobody knows what it names', async context => {
		const { lsp, root } = await session(context, {
			...siteFiles,
			'xclarity.json': '{ "links": [{ "unattend": "ks.cfg" ',
		});
		const uri = `${root}/xclarity.json`;
		const broken = await lsp.request<ManifestFilesResult>(manifestFilesRequest, { uri });
		assert.deepEqual(broken, { uris: [], isUnreadable: true });
	});

	test('the server of a file is named by the nearest manifest, with comments as people write them', async context => {
		const { lsp, root } = await session(context, {
			'xclarity.json': '{ "server": "lab" }',
			'ks.cfg': siteKickstart,
			'rack/xclarity.json': '{\n\t// Rack 7\n\t"server": "rack7",\n}',
			'rack/ks.cfg': siteKickstart,
		});
		const named = async (name: string): Promise<string | undefined> =>
			(await lsp.request<NamedServerResult>(namedServerRequest, { uri: `${root}/${name}` })).server;
		assert.equal(await named('ks.cfg'), 'lab');
		assert.equal(await named('rack/ks.cfg'), 'rack7');
	});
});
