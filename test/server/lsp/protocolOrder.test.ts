import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { suite, test } from 'node:test';
import {
	createConnection,
	ProposedFeatures,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver/node';
import { ProtocolOrder } from '../../../server/lsp/protocolOrder';
import { LspSession } from '../../support/lspSession';

const [notInitialized, invalidRequest, methodNotFound, invalidParams] = [-32002, -32600, -32601, -32602];

/** A server that counts the notes that it takes, which it answers with. */
function counting(): LspSession {
	const [input, output] = [new PassThrough(), new PassThrough()];
	const order = new ProtocolOrder();
	const connection = createConnection(
		ProposedFeatures.all,
		new StreamMessageReader(input),
		new StreamMessageWriter(output),
		{ messageStrategy: order },
	);
	order.register(connection);
	let notes = 0;
	connection.onInitialize(() => ({ capabilities: {} }));
	connection.onNotification('note', () => void notes++);
	connection.onRequest('notes', () => ({ notes }));
	connection.listen();
	return new LspSession({ input, output, exited: Promise.resolve(null), stop: () => undefined, stderr: () => '' });
}

/** What a server answers to these requests, one after the other. */
async function answers(lsp: LspSession, ...requests: readonly (readonly [string, unknown?])[]): Promise<unknown[]> {
	const found: unknown[] = [];
	for (const [method, params] of requests) {
		const id = `${method} ${found.length} ${JSON.stringify(params)}`;
		lsp.write({ jsonrpc: '2.0', id, method, params });
		found.push(await lsp.answer(id));
	}
	return found;
}

const params = { processId: null, rootUri: null, capabilities: {} };

suite('messages out of turn', () => {
	test('before the first one, everything waits for it', async () => {
		const lsp = counting();
		lsp.notify('note', {});
		assert.deepEqual(await answers(lsp, ['notes'], ['shutdown'], ['initialize', params]), [
			notInitialized,
			notInitialized,
			true,
		]);
		assert.deepEqual(await lsp.request('notes', {}), { notes: 0 });
		lsp.notify('note', {});
		assert.deepEqual(await lsp.request('notes', {}), { notes: 1 });
	});

	test('a server starts once', async () => {
		assert.deepEqual(await answers(counting(), ['initialize', params], ['initialize', params], ['notes']), [
			true,
			invalidRequest,
			true,
		]);
	});

	test('a start that cannot be read is refused, and may be tried again', async () => {
		const lsp = counting();
		const odd = [
			undefined,
			null,
			{},
			{ ...params, capabilities: 5 },
			{ ...params, rootUri: 5 },
			{ ...params, rootPath: {} },
			{ ...params, locale: ['de'] },
			{ ...params, workspaceFolders: 5 },
			{ ...params, workspaceFolders: [null] },
			{ ...params, workspaceFolders: [{ uri: 5 }] },
		].map(each => ['initialize', each] as const);
		assert.deepEqual(await answers(lsp, ...odd), Array(odd.length).fill(invalidParams));
		assert.deepEqual(await answers(lsp, ['initialize', { ...params, workspaceFolders: null }]), [true]);
	});

	test('a request that cannot be read is told so, with what is wrong; a notification goes on', async () => {
		const lsp = counting();
		await answers(lsp, ['initialize', params]);
		const position = { line: 0, character: 0 };
		const textDocument = { uri: 'file:///a.ks' };
		const odd: readonly (readonly [string, unknown, string])[] = [
			['textDocument/hover', undefined, 'params'],
			['textDocument/hover', null, 'params'],
			['textDocument/hover', [], 'params'],
			['textDocument/hover', {}, 'textDocument'],
			['textDocument/hover', { textDocument: { uri: 5 }, position }, 'textDocument'],
			['textDocument/hover', { textDocument, position: { line: 'a' } }, 'position'],
			['textDocument/documentSymbol', { textDocument: null }, 'textDocument'],
			['textDocument/selectionRange', { textDocument, positions: [position, 5] }, 'positions'],
			['textDocument/codeAction', { textDocument, range: { start: position, end: position } }, 'context'],
			['workspace/symbol', { query: null }, 'query'],
			['workspace/executeCommand', { command: 'x', arguments: {} }, 'arguments'],
			['xclarity/fileStatus', { uri: 5 }, 'uri'],
			['xclarity/newFile', null, 'params'],
			['xclarity/deploymentMap', { uploads: [5] }, 'uploads'],
		];
		for (const [method, given, param] of odd) {
			const message = `${method} cannot be read: ${param} is missing or of the wrong type.`;
			await assert.rejects(lsp.request(method, given), { message });
			assert.deepEqual(await answers(lsp, [method, given]), [invalidParams]);
		}
		assert.deepEqual(await answers(lsp, ['textDocument/hover', { textDocument, position }]), [methodNotFound]);
		lsp.notify('note', null);
		assert.deepEqual(await lsp.request('notes', {}), { notes: 1 });
	});

	test('behind the end, all but the exit is refused', async () => {
		const lsp = counting();
		const requests = [['initialize', params], ['shutdown'], ['shutdown'], ['notes'], ['initialize', params]] as const;
		assert.deepEqual(await answers(lsp, ...requests), [true, true, invalidRequest, invalidRequest, invalidRequest]);
	});
});
