import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-types';
import { LspSession, serverProcess } from '../../support/lspSession';
import { folder } from '../../support/product';
import { siteFiles, siteKickstart } from '../../support/sampleFiles';

interface Published {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: readonly Diagnostic[];
}

const [methodNotFound, invalidRequest, invalidParams] = [-32601, -32600, -32602];

const request = (method: string, params?: unknown) => ({ jsonrpc: '2.0', id: method, method, params });
const notify = (method: string, params?: unknown) => ({ jsonrpc: '2.0', method, params });
const mistaken = `${siteKickstart}frobnicate --now\n`;

/** Messages as no editor should send them, by root of the folder; with the code of the answer, or true for a result. */
function table(
	root: string,
): Readonly<Record<string, { sends: readonly (object | string)[]; answers?: number | true }>> {
	const uri = `${root}/odd.cfg`;
	const textDocument = { uri, languageId: 'kickstart', version: 1, text: mistaken };
	const open = (more: object) => notify('textDocument/didOpen', { textDocument: { ...textDocument, ...more } });
	const change = (contentChanges: unknown, version: unknown = 2) =>
		notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
	const range = (line: unknown, character: unknown, endLine: unknown = line, endCharacter: unknown = character) => ({
		text: '#',
		range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
	});
	const changed = (...changes: unknown[]) => ({ sends: [open({}), change(changes)] });
	const opened = (more: object) => ({ sends: [open(more)] });
	const hover = (position: unknown) => ({
		sends: [open({}), request('textDocument/hover', { textDocument: { uri }, position })],
	});
	const close = notify('textDocument/didClose', { textDocument: { uri } });
	return {
		'a document without a text': opened({ text: undefined }),
		'a configuration file with null for its text': opened({ uri: `${root}/site.xclarity.json`, text: null }),
		'a manifest with a number for its text': opened({ uri: `${root}/xclarity.json`, text: 5 }),
		'a document without a URI': opened({ uri: undefined }),
		'a document with a number for a URI': opened({ uri: 5 }),
		'a document with a URI that is none': opened({ uri: 'no uri at all' }),
		'a URI that no path can have': opened({ uri: 'file:///%00/%zz/\ud800.cfg' }),
		'a document of another machine': opened({ uri: 'file://elsewhere/share/a.cfg' }),
		'a version that is a text': opened({ version: 'one' }),
		'a language that is a number': opened({ languageId: 7 }),
		'nothing to open': { sends: [notify('textDocument/didOpen'), notify('textDocument/didOpen', null)] },
		'a list to open': { sends: [notify('textDocument/didOpen', [textDocument])] },
		'a document twice': { sends: [open({}), open({ version: 2, text: '' })] },
		'closed twice': { sends: [open({}), close, close] },
		'a change of what was never open': { sends: [close, change([{ text: 'x' }])] },
		'no list of changes': { sends: [open({}), change(undefined), change(null), change('x')] },
		'a change without a text': changed({}),
		'a change that is nothing': changed(null),
		'a change with a number for its text': changed({ text: 5 }),
		'a change without a version': { sends: [open({}), change([{ text: 'x' }], null)] },
		'a version that goes back': { sends: [open({ version: 9 }), change([{ text: mistaken }], 3)] },
		'a range before the text': changed(range(-1, -5, 0, 2)),
		'a range that ends before it begins': changed(range(3, 3, 1, 1)),
		'a range beyond the text': changed(range(1e12, 1e12, 1e13, 0)),
		'a range of nothing': changed(range(null, null)),
		'a range of texts': changed(range('0', '0')),
		'a range of half lines': changed(range(0.5, 0.5)),
		'a range without an end': changed({ text: '#', range: { start: { line: 0, character: 0 } } }),
		'a position before the text': { ...hover({ line: -1, character: -1 }), answers: true },
		'a position beyond the text': { ...hover({ line: 1e12, character: 1e12 }), answers: true },
		'a position of texts': { ...hover({ line: '0', character: '0' }), answers: invalidParams },
		'no position': { ...hover(null), answers: invalidParams },
		'a request about a closed document': {
			...hover({ line: 0, character: 0 }),
			sends: [open({}), close, hover({ line: 0, character: 0 }).sends[1] ?? ''],
			answers: true,
		},
		'a request about no document': { sends: [request('textDocument/hover', {})], answers: invalidParams },
		'a request without parameters': { sends: [request('textDocument/hover')], answers: invalidParams },
		'a request that nobody knows': { sends: [request('foo/bar', {})], answers: methodNotFound },
		'a request that may be left unanswered': { sends: [request('$/foo', {})], answers: methodNotFound },
		'a notification that nobody knows': { sends: [notify('foo/bar', {}), notify('$/foo')] },
		'a cancel of what nobody has asked': {
			sends: [notify('$/cancelRequest', { id: 999 }), notify('$/cancelRequest', { id: {} })],
		},
		'a cancel of nothing': { sends: [notify('$/cancelRequest', null)] },
		'an answer that nobody waits for': {
			sends: ['{"jsonrpc":"2.0","id":777,"result":1}', '{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"x"}}'],
		},
		'files that are none': {
			sends: [undefined, null, {}, { changes: [null] }, { changes: [{ uri: 5, type: 9 }] }].map(params =>
				notify('workspace/didChangeWatchedFiles', params),
			),
		},
		'settings that are none': {
			sends: [undefined, null, { settings: 5 }].map(params => notify('workspace/didChangeConfiguration', params)),
		},
		'a second initialize': {
			sends: [request('initialize', { processId: null, rootUri: null, capabilities: {} })],
			answers: invalidRequest,
		},
		'lists of messages': { sends: [[request('textDocument/hover', {})], []] },
		'JSON that is no message': {
			sends: [
				'5',
				'null',
				'"x"',
				'true',
				'{}',
				'{"jsonrpc":"2.0"}',
				'{"id":7}',
				'{"id":7,"method":5}',
				'{"id":{},"method":"x"}',
			],
		},
		'a text that is no JSON': { sends: ['{"jsonrpc":', 'x', ''] },
	};
}

suite('a client that does not keep to the protocol', () => {
	test('is answered as the protocol says, and hears of its other documents what it heard before', async context => {
		const root = pathToFileURL(folder(context, siteFiles)).href;
		const lsp = new LspSession(serverProcess());
		context.after(() => lsp.kill());
		await lsp.initialize([root]);
		const good = `${root}/ks.cfg`;
		const told = (version: number): Promise<Published> =>
			lsp.notification(
				'textDocument/publishDiagnostics',
				(published: Published) => published.uri === good && published.version === version,
			);
		lsp.open(good, 'kickstart', mistaken);
		const before = (await told(1)).diagnostics;
		assert.deepEqual(
			before.map(({ code }) => code),
			['kickstart-unknown-command'],
		);
		let version = 1;
		for (const [name, { sends, answers }] of Object.entries(table(root))) {
			const id = `${name}: `;
			const asked = sends.map(message =>
				typeof message === 'object' && 'id' in message ? { ...message, id } : message,
			);
			for (const message of asked) lsp.write(message);
			if (answers !== undefined) assert.equal(await lsp.answer(id), answers, name);
			version++;
			lsp.change(good, version, mistaken + '\n'.repeat(version));
			assert.deepEqual((await told(version)).diagnostics, before, name);
			for (const uri of [`${root}/odd.cfg`, `${root}/site.xclarity.json`, `${root}/xclarity.json`])
				lsp.notify('textDocument/didClose', { textDocument: { uri } });
		}
		assert.equal(lsp.stderr, '');
		assert.equal(await lsp.end(), 0);
	});
});
