import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openPair } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics, openFile, until } from '../workspace';

/** The page that stands open as Markdown is shown, by its address. */
function shownPage(): string | undefined {
	const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
	if (!(input instanceof vscode.TabInputCustom) || input.viewType !== 'vscode.markdown.preview.editor')
		return undefined;
	return input.uri.toString();
}

scenario('the page of a rule comes with the extension, from its code and from a list', async () => {
	const pair = await openPair();
	const { document } = await openFile(pair.kickstart);
	const edit = new vscode.WorkspaceEdit();
	edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'timezone #timezon#\n');
	await vscode.workspace.applyEdit(edit);
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});
	const macroCode = (found: readonly vscode.Diagnostic[]): vscode.Diagnostic['code'] =>
		found.find(({ code }) => typeof code === 'object' && String(code.value).startsWith('macro-'))?.code;
	const code = macroCode(await diagnostics(document.uri, found => macroCode(found) !== undefined));
	assert.ok(typeof code === 'object');
	await vscode.commands.executeCommand('vscode.open', code.target);
	await until(() => shownPage() === `xclarity-rule:/${code.value}.md`, 'its page is shown as Markdown is');
	const asked = vscode.commands.executeCommand('xclarity.explainRule');
	await hands('answer', 'Explain a rule', 'kickstart-no-login');
	await asked;
	await until(() => shownPage() === 'xclarity-rule:/kickstart-no-login.md', 'the page that was chosen is shown');
	await hands('pageSays', 'Somebody must be able to log in.');
	await hands('picture', 'rule-page');
});

scenario('an example opens with one command, and its mistake is underlined', async () => {
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});
	const asked = vscode.commands.executeCommand('xclarity.openExample');
	await hands('pick', 'with a mistake to find');
	await asked;
	const document = vscode.window.activeTextEditor?.document;
	assert.ok(document !== undefined);
	assert.ok(document.uri.path.endsWith('/examples/rhel9-with-a-mistake/ks.cfg'), document.uri.path);
	const found = await diagnostics(document.uri, all => all.length > 0);
	assert.deepEqual(
		found.map(({ message }) => message),
		[
			'#server-settings.server0.locael# is not declared by site.xclarity.json. Did you mean #server-settings.server0.locale#?',
		],
	);
	await hands('picture', 'example');
});
