/** VS Code as on vscode.dev: a page with nothing behind it. Files lie in memory, extensions run in a worker of the browser. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as ask, createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './installation.mjs';
import { startServer } from './server.mjs';
import { openWindow } from './window.mjs';

const memoryFiles = fileURLToPath(new URL('memoryFiles', import.meta.url));

/**
 * @param {{ extension: string, files: Readonly<Record<string, string>>, language?: string, settings?: object,
 *   log?: (line: string) => void }} options
 *   folder of the extension; texts by path, all below /site, which is the folder that is open; the display language
 * @returns {Promise<{ page: import('playwright-core').Page, close(): Promise<void> }>}
 */
export async function openWithoutServer({ extension, files, language, settings, log }) {
	const undo = [];
	const close = async () => {
		for (const step of undo.splice(0).reverse()) await step();
	};
	try {
		const { root } = await install({ log });
		const vscode = path.join(root, 'node_modules', 'code-server', 'lib', 'vscode');
		const folders = { extension, memoryFiles };
		const userData = await mkdtemp(path.join(os.tmpdir(), 'vscode-web-'));
		undo.push(() => rm(userData, { recursive: true, force: true, maxRetries: 5 }));
		// It serves the page. Nothing connects to it, so it would not see the last window go.
		const server = await startServer({
			userData,
			extensions: path.join(userData, 'extensions'),
			lives: 'until stopped',
			log,
		});
		undo.push(server.stop);
		const host = await serveBeside({ port: server.port, root: vscode }, folders, {
			'memoryFiles/files.json': JSON.stringify(files),
		});
		undo.push(host.stop);
		const authority = `127.0.0.1:${host.port}`;
		const additionalBuiltinExtensions = Object.keys(folders).map(name => ({
			scheme: 'http',
			authority,
			path: `${place}${name}`,
		}));
		const folderUri = { $mid: 1, scheme: 'memory', path: '/site' };
		const withoutServer = { additionalBuiltinExtensions, folderUri };
		const window = await openWindow({ port: host.port, token: server.token, settings, language, withoutServer, log });
		undo.push(window.close);
		await window.page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: 60_000 });
		return { page: window.page, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Where the page finds the extensions. */
const place = '/extensions/';

const workbench = '/out/vs/code/browser/workbench/workbench.js';

/** What the page of this server does, whatever it is configured with: it connects, and keeps the settings on the server. */
const usesServer = [
	[/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
	[/(?<=file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote/, 'vscodeUserData'],
];

/** @throws {Error} when this VS Code does so in another way */
function withoutConnection(script) {
	let alone = script;
	for (const [use, instead] of usesServer) {
		if (!use.test(alone)) throw new Error('the page of this VS Code cannot be kept from its server');
		alone = alone.replace(use, instead);
	}
	return alone;
}

/**
 * Serves the page of VS Code's server, which nothing else of it is asked for, and beside it folders by name and single
 * texts over them. The page takes what it loads from its own address only.
 */
async function serveBeside({ port, root }, folders, texts) {
	const alone = withoutConnection(await readFile(path.join(root, workbench), 'utf8'));
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		if (pathname.endsWith(workbench)) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(alone);
		if (!pathname.startsWith(place)) return forward(port, request, response);
		const [name, ...rest] = decodeURIComponent(pathname.slice(place.length)).split('/');
		const file = path.join(folders[name] ?? '', ...rest);
		const isInside = folders[name] !== undefined && file.startsWith(folders[name] + path.sep);
		const body =
			texts[`${name}/${rest.join('/')}`] ?? (isInside ? await readFile(file).catch(() => undefined) : undefined);
		const type = file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
		response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
		response.end(body);
	});
	await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
	const stop = () =>
		new Promise(resolve => {
			server.close(resolve);
			server.closeAllConnections();
		});
	return { port: server.address().port, stop };
}

function forward(port, incoming, outgoing) {
	const { url: path, method, headers } = incoming;
	const request = ask({ host: '127.0.0.1', port, path, method, headers }, answer => {
		outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(outgoing);
	});
	request.on('error', () => outgoing.destroy());
	incoming.pipe(request);
}
