import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { siteConfig, siteKickstart } from '../../support/sampleFiles';
import { afterwards, scenario } from '../scenario';
import { diagnostics } from '../workspace';

const files: Readonly<Record<string, string>> = {
	'/site/xclarity.json': '{ "links": [{ "unattend": "*.ks", "config": "config/site.json", "os": "rhels" }] }',
	'/site/server.ks': siteKickstart.replace('server0.locale', 'server0.lokale'),
	'/site/config/site.json': siteConfig,
};

/** A repository that is open without a copy: its files can be read, and lie on no disk. */
const repository: vscode.FileSystemProvider = {
	onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
	watch: () => new vscode.Disposable(() => undefined),
	stat(uri) {
		const text = files[uri.path];
		if (text !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length };
		if (!Object.keys(files).some(file => file.startsWith(`${uri.path}/`)))
			throw vscode.FileSystemError.FileNotFound(uri);
		return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
	},
	readFile(uri) {
		const text = files[uri.path];
		if (text === undefined) throw vscode.FileSystemError.FileNotFound(uri);
		return new TextEncoder().encode(text);
	},
	readDirectory: uri => (uri.path === '/site' ? [['config', vscode.FileType.Directory]] : []),
	createDirectory: refuse,
	writeFile: refuse,
	delete: refuse,
	rename: refuse,
};

function refuse(): never {
	throw vscode.FileSystemError.NoPermissions();
}

scenario('a file of a repository that is open without a copy is checked with the file it is linked with', async () => {
	const registered = vscode.workspace.registerFileSystemProvider('vscode-vfs', repository, { isReadonly: true });
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		registered.dispose();
	});
	const uri = vscode.Uri.parse('vscode-vfs://repository/site/server.ks');
	await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
	const found = await diagnostics(uri, each => each.length > 0);
	assert.deepEqual(
		found.map(({ message, range }) => [
			message.includes('Did you mean #server-settings.server0.locale#'),
			range.start.line,
		]),
		[[true, 4]],
	);
});
