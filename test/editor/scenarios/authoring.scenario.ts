import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, kickstart, openPair, write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics, openFile, until } from '../workspace';

scenario('an unknown macro appears in Problems at its range', async () => {
	const text = kickstart.replace('en_US.UTF-8', '#site.locale#');
	const { uri } = await openPair(text);
	const all = await diagnostics(uri, found => found.some(isUnknownMacro));
	const found = all.find(isUnknownMacro);
	assert.deepEqual(found?.range, at(text, '#site.locale#'));
	await vscode.commands.executeCommand('workbench.actions.view.problems');
	await hands('picture', 'diagnostic');
	await vscode.commands.executeCommand('workbench.action.closePanel');
});

const isUnknownMacro = ({ code }: vscode.Diagnostic): boolean =>
	(typeof code === 'object' ? code.value : code) === 'macro-unknown';

scenario('the cure stands before switching a rule off', async () => {
	const text = kickstart.replace('zerombr', 'zerombrr');
	const { uri, kickstart: name } = await openPair(text);
	const { start } = at(text, 'zerombrr');
	await diagnostics(uri, found => found.some(({ range }) => range.start.isEqual(start)));
	const editor = await openFile(name);
	editor.selection = new vscode.Selection(start, start);
	const offered = await hands('quickFixes', 'Switch off');
	await hands('picture', 'quick-fixes');
	const cure = offered.findIndex(title => title.includes('zerombr') && !title.includes('zerombrr'));
	const off = offered.findIndex(title => title.startsWith('Switch off'));
	assert.ok(cure >= 0 && cure < off, offered.join('\n'));
	await hands('press', 'Escape');
});

scenario('a macro completes after its hash', async () => {
	const pair = await openPair();
	const editor = await openFile(pair.kickstart);
	const end = at(kickstart, 'autopart').end;
	await editor.edit(edit => edit.insert(end, '\n#'));
	editor.selection = new vscode.Selection(end.line + 1, 1, end.line + 1, 1);
	await until(async () => {
		const list = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			editor.document.uri,
			editor.selection.active,
		);
		return list.items.some(({ label }) => (typeof label === 'string' ? label : label.label).includes('timezone'));
	}, 'macros are suggested');
	const labels = await hands('suggestions', 'timezone');
	assert.ok(
		labels.some(label => label.includes('timezone')),
		labels.join(', '),
	);
	await hands('picture', 'completion');
	await hands('press', 'Escape');
});

scenario('a macro tells where it comes from', async () => {
	const { uri, kickstart: name, config } = await openPair();
	const editor = await openFile(name);
	const where = at(kickstart, '#timezone#').start.translate(0, 3);
	await until(async () => {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, where);
		return hovers.length > 0;
	}, 'the language server answers');
	editor.selection = new vscode.Selection(where, where);
	const words = await hands('hover', 'Where the servers are');
	assert.ok(words.includes(config), words);
});

scenario('a .cfg file is shown as the kickstart file that it is', async () => {
	await write('anything.cfg', kickstart);
	await openFile('anything.cfg');
	await until(() => vscode.window.activeTextEditor?.document.languageId === 'kickstart', 'the language is kickstart');
});

scenario('JSON that looks like ours is offered, and switched only after a yes', async () => {
	await write(
		'deploy.json',
		'{ "category": "dynamic", "name": "x", "type": "assoc_array", "optional": false, "content": [{ "category": "static", "common": true, "name": "a", "type": "string", "optional": false, "value": "b" }] }',
	);
	await openFile('deploy.json');
	await hands('notification', 'looks like an XClarity configuration-settings file');
	assert.equal(vscode.window.activeTextEditor?.document.languageId, 'json');
	await hands('button', 'looks like an XClarity configuration-settings file', 'Yes');
	await until(
		() => vscode.window.activeTextEditor?.document.languageId === 'xclarity-config',
		'the language is xclarity-config',
	);
});

scenario('a restart of the language server disturbs nothing that is asked meanwhile, and can be repeated', async () => {
	const pair = await openPair();
	const restart = () => vscode.commands.executeCommand('xclarity.restartLanguageServer');
	const checkAll = () => vscode.commands.executeCommand<{ readonly files: number } | undefined>('xclarity.checkFolder');
	const found = await Promise.all([restart(), checkAll(), restart(), checkAll()]);
	// Two files of this pair, its manifest, and whatever an earlier scenario has left.
	const files = found[1]?.files ?? 0;
	assert.ok(files >= 3, `${files} files were checked`);
	assert.equal(found[3]?.files, files);
	await restart();
	assert.equal((await checkAll())?.files, files);
	const editor = await openFile(pair.kickstart);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), 'nosuchcommand\n'));
	await diagnostics(pair.uri, all => all.some(({ message }) => message.includes('nosuchcommand')));
});
