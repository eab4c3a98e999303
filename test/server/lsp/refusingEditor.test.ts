import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { LspSession, serverHere } from '../../support/lspSession';
import { folder } from '../../support/product';

/** What an editor may promise that the server then asks for. */
const promises = {
	workspace: {
		configuration: true,
		workspaceFolders: true,
		didChangeConfiguration: { dynamicRegistration: true },
		didChangeWatchedFiles: { dynamicRegistration: true },
		codeLens: { refreshSupport: true },
		inlayHint: { refreshSupport: true },
		semanticTokens: { refreshSupport: true },
	},
};

const answers: Readonly<Record<string, object>> = {
	'refuses everything': { error: { code: -32601, message: 'This editor knows no such request.' } },
	'answers everything with null': { result: null },
	'answers everything with an empty object': { result: {} },
	'answers everything with an empty list': { result: [] },
	'answers everything with a number': { result: 5 },
};

/** Edits a file until its report says so, in an editor that answers the server like this. */
async function goesOn(context: TestContext, answer: object): Promise<void> {
	const root = pathToFileURL(folder(context, { 'notes.txt': 'None of ours.' })).href;
	const lsp = new LspSession(serverHere(), () => answer);
	context.after(() => lsp.kill());
	await lsp.initialize([root], promises);
	const uri = `${root}/ks.cfg`;
	const reported = (word: string) =>
		lsp.notification<PublishDiagnosticsParams>('textDocument/publishDiagnostics', ({ diagnostics }) =>
			diagnostics.some(({ message }) => JSON.stringify(message).includes(word)),
		);
	lsp.open(uri, 'kickstart', '#version=RHEL9\nfirstmistake\n');
	await reported('firstmistake');
	lsp.notify('workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: root, name: 'site' }], removed: [] } });
	lsp.notify('workspace/didChangeConfiguration', { settings: null });
	lsp.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: `${root}/xclarity.json`, type: 1 }] });
	lsp.change(uri, 2, '#version=RHEL9\nsecondmistake\n');
	await reported('secondmistake');
	const hover = { textDocument: { uri }, position: { line: 0, character: 0 } };
	assert.equal(await lsp.request('textDocument/hover', hover), null);
}

suite('an editor that does not keep what it promised', () => {
	for (const [name, answer] of Object.entries(answers))
		test(`an editor that ${name} has its files checked all the same`, context => goesOn(context, answer));
});
