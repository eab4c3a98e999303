import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { siteConfig, siteKickstart } from '../../support/sampleFiles';
import { serverName, startAppliance } from '../appliance';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics } from '../workspace';

const utf16 = Buffer.from(`\ufeff${siteKickstart}`, 'utf16le');

const files: Readonly<Record<string, Uint8Array>> = {
	'/site/xclarity.json': Buffer.from(
		'{ "links": [{ "unattend": "*.ks", "config": "config/site.json", "os": "rhels" }] }',
	),
	'/site/server.ks': Buffer.from(siteKickstart.replace('server0.locale', 'server0.lokale')),
	'/site/config/site.json': Buffer.from(siteConfig),
	'/utf16/server.ks': utf16,
};

/** A repository that is open without a copy: its files can be read, and lie on no disk. */
const repository: vscode.FileSystemProvider = {
	onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
	watch: () => new vscode.Disposable(() => undefined),
	stat(uri) {
		const bytes = files[uri.path];
		if (bytes !== undefined) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length };
		if (!Object.keys(files).some(file => file.startsWith(`${uri.path}/`)))
			throw vscode.FileSystemError.FileNotFound(uri);
		return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
	},
	readFile(uri) {
		const bytes = files[uri.path];
		if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
		return bytes;
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

function openRepository(): void {
	const registered = vscode.workspace.registerFileSystemProvider('vscode-vfs', repository, { isReadonly: true });
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		registered.dispose();
	});
}

scenario('a file in UTF-16 of a repository that is open without a copy is sent as it is', async () => {
	const appliance = await startAppliance();
	openRepository();
	const uri = vscode.Uri.parse('vscode-vfs://repository/utf16/server.ks');
	const target = { server: appliance.id, os: 'rhels', osrelease: '9.4' };
	const done = vscode.commands.executeCommand('xclarity.upload', uri, target);
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await done;
	assert.deepEqual(
		appliance.truth().files.map(({ name, bytes }) => [name, Buffer.from(bytes ?? []).toString('hex')]),
		[['server.ks', utf16.toString('hex')]],
	);
});

scenario('a file of a repository that is open without a copy is checked with the file it is linked with', async () => {
	openRepository();
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
