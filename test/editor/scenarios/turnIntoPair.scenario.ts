import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { at, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics, fileUri, openFile, until } from '../workspace';

const plain = `#version=RHEL9
text
lang en_US.UTF-8
keyboard de
timezone Europe/Berlin --utc
network --bootproto=static --ip=192.0.2.7 --netmask=255.255.255.0 --gateway=192.0.2.1 --hostname=web01
rootpw secret1
autopart
reboot
`;

const textOf = async (name: string): Promise<string> =>
	new TextDecoder().decode(await vscode.workspace.fs.readFile(fileUri(name)));

const goneAfterwards = (...names: readonly string[]): void =>
	afterwards(async () => {
		for (const name of names) await rm(fileUri(name).fsPath, { force: true });
	});

scenario('an unattend file without macros is turned into a pair after one review', async () => {
	goneAfterwards('plain.xclarity.json', 'xclarity.json');
	const uri = await write('plain.ks', plain);
	await openFile('plain.ks');
	const done = vscode.commands.executeCommand('xclarity.turnIntoPair', uri);
	const [title, , ...rows] = await hands('choices', 'Host name');
	assert.equal(title, 'Turn plain.ks into a pair with plain.xclarity.json');
	assert.equal(rows.length, 8);
	assert.ok(
		rows.some(
			row =>
				row.includes('192.0.2.7') && row.includes('line 6 → #server-settings.server0.ip-address#, for each server'),
		),
		rows.join('\n'),
	);
	assert.ok(!rows.join().includes('secret1'));
	await hands('picture', 'pair-review');
	await hands('pick', 'Keyboard');
	await hands('press', 'Enter');
	const told = await hands('notification', 'are a pair now');
	assert.match(told, /Keep this elsewhere: Password of root\./);

	await until(async () => (await textOf('xclarity.json')).includes('plain.xclarity.json'), 'the link is written');
	await until(async () => (await textOf('plain.ks')).includes('#common-settings.language#'), 'the file is saved');
	const text = await textOf('plain.ks');
	assert.match(text, /^keyboard de$/m);
	assert.match(text, /^rootpw #common-settings\.root-password#$/m);
	assert.doesNotMatch(await textOf('plain.xclarity.json'), /secret1|"keyboard"/);

	const found = await diagnostics(uri, all => !all.some(({ code }) => String(codeOf(code)).startsWith('macro-')));
	assert.deepEqual(
		found.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
		[],
	);
	await until(async () => {
		const position = at(text, 'common-settings.language').start.translate(0, 18);
		const places = await vscode.commands.executeCommand<vscode.Location[]>(
			'vscode.executeDefinitionProvider',
			uri,
			position,
		);
		return places.some(place => place.uri.path.endsWith('plain.xclarity.json'));
	}, 'the link resolves');
	await vscode.commands.executeCommand('xclarity.previewFinished', uri, 0);
	const finished = (): string =>
		vscode.workspace.textDocuments
			.find(document => document.uri.scheme === 'xclarity-finished' && document.uri.path.endsWith('plain.ks'))
			?.getText() ?? '';
	const unchanged = plain.replace('secret1', '#common-settings.root-password#');
	await until(() => finished() === unchanged, 'with the defaults the installer reads what it read before');
	await hands('picture', 'pair-made');
	await hands('button', 'are a pair now', 'Open settings');
	await done;
});

scenario('text that is not saved counts for a pair, stays unsaved, and comes back by one undo', async () => {
	goneAfterwards('draft.xclarity.json', 'xclarity.json');
	const uri = await write('draft.ks', plain);
	const editor = await openFile('draft.ks');
	await editor.edit(edit => edit.replace(at(plain, 'web01'), 'web02'));
	const typed = editor.document.getText();
	void vscode.commands.executeCommand('xclarity.turnIntoPair', uri);
	await hands('choices', 'web02');
	await hands('press', 'Enter');
	await hands('notification', 'are a pair now');
	await until(async () => (await textOf('xclarity.json')).includes('draft.ks'), 'the link is written');
	assert.match(await textOf('draft.xclarity.json'), /"web02"/);
	assert.equal(await textOf('draft.ks'), plain);
	assert.ok(editor.document.isDirty);
	await vscode.window.showTextDocument(editor.document);
	await vscode.commands.executeCommand('undo');
	await until(() => editor.document.getText() === typed, 'one undo takes the macros back');
});

scenario('a file that is linked already is told why it is no pair to be made', async () => {
	await write('xclarity.json', JSON.stringify({ links: [{ unattend: 'old.ks', config: 'old.xclarity.json' }] }));
	const uri = await write('old.ks', plain);
	await openFile('old.ks');
	// The manifest of the scenario before is still open to VS Code, and what is open counts.
	const manifest = await vscode.workspace.openTextDocument(fileUri('xclarity.json'));
	await until(() => manifest.getText().includes('old.ks'), 'the manifest is read again');
	void vscode.commands.executeCommand('xclarity.turnIntoPair', uri);
	await hands('notification', 'is linked with old.xclarity.json already');
	assert.equal(await textOf('old.ks'), plain);
});

const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
