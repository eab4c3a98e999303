import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
	CodeAction,
	CodeLens,
	CompletionItem,
	Diagnostic,
	DocumentSymbol,
	Hover,
	SymbolInformation,
} from 'vscode-languageserver-types';
import { LspSession } from '../../support/lspSession';
import { marked } from '../../support/markers';
import { folder } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

interface Published {
	readonly uri: string;
	readonly diagnostics: Diagnostic[];
}

interface Setup {
	readonly files?: Readonly<Record<string, string>>;
	readonly capabilities?: object;
	readonly more?: object;
}

async function session(context: TestContext, { files = siteFiles, capabilities = {}, more = {} }: Setup = {}) {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	const started = await lsp.initialize<{ capabilities: { executeCommandProvider: { commands: string[] } } }>(
		[root],
		capabilities,
		more,
	);
	const at = (text: string, name: string) => {
		const { document, cursor } = marked(text, 'x', `${root}/${name}`);
		lsp.open(document.uri, name.endsWith('.json') ? 'xclarity-config' : 'kickstart', document.getText());
		return { textDocument: { uri: document.uri }, position: cursor };
	};
	return { lsp, at, started, uri: (name: string) => `${root}/${name}` };
}

const ours = { initializationOptions: { hasOurCommands: true } };
const macro = siteKickstart.replace('server0.locale', 'ser‸ver0.locale');

suite('an editor that can do less', () => {
	test('gets plain text where it knows no snippets', async context => {
		const place = '{ "category": "dynamic", ‸ }';
		for (const [snippetSupport, newText, format] of [
			[true, '"optional": ${1|false,true|}', 2],
			[false, '"optional": false', undefined],
		] as const) {
			const capabilities = { textDocument: { completion: { completionItem: { snippetSupport } } } };
			const { lsp, at } = await session(context, { capabilities });
			const items = await lsp.request<CompletionItem[]>('textDocument/completion', at(place, 'a.xclarity.json'));
			const item = items.find(({ label }) => label === 'optional');
			assert.deepEqual([item?.textEdit?.newText, item?.insertTextFormat], [newText, format]);
		}
	});

	test('gets plain words for a hover, and a flat list of symbols with their groups', async context => {
		const { lsp, at } = await session(context);
		const place = at(macro.replace('ser‸ver0.locale', 'server0.lo‸cale'), 'ks.cfg');
		const hover = await lsp.request<Hover>('textDocument/hover', place);
		const { kind, value } = hover.contents as { kind: string; value: string };
		assert.equal(kind, 'plaintext');
		assert.match(value, /Language/);
		assert.doesNotMatch(value, /[`*]|\]\(/);
		const { textDocument } = at(`‸${siteConfig}`, 'site.xclarity.json');
		const symbols = await lsp.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
		const locale = symbols.find(({ name }) => name.includes('locale'));
		assert.equal(locale?.location.uri, textDocument.uri);
		assert.match(locale?.containerName ?? '', /server/);

		const capabilities = {
			textDocument: {
				hover: { contentFormat: ['markdown'] },
				documentSymbol: { hierarchicalDocumentSymbolSupport: true },
			},
		};
		const rich = await session(context, { capabilities });
		const shown = await rich.lsp.request<Hover>(
			'textDocument/hover',
			rich.at(macro.replace('ser‸ver0.locale', 'server0.lo‸cale'), 'ks.cfg'),
		);
		assert.equal((shown.contents as { kind: string }).kind, 'markdown');
		const tree = await rich.lsp.request<DocumentSymbol[]>('textDocument/documentSymbol', {
			textDocument: rich.at(`‸${siteConfig}`, 'site.xclarity.json').textDocument,
		});
		assert.ok(tree.some(({ children }) => (children?.length ?? 0) > 0));
	});

	test('is not told commands that only our own client has', async context => {
		for (const [more, commands] of [
			[ours, ['xclarity.showReferences', 'xclarity.showReferences', 'xclarity.upload']],
			[{}, ['', '']],
		] as const) {
			const { lsp, at } = await session(context, { more });
			const { textDocument } = at(`‸${siteConfig}`, 'site.xclarity.json');
			const lenses = await lsp.request<CodeLens[]>('textDocument/codeLens', { textDocument });
			assert.deepEqual(lenses.map(({ command }) => command?.command).slice(0, commands.length), commands);
			const items = await lsp.request<CompletionItem[]>('textDocument/completion', at('lang #ser‸\n', 'ks.cfg'));
			assert.equal(
				items.some(({ command }) => command !== undefined),
				more === ours,
			);
		}
	});

	test('has its files linked by the server, which our own client does itself', async context => {
		const files = { 'site.xclarity.json': siteConfig };
		const { lsp, at, started, uri } = await session(context, { files });
		assert.ok(started.capabilities.executeCommandProvider.commands.includes('xclarity.linkTo'));
		const { textDocument } = at(macro, 'ks.cfg');
		const { diagnostics } = await lsp.notification<Published>('textDocument/publishDiagnostics');
		const start = { line: 0, character: 0 };
		const actions = await lsp.request<CodeAction[]>('textDocument/codeAction', {
			textDocument,
			range: { start, end: { line: 99, character: 0 } },
			context: { diagnostics },
		});
		const link = actions.find(({ command }) => command?.command === 'xclarity.linkTo');
		await lsp.request('workspace/executeCommand', link?.command);
		const { edit } = await lsp.asked<{ edit: { documentChanges: { uri?: string; edits?: { newText: string }[] }[] } }>(
			'workspace/applyEdit',
		);
		const [created, written] = edit.documentChanges;
		assert.equal(created?.uri, uri('xclarity.json'));
		assert.deepEqual(JSON.parse(written?.edits?.[0]?.newText ?? ''), {
			links: [{ unattend: 'ks.cfg', config: 'site.xclarity.json' }],
		});
		const own = await session(context, { files, more: ours });
		assert.ok(!own.started.capabilities.executeCommandProvider.commands.includes('xclarity.linkTo'));
	});

	test('sees what has changed on the disk, though it does not tell', async context => {
		const { lsp, at, uri } = await session(context);
		const { textDocument, position } = at(macro, 'ks.cfg');
		const hover = async () =>
			JSON.stringify(await lsp.request<Hover | null>('textDocument/hover', { textDocument, position }));
		assert.match(await hover(), /server-settings/);
		writeFileSync(
			fileURLToPath(uri('site.xclarity.json')),
			siteConfig.replace('"name": "server-settings"', '"name": "other-settings"'),
		);
		assert.match(await hover(), /null|not declared|declares/);
		const { diagnostics } = await (async () => {
			lsp.change(textDocument.uri, 2, siteKickstart);
			return lsp.notification<Published>('textDocument/publishDiagnostics', ({ diagnostics: found }) =>
				found.some(({ code }) => code === 'macro-unknown'),
			);
		})();
		assert.ok(diagnostics.length > 0);
	});

	test('that pushes its settings has them heeded', async context => {
		const { lsp, at } = await session(context);
		at(macro.replace('locale', 'locle'), 'ks.cfg');
		const reported = (wanted: boolean) =>
			lsp.notification<Published>(
				'textDocument/publishDiagnostics',
				({ diagnostics }) => diagnostics.some(({ code }) => code === 'macro-unknown') === wanted,
			);
		await reported(true);
		lsp.notify('workspace/didChangeConfiguration', { settings: { xclarity: { rules: { 'macro-unknown': 'off' } } } });
		await reported(false);
	});

	for (const [what, more] of [
		['rootUri', (root: string) => ({ workspaceFolders: undefined, rootUri: root })],
		[
			'rootPath',
			(root: string) => ({ workspaceFolders: undefined, rootUri: undefined, rootPath: fileURLToPath(root) }),
		],
	] as const) {
		test(`that knows its folder as ${what} alone finds the settings of the workspace`, async context => {
			const root = pathToFileURL(folder(context, siteFiles)).href;
			const lsp = new LspSession();
			context.after(() => lsp.kill());
			await lsp.initialize([root], {}, more(root));
			const symbols = await lsp.request<SymbolInformation[]>('workspace/symbol', { query: 'locale' });
			assert.deepEqual(
				symbols.map(({ location }) => path.posix.basename(location.uri)),
				['site.xclarity.json'],
			);
		});
	}
});
