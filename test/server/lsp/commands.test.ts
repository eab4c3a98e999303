import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { sha512Crypt } from '../../../server/lsp/sha512Crypt';
import { LspSession, serverHere, serverProcess } from '../../support/lspSession';
import { applied, marked } from '../../support/markers';
import { folder } from '../../support/product';
import { isThorough } from '../../support/thorough';

suite('commands of the server', () => {
	test('a password in clear text becomes a hash of it, through an edit of the open document', async context => {
		const root = pathToFileURL(folder(context, {})).href;
		const lsp = new LspSession(isThorough ? serverProcess() : serverHere());
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const { document, range } = marked('lang en_US.UTF-8\nrootpw ⟦opensesame⟧\n', 'kickstart', `${root}/ks.cfg`);
		lsp.open(document.uri, 'kickstart', document.getText());
		const textDocument = { uri: document.uri };
		const diagnostics = [{ range, code: 'kickstart-clear-text-password', message: '' }];
		const actions = await lsp.request<CodeAction[]>('textDocument/codeAction', {
			textDocument,
			range,
			context: { diagnostics },
		});
		const action = actions.find(({ command }) => command?.command === 'xclarity.hashPassword');
		assert.ok(action?.command, JSON.stringify(actions));
		const { command, arguments: given } = action.command;
		assert.equal(await lsp.request('workspace/executeCommand', { command, arguments: given }), null);
		const { edit } = await lsp.notification<{ edit: { documentChanges: TextDocumentEdit[] } }>('workspace/applyEdit');
		const [change] = edit.documentChanges;
		assert.deepEqual(change?.textDocument, { uri: document.uri, version: 1 });
		const after = applied(document, (change?.edits ?? []) as TextEdit[]);
		const [, hash = '', salt = ''] =
			/^rootpw --iscrypted (\$6\$([./0-9A-Za-z]{16})\$[./0-9A-Za-z]{86})$/m.exec(after) ?? [];
		assert.equal(hash, await sha512Crypt('opensesame', salt), after);
		assert.doesNotMatch(lsp.stderr, /opensesame/);
	});

	test('files that cannot be linked are refused with a sentence', async context => {
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([pathToFileURL(folder(context, {})).href]);
		const given = ['file:///site/a.ks', 'vscode-vfs://github/site/b.json'];
		lsp.write({
			jsonrpc: '2.0',
			id: 'link',
			method: 'workspace/executeCommand',
			params: { command: 'xclarity.linkTo', arguments: given },
		});
		assert.equal(await lsp.answer('link'), -32803);
	});

	test('what does not point at a password changes nothing', async context => {
		const root = pathToFileURL(folder(context, {})).href;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		lsp.open(`${root}/ks.cfg`, 'kickstart', 'rootpw opensesame\n');
		for (const given of [
			[`${root}/ks.cfg`, { line: 0, character: 0 }],
			[`${root}/none.cfg`, { line: 0, character: 8 }],
			[],
			['x'],
		])
			assert.equal(
				await lsp.request('workspace/executeCommand', { command: 'xclarity.hashPassword', arguments: given }),
				null,
			);
		assert.equal(lsp.received('workspace/applyEdit'), 0);
	});
});
