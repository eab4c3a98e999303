import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPair } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { fileUri, openFile, until } from '../workspace';

scenario('a configuration file shows macros, uses and the linked file', async () => {
	const pair = await openPair();
	const { document } = await openFile(pair.config);
	const titles = async () =>
		(await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri)).map(
			({ command }) => command?.title,
		);
	await until(async () => (await titles()).includes('1 use'), 'the use is counted');
	assert.ok((await titles()).includes(`linked with ${pair.kickstart}`), (await titles()).join());
	const whole = new vscode.Range(0, 0, document.lineCount, 0);
	const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
		'vscode.executeInlayHintProvider',
		document.uri,
		whole,
	);
	assert.deepEqual(
		hints.map(({ label }) => label),
		['#timezone#'],
	);
	await hands('picture', 'reading');
});

scenario(
	'beside the language stand the release, the link and the server; one key shows the finished file',
	async () => {
		const pair = await openPair();
		const lines = await hands('languageStatus', 'Linked with');
		const has = (line: string): void => assert.ok(lines.includes(line), lines.join('\n'));
		has('RHEL 9.4from xclarity.json');
		has(`Linked with ${pair.config}`);
		has('No server');
		await hands('picture', 'language-status');
		await openFile(pair.config);
		assert.ok((await hands('languageStatus', 'Used by')).includes(`Used by ${pair.kickstart}`));
		await openFile(pair.kickstart);
		await hands('press', 'Escape');
		await hands('press', process.platform === 'darwin' ? 'Meta+k' : 'Control+k', 'v');
		await until(
			() => vscode.workspace.textDocuments.some(({ uri }) => uri.scheme === 'xclarity-finished'),
			'the finished file is shown',
		);
	},
);

scenario('a setting is found from anywhere in the workspace', async () => {
	const pair = await openPair();
	const found = async (): Promise<vscode.SymbolInformation | undefined> => {
		const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
			'vscode.executeWorkspaceSymbolProvider',
			'timezone',
		);
		return symbols.find(({ location }) => location.uri.path.endsWith(`/${pair.config}`));
	};
	// VS Code tells of a new file some time after it was written.
	await until(async () => (await found()) !== undefined, 'the new file is known');
	assert.equal((await found())?.name, 'timezone · Time zone');
});

scenario('a new unattend file is chosen, written and opened', async () => {
	const file = fileUri('new-rhel9.ks.cfg');
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
		await vscode.workspace.fs.delete(file);
	});
	const made = vscode.commands.executeCommand('xclarity.newUnattendFile', { file });
	await hands('pick', 'Red Hat Enterprise Linux 9');
	await made;
	const document = vscode.window.activeTextEditor?.document;
	assert.equal(document?.uri.toString(), file.toString());
	assert.equal(document?.languageId, 'kickstart');
	assert.match(document.getText(), /#predefined\.unattendSettings\.preinstallConfig#/);
});
