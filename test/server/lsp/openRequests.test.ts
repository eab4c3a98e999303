import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver-types';
import { OpenRequests } from '../../../server/lsp/openRequests';
import { othersFirst } from '../../../server/workspace/othersFirst';
import { LspSession } from '../../support/lspSession';
import { folder } from '../../support/product';

/** More than those in which a message arrives. */
const manyTurns = 50;

const config = `{ "category": "dynamic", "name": "site", "content": [] }`;

suite('requests before checks', () => {
	test('what is asked right behind an edit is answered before the diagnostics of the edit', async context => {
		const uri = `${pathToFileURL(folder(context, {})).href}/site.xclarity.json`;
		const lsp = new LspSession();
		context.after(() => lsp.kill());
		await lsp.initialize([]);
		lsp.open(uri, 'xclarity-config', config);
		await lsp.notification('textDocument/publishDiagnostics');
		const order: string[] = [];
		const published = lsp
			.notification<{ version: number }>('textDocument/publishDiagnostics', ({ version }) => version === 2)
			.then(() => order.push('diagnostics'));
		lsp.change(uri, 2, config.replace('site', 'sites'));
		const hover = lsp
			.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 4 } })
			.then(answer => order.push(answer ? 'hover' : 'nothing'));
		await Promise.all([published, hover]);
		assert.deepEqual(order, ['hover', 'diagnostics']);
	});

	test('one that never comes does not hold a check up for ever', async () => {
		const requests = new OpenRequests(1);
		void requests.add(new Promise(() => undefined));
		await requests.answered();
	});

	test('those that come while others are waited for are not', async () => {
		const requests = new OpenRequests(60_000);
		let answer: (text: string) => void = () => undefined;
		const first = requests.add(
			new Promise<string>(resolve => {
				answer = resolve;
			}),
		);
		let isAnswered = false;
		void requests.answered().then(() => {
			isAnswered = true;
		});
		for (let turn = 0; turn < manyTurns; turn++) await othersFirst();
		assert.equal(isAnswered, false);
		void requests.add(new Promise(() => undefined));
		answer('first');
		assert.equal(await first, 'first');
		// It is written in the next turn, however much is settled in this one.
		for (let settled = 0; settled < manyTurns; settled++) await undefined;
		assert.equal(isAnswered, false);
		for (let turn = 0; turn < manyTurns; turn++) await othersFirst();
		assert.equal(isAnswered, true);
	});

	test('one that fails holds nothing up', async () => {
		const requests = new OpenRequests(60_000);
		let fail = (): void => undefined;
		const failing = requests.add(
			new Promise((_, reject) => {
				fail = () => reject(new Error('gone'));
			}),
		);
		let isAnswered = false;
		const answered = requests.answered().then(() => {
			isAnswered = true;
		});
		for (let turn = 0; turn < manyTurns; turn++) await othersFirst();
		assert.equal(isAnswered, false);
		fail();
		await assert.rejects(failing, /gone/);
		await answered;
	});
});
