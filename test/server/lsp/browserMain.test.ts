import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { CompletionItem, Diagnostic, Location } from 'vscode-languageserver-types';
import { dist } from '../../support/product';
import { siteConfig, siteKickstart } from '../../support/sampleFiles';

/** Makes a thread of Node look like a worker of a browser, and runs our script in it. */
const asInBrowser = `
	const { parentPort, workerData } = require('node:worker_threads');
	for (const name of ['process', 'Buffer', 'setImmediate', 'require', 'module', '__dirname']) globalThis[name] = undefined;
	globalThis.self = parentPort;
	new Function(workerData)();
`;

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

const site: Readonly<Record<string, string>> = {
	'xclarity.json': '{ "links": [{ "unattend": "ks.cfg", "config": "config/site.json", "os": "rhel9" }] }',
	'ks.cfg': siteKickstart.replace('keyboard uk', 'keyboard #server-settings.server0.keymap#'),
	'config/site.json': siteConfig,
};
const root = 'vscode-vfs://github/lenovo/site';

/** What the editor would read for the server. */
function read(method: string | undefined, uri: string) {
	const place = uri.slice(`${root}/`.length);
	if (method === 'xclarity/readFile') {
		const text = uri.startsWith(root) ? site[place] : undefined;
		return text === undefined ? null : { base64: btoa(text) };
	}
	if (method !== 'xclarity/readFolder') return method === 'workspace/configuration' ? [{}] : null;
	const below = Object.keys(site).filter(file => file.startsWith(place));
	const names = new Set(below.map(file => file.slice(place.length).split('/')[0] ?? ''));
	return { entries: [...names].map(name => ({ name, isFolder: name === 'config' })) };
}

/** The server of the product in a worker, and the editor at its other end. */
function session() {
	const worker = new Worker(asInBrowser, {
		eval: true,
		workerData: readFileSync(path.join(dist, 'webWorker.js'), 'utf8'),
	});
	const scripts = readdirSync(dist).filter(name => name.endsWith('.js'));
	const texts = Object.fromEntries(scripts.map(name => [name, readFileSync(path.join(dist, name), 'utf8')]));
	const waiting = new Map<string | number, (message: Message) => void>();
	worker.on('message', (message: Message) => {
		const { id, method, params } = message;
		if (id !== undefined && method !== undefined) {
			const { uri = '' } = (params ?? {}) as { readonly uri?: string };
			worker.postMessage({ jsonrpc: '2.0', id, result: read(method, uri) });
		}
		waiting.get(method ?? id ?? '')?.(message);
	});
	const next = (key: string | number): Promise<Message> => new Promise(resolve => waiting.set(key, resolve));
	const failed = new Promise<never>((_, reject) => worker.on('error', reject));
	let last = 0;
	worker.postMessage({ entry: 'webServer.js', texts });
	return {
		notify: (method: string, params: object) => worker.postMessage({ jsonrpc: '2.0', method, params }),
		async request<T>(method: string, params: object): Promise<T> {
			last += 1;
			const answer = next(last);
			worker.postMessage({ jsonrpc: '2.0', id: last, method, params });
			const { result, error } = await Promise.race([answer, failed]);
			if (error) throw new Error(error.message);
			return result as T;
		},
		told: async <T>(method: string) => (await Promise.race([next(method), failed])).params as T,
		stop: () => worker.terminate(),
	};
}

async function started() {
	const server = session();
	const workspaceFolders = [{ uri: root, name: 'site' }];
	await server.request('initialize', { processId: null, rootUri: root, workspaceFolders, capabilities: {} });
	server.notify('initialized', {});
	return server;
}

suite('the language server in a worker without Node', () => {
	let server: Awaited<ReturnType<typeof started>>;
	before(async () => {
		server = await started();
	});
	after(() => server.stop());

	test('checks, completes and follows a pair that the editor reads for it', async () => {
		const uri = `${root}/ks.cfg`;
		const published = server.told<{ readonly diagnostics: readonly Diagnostic[] }>('textDocument/publishDiagnostics');
		const textDocument = { uri, languageId: 'kickstart', version: 1, text: site['ks.cfg'] };
		server.notify('textDocument/didOpen', { textDocument });
		const { diagnostics } = await published;
		assert.deepEqual(
			diagnostics.map(({ code, range }) => [code, range.start.line]),
			[['macro-unknown', 5]],
		);
		const items = await server.request<CompletionItem[]>('textDocument/completion', {
			textDocument,
			position: { line: 5, character: 'keyboard #server-settings.server0.'.length },
		});
		assert.ok(items.some(({ label }) => label.includes('locale')));
		const places = await server.request<Location | Location[]>('textDocument/definition', {
			textDocument,
			position: { line: 4, character: 'lang #server-settings.server0.l'.length },
		});
		assert.deepEqual(
			[places].flat().map(place => place.uri),
			[`${root}/config/site.json`],
		);
	});

	test('hashes a password', async () => {
		const uri = `${root}/plain.cfg`;
		const textDocument = { uri, languageId: 'kickstart', version: 1, text: 'rootpw opensesame\n' };
		server.notify('textDocument/didOpen', { textDocument });
		const applied = server.told<object>('workspace/applyEdit');
		const given = [uri, { line: 0, character: 'rootpw '.length }];
		await server.request('workspace/executeCommand', { command: 'xclarity.hashPassword', arguments: given });
		assert.match(JSON.stringify(await applied), /\$6\$[./0-9A-Za-z]{16}\$[./0-9A-Za-z]{86}/);
	});
});
