import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, kickstart, openPair, write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics, until } from '../workspace';

scenario('an unattend file is shown as the installer reads it, and follows its source and the values', async () => {
	const pair = await openPair();
	const finished = (): vscode.TextDocument | undefined =>
		vscode.workspace.textDocuments.find(
			({ uri }) => uri.scheme === 'xclarity-finished' && uri.path.endsWith(pair.kickstart),
		);
	await vscode.commands.executeCommand('xclarity.previewFinished', pair.uri, 0);
	await until(async () => finished()?.getText().includes('timezone UTC') ?? false, 'the default stands there');
	await until(async () => finished()?.languageId === 'kickstart', 'it is coloured as its source');

	const source = await vscode.workspace.openTextDocument(pair.uri);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(pair.uri, at(kickstart, 'keyboard us'), 'keyboard fr');
	await vscode.workspace.applyEdit(edit);
	await until(async () => finished()?.getText().includes('keyboard fr') ?? false, 'it follows the source');
	await hands('picture', 'finished');

	await write('lab.values.json', JSON.stringify({ config: pair.config, common: { timezone: 'Europe/Paris' } }));
	await until(async () => finished()?.getText().includes('timezone Europe/Paris') ?? false, 'it follows the values');

	edit.set(pair.uri, [vscode.TextEdit.replace(at(source.getText(), 'rootpw --lock'), '# #nothing.there#')]);
	await vscode.workspace.applyEdit(edit);
	const uri = finished()?.uri;
	assert.ok(uri);
	const [unresolved] = await diagnostics(uri, found => found.some(({ code }) => codeOf(code) === 'preview-unresolved'));
	assert.ok(unresolved);
});

const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
