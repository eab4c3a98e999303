import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { addFile, extension, openFile, until } from '../workspace';

scenario('the extension sleeps while only other files are open', async () => {
	await openFile('notes.txt');
	await openFile('other.json');
	assert.equal(extension().isActive, false);
	assert.equal(vscode.window.activeTextEditor?.document.languageId, 'json');
	const words = await hands('openContextMenu', 'other.json');
	assert.ok(
		words.some(word => word.startsWith('Rename')),
		words.join(', '),
	);
	assert.ok(!words.some(word => word.includes('XClarity')), words.join(', '));
	await hands('press', 'Escape');
});

scenario('the extension wakes for a configuration-settings file', async () => {
	await addFile('site.xclarity.json', '{}\n');
	const { document } = await openFile('site.xclarity.json');
	assert.equal(document.languageId, 'xclarity-config');
	await until(() => extension().isActive, 'the extension is active');
});

scenario('of more notifications than VS Code shows, each can be read', async () => {
	const words = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(nth => `${nth} of five notifications`);
	for (const each of words) void vscode.window.showInformationMessage(each);
	for (const each of words.toReversed()) assert.equal(await hands('notification', each), each);
});
