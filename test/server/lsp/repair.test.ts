import assert from 'node:assert/strict';
import { suite, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { LspSession } from '../../support/lspSession';
import { applied, marked } from '../../support/markers';
import { folder } from '../../support/product';

const broken = '{\n"name": "a"\n"label": “b”\n}\n⟦⟧';

async function opened(context: TestContext, text: string, languageId = 'xclarity-config') {
	const root = pathToFileURL(folder(context, {})).href;
	const lsp = new LspSession();
	context.after(() => lsp.kill());
	await lsp.initialize([root]);
	const { document, range } = marked(
		text,
		languageId,
		`${root}/${languageId === 'kickstart' ? 'ks.cfg' : 'a.xclarity.json'}`,
	);
	lsp.open(document.uri, languageId, document.getText());
	const actions = (asked: object) =>
		lsp.request<CodeAction[]>('textDocument/codeAction', {
			textDocument: { uri: document.uri },
			range,
			context: { diagnostics: [], ...asked },
		});
	return { lsp, document, actions };
}

const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title, kind }) => `${kind}: ${title}`);

/** As LSP numbers them. */
const invoked = { triggerKind: 1 };
const automatic = { triggerKind: 2 };

suite('the repair of a whole file from an editor', () => {
	test('a person who asks gets it at any place; a cursor that merely rests does not', async context => {
		const { actions } = await opened(context, broken);
		assert.ok(titles(await actions(invoked)).includes('quickfix: Repair this file'));
		assert.ok(!titles(await actions(automatic)).some(title => title.startsWith('quickfix')));
		assert.deepEqual(titles(await actions({ ...invoked, only: ['source.repair'] })), [
			'source.repair.xclarity: Repair this file',
		]);
		const sortable = await opened(context, '{ "name": "a", "content": [{ "name": "c" }, { ⟦⟧"name": "b" }] }');
		const kinds = async (only?: string[]) => [...new Set((await sortable.actions({ only })).map(({ kind }) => kind))];
		assert.deepEqual(await kinds(), ['refactor.rewrite', 'refactor.move']);
		assert.deepEqual(await kinds(['refactor']), ['refactor.rewrite', 'refactor.move']);
		assert.deepEqual(await kinds(['refactor.move', 'source']), ['refactor.move']);
		assert.deepEqual(await kinds(['quickfix']), []);
	});

	test('it is not offered twice, nor where nothing is wrong', async context => {
		const { actions, document } = await opened(context, broken);
		const range = { start: { line: 1, character: 0 }, end: { line: 2, character: 0 } };
		const diagnostics = [
			{
				range: { ...range, start: document.positionAt(document.getText().indexOf('"label"')) },
				code: 'json-comma-missing',
				message: '',
			},
		];
		const offered = titles(await actions({ ...invoked, diagnostics }));
		assert.equal(offered.filter(title => title === 'quickfix: Repair this file').length, 1, offered.join('\n'));
		const whole = await opened(context, '{ "name": "a" }⟦⟧');
		assert.ok(!titles(await whole.actions(invoked)).some(title => title.includes('Repair')));
	});

	test('an unattend file is repaired on saving as far as that is safe', async context => {
		const { actions, document } = await opened(context, 'lang en_US.UTF-8\nzerombrr\n⟦⟧', 'kickstart');
		const [action] = await actions({ ...automatic, only: ['source.fixAll'] });
		assert.equal(action?.title, 'Repair what is safe to repair');
		assert.match(applied(document, action?.edit?.changes?.[document.uri] ?? []), /^zerombr$/m);
	});

	test('a lens says how many mistakes there are, and its command repairs them', async context => {
		const { lsp, document } = await opened(context, broken);
		const textDocument = { uri: document.uri };
		const [lens] = await lsp.request<CodeLens[]>('textDocument/codeLens', { textDocument });
		assert.equal(lens?.command?.title, 'Repair 2 mistakes');
		const { command, arguments: given } = lens?.command ?? {};
		await lsp.request('workspace/executeCommand', { command, arguments: given });
		const { edit } = await lsp.notification<{ edit: { documentChanges: TextDocumentEdit[] } }>('workspace/applyEdit');
		const after = applied(document, (edit.documentChanges[0]?.edits ?? []) as TextEdit[]);
		assert.equal(after, '{\n    "name": "a",\n    "label": "b"\n}\n');
	});

	test('our own client asks with the indentation of its editor', async context => {
		const { lsp, document } = await opened(context, broken);
		const options = { tabSize: 8, insertSpaces: false };
		const result = await lsp.request<{ edit: TextEdit; count: number; version: number }>('xclarity/repair', {
			uri: document.uri,
			options,
		});
		assert.deepEqual([result.count, result.version], [2, 1]);
		assert.equal(applied(document, [result.edit]), '{\n\t"name": "a",\n\t"label": "b"\n}\n');
		assert.equal(await lsp.request('xclarity/repair', { uri: `${document.uri}.none` }), null);
	});
});
