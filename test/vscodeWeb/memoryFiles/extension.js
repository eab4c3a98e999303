/**
 * A file system of the scheme `memory` for a VS Code without any disk, as repositories have one on vscode.dev. Its files
 * are those of `files.json` beside it, texts by path.
 */
const { EventEmitter, FileChangeType, FileSystemError, FileType, Uri, workspace } = require('vscode');

exports.activate = async ({ extensionUri, subscriptions }) => {
	const list = await fetch(Uri.joinPath(extensionUri, 'files.json').toString(true));
	const files = new Map(
		Object.entries(await list.json()).map(([path, text]) => [path, new TextEncoder().encode(text)]),
	);
	subscriptions.push(workspace.registerFileSystemProvider('memory', fileSystem(files), { isCaseSensitive: true }));
};

/** @param {Map<string, Uint8Array>} files by path */
function fileSystem(files) {
	const changed = new EventEmitter();
	const times = new Map();
	const below = path => [...files.keys()].filter(file => file.startsWith(path.endsWith('/') ? path : `${path}/`));
	const tell = (type, uri) => changed.fire([{ type, uri }]);
	return {
		onDidChangeFile: changed.event,
		watch: () => ({ dispose: () => undefined }),
		stat(uri) {
			const bytes = files.get(uri.path);
			if (!bytes && below(uri.path).length === 0) throw FileSystemError.FileNotFound(uri);
			const mtime = times.get(uri.path) ?? 0;
			return { type: bytes ? FileType.File : FileType.Directory, ctime: 0, mtime, size: bytes?.length ?? 0 };
		},
		readDirectory(uri) {
			const start = uri.path.endsWith('/') ? uri.path.length : uri.path.length + 1;
			const found = new Map();
			for (const file of below(uri.path)) {
				const [name, ...rest] = file.slice(start).split('/');
				found.set(name, rest.length > 0 ? FileType.Directory : FileType.File);
			}
			return [...found];
		},
		createDirectory: () => undefined,
		readFile(uri) {
			const bytes = files.get(uri.path);
			if (!bytes) throw FileSystemError.FileNotFound(uri);
			return bytes;
		},
		writeFile(uri, bytes) {
			const type = files.has(uri.path) ? FileChangeType.Changed : FileChangeType.Created;
			files.set(uri.path, bytes);
			times.set(uri.path, (times.get(uri.path) ?? 0) + 1);
			tell(type, uri);
		},
		delete(uri) {
			for (const file of [uri.path, ...below(uri.path)]) files.delete(file);
			tell(FileChangeType.Deleted, uri);
		},
		rename(from, to) {
			for (const file of files.has(from.path) ? [from.path] : below(from.path)) {
				files.set(to.path + file.slice(from.path.length), files.get(file));
				files.delete(file);
			}
			tell(FileChangeType.Deleted, from);
			tell(FileChangeType.Created, to);
		},
	};
}
