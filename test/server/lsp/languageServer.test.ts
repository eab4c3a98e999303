import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import type { CompletionItem, Diagnostic, Hover, Location, WorkspaceEdit } from 'vscode-languageserver-types';
import { notOffered } from '../../../build/notOffered.mjs';
import { LspSession, serverHere, serverProcess } from '../../support/lspSession';
import { marked } from '../../support/markers';
import { folder } from '../../support/product';
import { isThorough } from '../../support/thorough';

interface Published {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: readonly Diagnostic[];
}

const config = `{
	"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false,
	"content": [
		{ "category": "dynamic", "common": true, "name": "timezone", "label": "Time zone", "optional": false, "type": "string",
		  "choices": ["UTC", "Europe/Paris"], "value": "UTC" }
	]
}
`;
const manifest =
	'{ "links": [{ "unattend": "*.cfg", "config": "site.xclarity.json", "os": "rhels", "osrelease": "9.4" }] }';
const kickstart =
	'lang en_US.UTF-8\nkeyboard us\nrootpw --lock\ntimezone #timezone#\nautopart\n%packages\n@core\n%end\n';

async function session(
	context: TestContext,
	files: Readonly<Record<string, string>>,
	server?: ReturnType<typeof serverProcess>,
): Promise<{ lsp: LspSession; uri: (name: string) => string }> {
	const root = pathToFileURL(folder(context, files)).href;
	const lsp = new LspSession(server);
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	return { lsp, uri: name => `${root}/${name}` };
}

suite('language server over stdio', () => {
	test('a mistake is published at its range, and gone when it is corrected', async context => {
		const files = { 'site.xclarity.json': config, 'xclarity.json': manifest };
		const { lsp, uri } = await session(context, files, isThorough ? serverProcess() : serverHere());
		const { document, range } = marked(kickstart.replace('#timezone#', '⟦#timezome.x#⟧'), 'kickstart', uri('ks.cfg'));
		lsp.open(document.uri, 'kickstart', document.getText());
		const published = await lsp.notification<Published>(
			'textDocument/publishDiagnostics',
			({ diagnostics }) => diagnostics.length > 0,
		);
		assert.equal(published.uri, document.uri);
		assert.ok(
			published.diagnostics.some(
				found => found.code === 'macro-unknown' && JSON.stringify(found.range) === JSON.stringify(range),
			),
			JSON.stringify(published),
		);
		lsp.change(document.uri, 2, kickstart);
		await lsp.notification<Published>(
			'textDocument/publishDiagnostics',
			({ uri: where, version, diagnostics }) =>
				where === document.uri && version === 2 && !diagnostics.some(({ code }) => String(code).startsWith('macro-')),
		);
	});

	test('an editor that waits for no answer loses nothing of what it sends', async () => {
		const lsp = new LspSession(serverProcess());
		const capabilities = { workspace: { didChangeConfiguration: { dynamicRegistration: true } } };
		const initialized = lsp.request<InitializeResult>('initialize', { capabilities, processId: null, rootUri: null });
		lsp.notify('initialized', {});
		lsp.open('file:///nowhere/ks.cfg', 'kickstart', 'lang en_US.UTF-8\nlangg\n');
		const hover = lsp.request<Hover>('textDocument/hover', {
			textDocument: { uri: 'file:///nowhere/ks.cfg' },
			position: { line: 0, character: 2 },
		});
		// Asked for once the server knows that it was initialized.
		await lsp.asked('client/registerCapability');
		const { diagnostics } = await lsp.notification<Published>('textDocument/publishDiagnostics');
		assert.ok(diagnostics.some(({ code }) => code === 'kickstart-unknown-command'));
		assert.ok((await initialized).capabilities.hoverProvider);
		assert.match(JSON.stringify(await hover), /lang/);
		assert.equal(await lsp.end(), 0);
	});

	test('a macro completes, hovers and leads to its setting', async context => {
		const { lsp, uri } = await session(context, { 'site.xclarity.json': config, 'xclarity.json': manifest });
		const { document, cursor } = marked(kickstart.replace('#timezone#', '#time‸zone#'), 'kickstart', uri('ks.cfg'));
		lsp.open(document.uri, 'kickstart', document.getText());
		const position = { textDocument: { uri: document.uri }, position: cursor };
		const items = await lsp.request<CompletionItem[]>('textDocument/completion', position);
		assert.ok(items.some(({ label }) => label.includes('timezone')));
		const hover = await lsp.request<Hover>('textDocument/hover', position);
		assert.match(JSON.stringify(hover.contents), /Time zone/);
		const [location] = await lsp.request<Location[]>('textDocument/definition', position);
		assert.equal(location?.uri, uri('site.xclarity.json'));
		assert.equal(location?.range.start.line, 3);
	});

	test('an answer is about the text that the editor had when it asked, whatever is typed meanwhile', async context => {
		const { lsp, uri } = await session(context, {
			'xclarity.json': manifest,
			'site.xclarity.json': config,
			'ks.cfg': kickstart,
		});
		const { document, cursor } = marked(kickstart.replace('#timezone#', '#t‸#/x'));
		const textDocument = { uri: uri('ks.cfg') };
		lsp.open(textDocument.uri, 'kickstart', document.getText());
		const asked = lsp.request<CompletionItem[]>('textDocument/completion', { textDocument, position: cursor });
		lsp.change(textDocument.uri, 2, kickstart.replace('#timezone#', '#ti#/x'));
		const item = (await asked).find(({ label }) => label.includes('timezone'));
		assert.ok(item?.textEdit && 'range' in item.textEdit);
		assert.equal(document.getText(item.textEdit.range), '#t#');
	});

	test('an edit of the open configuration file is seen in the open unattend file', async context => {
		const { lsp, uri } = await session(context, { 'site.xclarity.json': config, 'xclarity.json': manifest });
		const unattend = uri('ks.cfg');
		const text = `${kickstart}# #site-settings.zone#\n`;
		lsp.open(unattend, 'kickstart', text);
		const macroErrors = ({ uri: where, diagnostics }: Published): boolean =>
			where === unattend && diagnostics.some(({ code }) => code === 'macro-unknown');
		await lsp.notification<Published>('textDocument/publishDiagnostics', macroErrors);
		const setting =
			'{ "category": "dynamic", "common": true, "name": "zone", "label": "Zone", "optional": true, "type": "string" }';
		const group = `{ "category": "dynamic", "common": true, "name": "site-settings", "optional": true, "type": "assoc_array", "content": [${setting}] },`;
		lsp.open(uri('site.xclarity.json'), 'xclarity-config', config.replace('"content": [', `"content": [ ${group}`));
		await lsp.notification<Published>(
			'textDocument/publishDiagnostics',
			published => published.uri === unattend && !macroErrors(published),
		);
	});

	test('an edit publishes nothing about an open file that it does not concern', async context => {
		const { lsp, uri } = await session(context, { 'notes.txt': 'None of ours.' });
		const edit = async (name: string, version: number): Promise<void> => {
			const text = `${kickstart}# ${version}\n`;
			if (version === 1) lsp.open(uri(name), 'kickstart', text);
			else lsp.change(uri(name), version, text);
			await lsp.notification<Published>(
				'textDocument/publishDiagnostics',
				published => published.uri === uri(name) && published.version === version,
			);
			// Answered when nothing is left to check.
			await lsp.request('xclarity/checkFolder', null);
		};
		await edit('a.cfg', 1);
		await edit('b.cfg', 1);
		await edit('a.cfg', 2);
		await edit('a.cfg', 3);
		await edit('b.cfg', 2);
		assert.equal(lsp.received('textDocument/publishDiagnostics'), 5);
	});

	test('a file that is none of ours gets nothing', async context => {
		const { lsp, uri } = await session(context, {});
		lsp.open(uri('pom.xml'), 'xml', '<project>#a.b#</project>');
		assert.equal(
			await lsp.request('textDocument/hover', {
				textDocument: { uri: uri('pom.xml') },
				position: { line: 0, character: 11 },
			}),
			null,
		);
	});

	test('references and a new name reach the other files that use the setting', async context => {
		const { lsp, uri } = await session(context, {
			'site.xclarity.json': config,
			'xclarity.json': manifest,
			'other.cfg': kickstart,
		});
		const { document, cursor } = marked(kickstart.replace('#timezone#', '#time‸zone#'), 'kickstart', uri('ks.cfg'));
		lsp.open(document.uri, 'kickstart', document.getText());
		const position = { textDocument: { uri: document.uri }, position: cursor };
		const all = ['ks.cfg', 'other.cfg', 'site.xclarity.json'].map(uri);
		const references = await lsp.request<Location[]>('textDocument/references', { ...position, context: {} });
		assert.deepEqual([...new Set(references.map(place => place.uri))].sort(), all);
		const edit = await lsp.request<WorkspaceEdit>('textDocument/rename', { ...position, newName: 'zone' });
		const changed = (edit.documentChanges ?? []).map(change => ('edits' in change ? change.textDocument.uri : ''));
		assert.deepEqual([...new Set([...changed, ...Object.keys(edit.changes ?? {})])].sort(), all);
	});

	test('nothing is offered that the language client of VS Code is built without', async context => {
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		const { capabilities } = await lsp.initialize<InitializeResult>([]);
		const left = Object.entries(notOffered).filter(([, [, capability]]) => capability in capabilities);
		assert.deepEqual(left, [], 'Take these out of build/notOffered.mjs');
	});

	test('what is answered is offered: no editor asks for anything else', async context => {
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		const { capabilities } = await lsp.initialize<InitializeResult>([]);
		const methods: readonly (readonly [offer: keyof ServerCapabilities, method: string])[] = [
			['callHierarchyProvider', 'textDocument/prepareCallHierarchy'],
			['colorProvider', 'textDocument/documentColor'],
			['declarationProvider', 'textDocument/declaration'],
			['documentHighlightProvider', 'textDocument/documentHighlight'],
			['documentOnTypeFormattingProvider', 'textDocument/onTypeFormatting'],
			['documentRangeFormattingProvider', 'textDocument/rangeFormatting'],
			['implementationProvider', 'textDocument/implementation'],
			['inlineCompletionProvider', 'textDocument/inlineCompletion'],
			['inlineValueProvider', 'textDocument/inlineValue'],
			['linkedEditingRangeProvider', 'textDocument/linkedEditingRange'],
			['monikerProvider', 'textDocument/moniker'],
			['signatureHelpProvider', 'textDocument/signatureHelp'],
			['typeDefinitionProvider', 'textDocument/typeDefinition'],
			['typeHierarchyProvider', 'textDocument/prepareTypeHierarchy'],
		];
		for (const [offer, method] of methods) {
			if (capabilities[offer]) continue;
			const asked = lsp.request(method, {
				textDocument: { uri: 'file:///a.cfg' },
				position: { line: 0, character: 0 },
			});
			await assert.rejects(asked, /Unhandled method/, `${offer} is missing in the capabilities of initializeResult.ts`);
		}
	});

	test('what it can do is said at the start, and each verb that is offered answers', async context => {
		const root = pathToFileURL(folder(context, { 'site.xclarity.json': config })).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		const { capabilities } = await lsp.initialize<InitializeResult>([root]);
		const textDocument = { uri: `${root}/site.xclarity.json` };
		const position = { line: 0, character: 0 };
		const range = { start: position, end: position };
		const verbs: readonly (readonly [offer: keyof ServerCapabilities, method: string, more?: object])[] = [
			['completionProvider', 'textDocument/completion', { position }],
			['hoverProvider', 'textDocument/hover', { position }],
			['definitionProvider', 'textDocument/definition', { position }],
			['referencesProvider', 'textDocument/references', { position, context: {} }],
			['documentSymbolProvider', 'textDocument/documentSymbol'],
			['foldingRangeProvider', 'textDocument/foldingRange'],
			['selectionRangeProvider', 'textDocument/selectionRange', { positions: [position] }],
			['documentLinkProvider', 'textDocument/documentLink'],
			['inlayHintProvider', 'textDocument/inlayHint', { range }],
			['codeLensProvider', 'textDocument/codeLens'],
			['documentFormattingProvider', 'textDocument/formatting', { options: { tabSize: 2, insertSpaces: true } }],
			['codeActionProvider', 'textDocument/codeAction', { range, context: { diagnostics: [] } }],
			['semanticTokensProvider', 'textDocument/semanticTokens/full'],
		];
		for (const [offer, method, more] of verbs) {
			assert.ok(capabilities[offer], offer);
			await lsp.request(method, { textDocument, ...more });
		}
		assert.ok(
			capabilities.renameProvider && capabilities.workspaceSymbolProvider && capabilities.executeCommandProvider,
		);
	});
});
