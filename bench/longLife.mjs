/**
 * Whether a long life leaves the language server's memory where it was: over stdio, it is sent edits of a linked pair
 * and files that are opened and closed, all with what an editor asks meanwhile, and its heap is read in between, after
 * garbage has been collected. Run: node bench/longLife.mjs [--edits N] [--files N]
 *
 * The first half warms up: answers are kept within limits, which have to be reached, and code is compiled. The run fails
 * when the heap then grows by more than 100 bytes an edit or 500 a file.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { buildProduct } from '../build/product.mjs';

const { values: options } = parseArgs({
	options: { edits: { type: 'string', default: '10000' }, files: { type: 'string', default: '1000' } },
});
const edits = Number(options.edits);
const files = Number(options.files);

const dist = path.resolve('out', `long-life-${process.pid}`);
const folder = mkdtempSync(path.join(os.tmpdir(), 'xclarity-long-life-'));
process.on('exit', () => {
	rmSync(dist, { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
});
await buildProduct({ outdir: dist, minify: true });

/** Loaded before the server: answers a signal with the memory that is in use. */
const probe = path.join(dist, 'probe.mjs');
writeFileSync(
	probe,
	`process.on('SIGUSR2', () => {
		gc(); gc();
		process.stderr.write(JSON.stringify(process.memoryUsage()) + '\\n');
	});`,
);

const setting = number => ({
	category: 'dynamic',
	name: `setting${number}`,
	label: `Setting ${number}`,
	type: 'string',
	optional: false,
	common: true,
	value: `value ${number}`,
	regex: '^[a-z0-9 ]{1,60}$',
});
const config = JSON.stringify(
	{
		category: 'dynamic',
		name: 'site',
		type: 'assoc_array',
		optional: false,
		content: Array.from({ length: 60 }, (_, number) => setting(number)),
	},
	undefined,
	'\t',
);
const kickstart = `#version=RHEL9
#predefined.unattendSettings.preinstallConfig#
lang en_US.UTF-8
keyboard us
timezone UTC
rootpw --lock
zerombr
%packages
@^minimal-environment
%end
%post
${Array.from({ length: 60 }, (_, number) => `echo #site.setting${number}#`).join('\n')}
%end
`;
const texts = {
	'ks.cfg': ['kickstart', kickstart],
	'site.xclarity.json': ['xclarity-config', config],
	'xclarity.json': [
		'xclarity-manifest',
		JSON.stringify({ links: [{ unattend: '**/*.cfg', config: 'site.xclarity.json' }] }),
	],
};
const autoyast =
	'<?xml version="1.0"?>\n<!DOCTYPE profile>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">\n</profile>\n';
for (const [name, [, text]] of Object.entries(texts)) writeFileSync(path.join(folder, name), text);
mkdirSync(path.join(folder, 'more'));

const server = spawn(process.execPath, [
	'--expose-gc',
	'--import',
	pathToFileURL(probe).href,
	path.join(dist, 'cli.js'),
	'language-server',
	'--stdio',
]);
const connection = createMessageConnection(
	new StreamMessageReader(server.stdout),
	new StreamMessageWriter(server.stdin),
);
connection.onRequest('workspace/configuration', () => [{}]);
connection.onRequest('client/registerCapability', () => null);
/** Who waits for the diagnostics of a document in a version. */
const waiting = new Map();
connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
	waiting.get(`${uri} ${version}`)?.();
	waiting.delete(`${uri} ${version}`);
});
connection.listen();
const checked = (uri, version) => new Promise(resolve => waiting.set(`${uri} ${version}`, resolve));

async function memory() {
	server.kill('SIGUSR2');
	const [line] = await once(server.stderr, 'data');
	const { rss, heapUsed, external } = JSON.parse(String(line));
	return { rss, heap: heapUsed + external };
}

const root = pathToFileURL(folder).href;
await connection.sendRequest('initialize', {
	processId: process.pid,
	rootUri: root,
	workspaceFolders: [{ uri: root, name: 'site' }],
	capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
});
await connection.sendNotification('initialized', {});

async function open(uri, languageId, text) {
	const done = checked(uri, 1);
	await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	await done;
}

/** What an editor asks while a person is at a line of a document. */
async function askAround(uri, line) {
	const textDocument = { uri };
	const position = { line, character: 3 };
	const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
	await Promise.all([
		connection.sendRequest('textDocument/hover', { textDocument, position }),
		connection.sendRequest('textDocument/completion', { textDocument, position }),
		connection.sendRequest('textDocument/documentSymbol', { textDocument }),
		connection.sendRequest('textDocument/semanticTokens/full', { textDocument }),
		connection.sendRequest('textDocument/codeLens', { textDocument }),
		connection.sendRequest('textDocument/references', {
			textDocument,
			position,
			context: { includeDeclaration: true },
		}),
		connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
	]);
}

const documents = ['ks.cfg', 'site.xclarity.json'].map(name => ({ uri: `${root}/${name}`, version: 1, name }));
for (const { uri, name } of documents) await open(uri, ...texts[name]);

/** Types a word that was never there, in front of a line or in the middle of one, or takes it away again. */
async function edit(number) {
	const document = documents[number & 1];
	const line = 3 + (number % 40);
	document.version++;
	const done = checked(document.uri, document.version);
	const word = `word${number}of many`;
	const start = { line, character: number % 3 === 0 ? 0 : document.name === 'ks.cfg' ? 7 : 12 };
	const change = document.typed ? { range: document.typed, text: '' } : { range: { start, end: start }, text: word };
	document.typed = document.typed ? undefined : { start, end: { line, character: start.character + word.length } };
	await connection.sendNotification('textDocument/didChange', {
		textDocument: { uri: document.uri, version: document.version },
		contentChanges: [change],
	});
	await done;
	if (number % 20 < 2) await askAround(document.uri, line);
}

/** Another name each time: half of them on the disk, half not saved yet. */
async function openAndClose(number) {
	const isXml = number % 3 === 0;
	const name = `more/file${number}.${isXml ? 'xml' : 'cfg'}`;
	const text = isXml ? autoyast : kickstart.replace('keyboard us', `keyboard us\nnosuch${number}`);
	if (number & 1) writeFileSync(path.join(folder, name), text);
	const uri = `${root}/${name}`;
	await open(uri, isXml ? 'xml' : 'kickstart', text);
	if (number % 5 === 0) await askAround(uri, 2);
	await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
	if (number & 1) rmSync(path.join(folder, name));
	const gone = { changes: [{ uri, type: 3 }] };
	await connection.sendNotification('workspace/didChangeWatchedFiles', gone);
}

const megabytes = bytes => (bytes / 1024 / 1024).toFixed(2);

/** @returns {Promise<number>} bytes by which the heap has grown with each in the second half */
async function measure(what, count, act) {
	let first;
	let last;
	for (let number = 0; number <= count; number++) {
		if (number % (count / 10) === 0) {
			last = await memory();
			if (number === count / 2) first = last;
			console.log(`${number} ${what}: heap ${megabytes(last.heap)} MB, process ${megabytes(last.rss)} MB`);
		}
		await act(number);
	}
	return (last.heap - first.heap) / (count / 2);
}

const byEdit = await measure('edits', edits, edit);
const byFile = await measure('files', files, openAndClose);
console.log(`\nIn the second half it grew by ${byEdit.toFixed(1)} bytes an edit, and by ${byFile.toFixed(1)} a file.`);
if (byEdit > 100 || byFile > 500) process.exitCode = 1;
await connection.sendRequest('shutdown');
await connection.sendNotification('exit');
connection.dispose();
