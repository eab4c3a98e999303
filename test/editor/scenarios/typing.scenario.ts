import assert from 'node:assert/strict';
import { type ParseError, parseTree } from 'jsonc-parser';
import * as vscode from 'vscode';
import site from '../../fixtures/config/site.xclarity.json';
import { write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { Typist } from '../typist';
import { becomes, diagnostics, openFile, until } from '../workspace';

/** For a file of 2,100 characters. */
const mostKeys = 120;

const times = (count: number, key: string): readonly string[] => Array.from({ length: count }, () => key);

const withoutBlanks = (text: string): string => text.replace(/\s/g, '');

/** Waits for the language server, which starts with the first file of ours: until then a key opens no list. */
const serverAnswers = ({ uri }: vscode.TextDocument): Promise<void> =>
	until(async () => {
		const start = new vscode.Position(0, 0);
		const list: vscode.CompletionList = await vscode.commands.executeCommand(
			'vscode.executeCompletionItemProvider',
			uri,
			start,
		);
		return list.items.length > 0;
	}, 'the language server answers');

/** Waits until the server has answered about the text that ends with this, as often as the editor itself may ask. */
async function listWouldBeOpen(document: vscode.TextDocument, typed: string): Promise<void> {
	await until(() => document.getText().includes(typed), `${typed} is typed`);
	const at = document.positionAt(document.getText().indexOf(typed) + typed.length);
	for (let times = 0; times < 3; times++)
		await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
}

function isWhole(text: string): boolean {
	const errors: ParseError[] = [];
	parseTree(text, errors);
	return errors.length === 0;
}

/** To a new setting behind the last one of a file. */
const behindTheLast = ['Control+End', ...times(3, 'ArrowUp'), 'End', ',', 'Enter'];

/** Three choices, the second of which is the default, at the tab stop of the first. */
async function threeChoices(person: Typist, first: string, second: string, third: string): Promise<void> {
	await person.fill(first);
	await person.say(second);
	await person.press('"', ',', ' ', '"');
	await person.say(third);
	await person.press('ArrowDown', 'ArrowLeft', 'Control+Backspace');
	await person.say(second);
}

scenario('a whole configuration file is typed from nothing in few keys', async () => {
	const uri = await write('typed.xclarity.json', '');
	const { document } = await openFile('typed.xclarity.json');
	await serverAnswers(document);
	const person = new Typist();
	await person.press('Control+Space');
	await hands('suggested', 'Settings for all servers');
	await person.accept('No settings yet', 'ArrowUp');
	await person.fill('siteDeploy', 'Site deployment', 'Locale per server, shared time sources, script log file.');

	await person.accept('per server', 'p');
	await person.fill('', '');
	await person.accept('choice', 'c');
	await person.fill('locale', 'Language', 'System language.', '');
	await threeChoices(person, 'de_DE', 'en_GB', 'fr_FR');
	await person.press('ArrowDown', 'End', ',', 'Enter');
	await person.accept('choice', 'c');
	await person.fill('keyboardLocale', 'Keyboard', '', '');
	await threeChoices(person, 'german', 'english-uk', 'french');
	// Up to the description, which this setting has none of.
	await person.press(...times(4, 'ArrowUp'), 'Control+Shift+K', ...behindTheLast);

	await person.accept('list', 'l');
	await hands('picture', 'snippet');
	await person.fill('common-ntpservers', 'Time servers', '', '', '', '2', '', 'ntpserver', 'Time server', '');
	await person.accept('true', 'ArrowDown');
	await person.say('^[A-Za-z0-9.-]{1,64}$');
	await person.press('End', ',', 'Enter');
	await person.accept('autoCreateInstance', 'a');
	await person.accept('true');
	await person.press(...times(4, 'ArrowUp'), 'Control+Shift+K', ...times(11, 'ArrowUp'), 'Control+Shift+K');
	await person.press(...behindTheLast);

	await person.accept('fixed value', 'f');
	await person.fill('logpath', 'Log file of the post-install script.');
	await person.say('/var/log/site-post.log');
	await becomes(() => withoutBlanks(document.getText()), withoutBlanks(JSON.stringify(site)));
	await diagnostics(uri, found => found.length === 0);
	assert.ok(person.keys <= mostKeys, `${person.keys} keys`);
});

scenario('keys and settings are offered while they are typed, and Enter after a comma begins a line', async () => {
	await write('by-hand.xclarity.json', '');
	const { document } = await openFile('by-hand.xclarity.json');
	await serverAnswers(document);
	const text = (): string => document.getText();
	const person = new Typist();
	await person.press('{', 'Enter');
	await person.accept('category', '"');
	await person.accept('dynamic');
	await person.press(',');
	// A list that opened by itself here would take the Enter.
	await listWouldBeOpen(document, '"dynamic",');
	await person.press('Enter');
	await person.accept('name', '"', 'n');
	await person.say('site');
	await person.press('"');
	await listWouldBeOpen(document, '"site"');
	await person.press(',');
	await listWouldBeOpen(document, '"site",');
	await person.press('Enter');
	const head = ['{', '    "category": "dynamic",', '    "name": "site",'];
	await becomes(text, [...head, '    ', '}'].join('\n'));
	await person.press('"', 't');
	await hands('suggested', 'type');
	await person.press('Tab');
	await hands('suggested', 'assoc_array');
	await person.press('Tab', ',', 'Enter', 'c', 'o', 'n');
	await person.accept('content');
	// The settings are offered without another key.
	await hands('suggested', 'text');
	await hands('picture', 'settings-offered');
	await person.press('Escape', '{', 'Delete');
	const torn = [...head, '    "type": "assoc_array",', '    "content": [', '        {', '    ]', '}'].join('\n');
	await becomes(text, torn);
	await person.press('Control+Space');
	await person.accept('text');
	await until(() => isWhole(text()) && text().includes('"name": "setting"'), 'the braces of the setting are a pair');
	await person.press('Escape', 'Control+z');
	await becomes(text, torn);
});

/** As it comes from a web page: without indentation, with the marks of a word processor, and commas missing. */
const pasted = `{
"category": "dynamic",
"name": "site",
"type": "assoc_array"
"optional": False,
"content": [{
"category": "static",
"common": true,
"name": “logPath”,
"type": "string",
"optional": false,
"value": "/var/log/site.log"
}],
}
`;

const repairedText = `{
  "category": "dynamic",
  "name": "site",
  "type": "assoc_array",
  "optional": false,
  "content": [{
    "category": "static",
    "common": true,
    "name": "logPath",
    "type": "string",
    "optional": false,
    "value": "/var/log/site.log"
  }]
}
`;

scenario(
	'mistakes of a paste are counted above the file, and repaired at once, indented as the editor is set',
	async () => {
		const uri = await write('pasted.xclarity.json', pasted);
		const editor = await openFile('pasted.xclarity.json');
		editor.options = { tabSize: 2, insertSpaces: true };
		const text = (): string => editor.document.getText();
		await diagnostics(uri, found => found.length > 0);
		// At the end of a paste nothing is reported, and the cursor is there.
		const end = editor.document.positionAt(pasted.length);
		editor.selection = new vscode.Selection(end, end);
		await hands('quickFixes', 'Repair this file');
		await hands('press', 'Escape');
		// The words stand there for some seconds only.
		await Promise.all([hands('status', 'Repaired 4 mistakes.'), hands('lens', 'Repair 4 mistakes')]);
		await becomes(text, repairedText);
		await hands('picture', 'repaired');
		await vscode.commands.executeCommand('undo');
		await becomes(text, pasted);
		await vscode.commands.executeCommand('xclarity.repair');
		await becomes(text, repairedText);
		await vscode.commands.executeCommand('editor.action.formatDocument');
		await becomes(text, repairedText);
	},
);
