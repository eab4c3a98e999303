import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeLens, DocumentLink, InlayHint, SemanticTokens, SymbolInformation } from 'vscode-languageserver-types';
import type { NewFileResult } from '../../../server/lsp/protocol';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';

const config = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [
		{ "category": "static", "common": true, "name": "timezone", "label": "Time zone", "optional": false, "type": "string", "regex": "^.*$", "value": "UTC" }
	]
}
`;
const manifest = '{ "links": [{ "unattend": "*.cfg", "config": "site.xclarity.json" }] }';
const kickstart = 'timezone #timezone#\n%include parts.ks\n%include absent.ks\nurl --url=http://example.net/\n';
const files = { 'site.xclarity.json': config, 'xclarity.json': manifest, 'ks.cfg': kickstart, 'parts.ks': 'text\n' };
const whole = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

async function session(
	context: TestContext,
	capabilities: object = {},
	options: object = {},
): Promise<{ lsp: LspSession; uri: (name: string) => string }> {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root], capabilities, { initializationOptions: { hasOurCommands: true, ...options } });
	return { lsp, uri: name => `${root}/${name}` };
}

const titles = (lenses: readonly CodeLens[]) => lenses.map(({ command }) => command?.title);

suite('reading aids over stdio', () => {
	test('lenses count what linked files on the disk use', async context => {
		const { lsp, uri } = await session(context);
		const textDocument = { uri: uri('site.xclarity.json') };
		const lenses = await lsp.request<CodeLens[]>('textDocument/codeLens', { textDocument });
		assert.deepEqual(titles(lenses), ['1 use', 'linked with ks.cfg', 'Upload', '1 use']);
	});

	test('nothing is offered for upload where the editor runs in a browser', async context => {
		const { lsp, uri } = await session(context, {}, { isOffline: true });
		const textDocument = { uri: uri('site.xclarity.json') };
		const lenses = await lsp.request<CodeLens[]>('textDocument/codeLens', { textDocument });
		assert.deepEqual(titles(lenses), ['1 use', 'linked with ks.cfg', '1 use']);
	});

	test('hints: macros by themselves, values only when they are asked for', async context => {
		const { lsp, uri } = await session(context);
		const hints = (name: string) =>
			lsp.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument: { uri: uri(name) }, range: whole });
		assert.deepEqual(
			(await hints('site.xclarity.json'))?.map(({ label }) => label),
			['#timezone#'],
		);
		assert.equal(await hints('ks.cfg'), null);
	});

	test('an included file is a link when it is there', async context => {
		const { lsp, uri } = await session(context);
		const links = await lsp.request<DocumentLink[]>('textDocument/documentLink', {
			textDocument: { uri: uri('ks.cfg') },
		});
		assert.deepEqual(
			links.map(({ target }) => target),
			[uri('parts.ks'), 'http://example.net/'],
		);
	});

	test('a regular expression is left to the grammar where there is one', async context => {
		const tokens = async (capabilities: object) => {
			const { lsp, uri } = await session(context, capabilities);
			const textDocument = { uri: uri('site.xclarity.json') };
			const { data } = await lsp.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
			return data.length / 5;
		};
		const plain = await tokens({});
		assert.equal(await tokens({ textDocument: { semanticTokens: { augmentsSyntaxTokens: true } } }), plain - 1);
	});

	test('settings are found in the whole workspace', async context => {
		const { lsp, uri } = await session(context);
		const [symbol, ...more] = await lsp.request<SymbolInformation[]>('workspace/symbol', { query: 'zone' });
		assert.equal(symbol?.name, 'timezone · Time zone');
		assert.equal(symbol?.location.uri, uri('site.xclarity.json'));
		assert.deepEqual(more, []);
		assert.deepEqual(await lsp.request('workspace/symbol', { query: 'nothing' }), []);
	});

	test('a change of one file makes the editor ask again about the others', async context => {
		const { lsp, uri } = await session(context, { workspace: { codeLens: { refreshSupport: true } } });
		lsp.open(uri('site.xclarity.json'), 'xclarity-config', config);
		lsp.open(uri('ks.cfg'), 'kickstart', kickstart);
		await lsp.sent('workspace/codeLens/refresh');
		lsp.change(uri('ks.cfg'), 2, `${kickstart}lang #timezone#\n`);
		const textDocument = { uri: uri('site.xclarity.json') };
		const [first] = await lsp.request<CodeLens[]>('textDocument/codeLens', { textDocument });
		assert.equal(first?.command?.title, '2 uses');
		// What it does not promise to take it is not sent.
		assert.equal(lsp.received('workspace/inlayHint/refresh') + lsp.received('workspace/semanticTokens/refresh'), 0);
	});

	test('templates of new files are handed out', async context => {
		const { lsp } = await session(context);
		const config = await lsp.request<NewFileResult>('xclarity/newFile', { of: 'config' });
		assert.equal(config.templates.length, 3);
		const unattend = await lsp.request<NewFileResult>('xclarity/newFile', { of: 'unattend' });
		assert.ok(unattend.templates.some(({ kind }) => kind === 'windows'));
	});
});
