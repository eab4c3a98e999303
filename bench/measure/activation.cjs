/**
 * Loads the extension with a stand-in for the editor, and prints as JSON how much processor time our own code takes until
 * the language server is started, and what was loaded: node bench/measure/activation.cjs DIST FILE LANGUAGE WAIT
 *
 * FILE is the one document that stands open, in the language LANGUAGE; after WAIT milliseconds no server is expected any
 * more. The stand-in answers every call with another stand-in, so that what VS Code does costs nothing.
 */
const childProcess = require('node:child_process');
const { mkdtempSync, readFileSync, rmSync, statSync, writeSync } = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const dist = path.resolve(process.argv[2]);
const extension = path.join(dist, 'extension.js');
const file = path.resolve(process.argv[3]);
const text = readFileSync(file, 'utf8');

class Uri {
	constructor(url) {
		this.url = new URL(url);
		this.scheme = this.url.protocol.slice(0, -1);
		this.authority = this.url.host;
		this.path = decodeURIComponent(this.url.pathname);
		this.fsPath = this.path;
		this.query = '';
		this.fragment = '';
	}
	static parse = url => new Uri(url);
	static file = name => new Uri(pathToFileURL(name));
	static joinPath = ({ url }, ...parts) => {
		const joined = new URL(url);
		joined.pathname = path.posix.join(url.pathname, ...parts);
		return new Uri(joined);
	};
	with({ path: to }) {
		const other = new URL(this.url);
		if (to !== undefined) other.pathname = to;
		return new Uri(other);
	}
	toString() {
		return this.url.href;
	}
}

class FileSystemError extends Error {}

class Disposable {
	static from = () => new Disposable();
	dispose() {
		return undefined;
	}
}

class EventEmitter {
	event = () => new Disposable();
	fire() {
		return undefined;
	}
	dispose() {
		return undefined;
	}
}

const uri = Uri.file(file);
const openDocument = {
	uri,
	fileName: file,
	languageId: process.argv[4],
	version: 1,
	isClosed: false,
	isUntitled: false,
	lineCount: text.split('\n').length,
	getText: () => text,
	lineAt: line => ({ text: text.split('\n')[line] ?? '' }),
	positionAt: () => ({ line: 0, character: 0 }),
	offsetAt: () => 0,
};

const folder = { uri: Uri.file(path.dirname(file)), name: 'site', index: 0 };

const answered = {
	version: '1.100.0',
	Uri,
	FileSystemError,
	Disposable,
	EventEmitter,
	'workspace.textDocuments': [openDocument],
	'workspace.workspaceFolders': [folder],
	'workspace.getWorkspaceFolder': () => folder,
	'workspace.isTrusted': true,
	'workspace.findFiles': async () => [],
	'workspace.fs.stat': async ({ fsPath }) => {
		try {
			return statSync(fsPath);
		} catch {
			throw new FileSystemError();
		}
	},
	'workspace.fs.readFile': async ({ fsPath }) => readFileSync(fsPath),
	'env.language': 'en',
	'env.uiKind': 1,
	'l10n.uri': undefined,
	'window.visibleTextEditors': [],
	'window.activeTextEditor': undefined,
	'window.tabGroups.all': [],
};

function standIn(name) {
	const children = new Map();
	return new Proxy(class {}, {
		get(target, key) {
			if (key === 'prototype') return target.prototype;
			if (key === 'then') return undefined;
			if (key === Symbol.toPrimitive) return () => 0;
			if (key === Symbol.iterator) return () => [].values();
			const child = name === '' ? String(key) : `${name}.${String(key)}`;
			if (child in answered) return answered[child];
			if (!children.has(key)) children.set(key, standIn(child));
			return children.get(key);
		},
		set: (_target, key, value) => {
			children.set(key, value);
			return true;
		},
		apply: () => standIn(`${name}()`),
		construct: () => standIn(`new ${name}`),
	});
}

/** What the extension keeps for itself is taken away with the process. */
const storage = mkdtempSync(path.join(os.tmpdir(), 'xclarity-bench-storage-'));
process.on('exit', () => rmSync(storage, { recursive: true, force: true }));

const editor = standIn('');
const load = Module._load;
const loaded = new Set();
Module._load = function (request, parent, isMain) {
	if (request === 'vscode') return editor;
	const found =
		request.startsWith('.') && parent?.filename ? path.resolve(path.dirname(parent.filename), request) : request;
	if (found.startsWith(dist)) loaded.add(path.basename(found));
	return load.call(this, request, parent, isMain);
};

let before;
const used = () => {
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
};
const finish = server => {
	const milliseconds = used();
	const files = [...loaded];
	const bytes = files.reduce((sum, name) => sum + statSync(path.join(dist, name)).size, 0);
	// The extension would go on to load what speaks to the server.
	writeSync(1, JSON.stringify({ server, milliseconds, returned, files, bytes }));
	process.exit();
};
for (const verb of ['spawn', 'fork']) childProcess[verb] = () => finish(true);

const context = {
	subscriptions: [],
	extensionPath: path.dirname(dist),
	extensionUri: Uri.file(path.dirname(dist)),
	globalState: {
		get: (_key, otherwise) => otherwise,
		update: async () => undefined,
		keys: () => [],
		setKeysForSync: () => undefined,
	},
	workspaceState: { get: (_key, otherwise) => otherwise, update: async () => undefined, keys: () => [] },
	secrets: { get: async () => undefined, onDidChange: () => new Disposable() },
	environmentVariableCollection: standIn('environment'),
	globalStorageUri: Uri.file(storage),
	storageUri: undefined,
	extension: { packageJSON: {}, id: 'bench' },
};

let returned = 0;
before = process.cpuUsage();
require(extension).activate(context);
returned = used();
// Without a server there is nothing to wait for but what was begun.
setTimeout(() => finish(false), Number(process.argv[5]));
