import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { addFile, diagnostics, extension, openFile, until } from '../workspace';

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

/** Bytes of the extension's own programs that the extension host has loaded. */
function loadedBytes(): number {
	const { cache } = createRequire(path.join(extension().extensionPath, 'package.json'));
	const programs = path.join(extension().extensionPath, 'dist') + path.sep;
	const files = Object.keys(cache).filter(file => file.startsWith(programs));
	return files.map(file => statSync(file).size).reduce((sum, size) => sum + size, 0);
}

/** What the client and all that it is made of weigh is hundreds of kilobytes. */
const asleep = 20_000;

/** Files of other people under the languages that load the extension, with words that unattend files have, too. */
const foreign: Readonly<Record<string, string>> = {
	'pom.xml':
		'<project xmlns="http://maven.apache.org/POM/4.0.0">\n\t<profiles>\n\t\t<profile>#colour#</profile>\n\t</profiles>\n</project>\n',
	'setup.cfg': '[metadata]\nlang = en\nurl = https://example.net\ntimezone: UTC\n',
	'app.properties': 'keyboard = us\nnetwork=10.0.0.0/8\ninstall --quiet\n',
};

scenario('for files of other people nothing is loaded, searched or shown', async () => {
	for (const [name, text] of Object.entries(foreign)) {
		await write(name, text);
		await openFile(name);
	}
	await until(() => extension().isActive, 'VS Code has loaded the extension');
	assert.ok(loadedBytes() < asleep, `${loadedBytes()} bytes are loaded`);
	assert.ok(!(await hands('views')).some(title => title.includes('XClarity')), 'a view is shown');
	assert.deepEqual(await hands('palette', 'XClarity: '), [
		'XClarity: Add server…',
		'XClarity: Explain a rule…',
		'XClarity: New configuration file…',
		'XClarity: New unattend file…',
		'XClarity: Open the example…',
		'XClarity: Start simulator',
		'XClarity: Use this file with XClarity',
	]);
	assert.ok(loadedBytes() < asleep, `${loadedBytes()} bytes are loaded`);
});

scenario('the extension wakes for an AutoYaST profile of any name', async () => {
	const text =
		'<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns">\n\t<reboot>no</reboot>\n</profile>\n';
	const uri = await write('sles.xml', text);
	await openFile('sles.xml');
	assert.ok((await diagnostics(uri, found => found.length > 0)).length > 0);
	assert.ok(loadedBytes() > asleep);
	await until(async () => (await hands('views')).some(title => title.includes('XClarity')), 'the view is shown');
});

scenario('a configuration-settings file has a language of its own', async () => {
	await addFile('site.xclarity.json', '{}\n');
	const { document } = await openFile('site.xclarity.json');
	assert.equal(document.languageId, 'xclarity-config');
	assert.ok((await diagnostics(document.uri, found => found.length > 0)).length > 0);
});

scenario('of more notifications than VS Code shows, each can be read', async () => {
	const words = ['First', 'Second', 'Third', 'Fourth', 'Fifth'].map(nth => `${nth} of five notifications`);
	for (const each of words) void vscode.window.showInformationMessage(each);
	for (const each of words.toReversed()) assert.equal(await hands('notification', each), each);
});
