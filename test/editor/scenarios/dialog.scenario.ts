import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { themeOf } from '../theme';
import { becomes, openFile, until } from '../workspace';

const config = `{
	"category": "dynamic",
	"name": "site",
	"type": "assoc_array",
	"optional": false,
	"content": [
		{
			"category": "dynamic",
			"common": true,
			"name": "timezone",
			"label": "Time zone",
			"description": "Where the servers are",
			"optional": false,
			"type": "string",
			"choices": ["UTC", "Europe/Paris"],
			"value": "UTC"
		},
		{
			"category": "dynamic",
			"common": true,
			"name": "keyboard",
			"label": "Keyboard",
			"description": "Two small letters",
			"optional": false,
			"type": "string",
			"regex": "^[a-z]{2}$",
			"value": "us"
		},
		{
			"category": "dynamic",
			"common": true,
			"name": "ntp",
			"label": "Time servers",
			"description": "Who tells the time",
			"optional": true,
			"type": "array",
			"minElements": 0,
			"maxElements": 2,
			"template": [
				{
					"category": "dynamic",
					"common": true,
					"name": "ntpserver",
					"label": "NTP server",
					"description": "A host name or an address",
					"optional": false,
					"type": "string"
				}
			]
		},
		{
			"category": "dynamic",
			"common": false,
			"name": "hostname",
			"label": "Host name",
			"description": "Of this server",
			"optional": false,
			"type": "string"
		}
	]
}
`;

const kickstart = `#version=RHEL9
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#
keyboard #keyboard#
timezone #timezone#
network --bootproto=dhcp --hostname=#hostname#
`;

const finished = (): string =>
	vscode.workspace.textDocuments
		.find(({ uri }) => uri.scheme === 'xclarity-finished' && uri.path.endsWith('site.ks'))
		?.getText() ?? '';

scenario(
	'the deploy dialog asks what the file says, judges while one types, and saves what the preview shows',
	async () => {
		const links = [
			{ unattend: 'site.ks', config: 'site.xclarity.json', os: 'rhels', osrelease: '9.4', description: 'S' },
		];
		await write('xclarity.json', JSON.stringify({ links }));
		await write('site.values.json', JSON.stringify({ config: 'site.xclarity.json', common: { keyboard: 'fr' } }));
		const source = await write('site.ks', kickstart);
		const uri = await write('site.xclarity.json', config);
		const editor = await openFile('site.xclarity.json');
		await vscode.commands.executeCommand('xclarity.deployDialog', uri);
		await hands('dialogSays', null, 'Common Settings');
		await becomes(fields, ['timezone', 'keyboard']);

		await hands('fillField', 'keyboard', 'FRA');
		await hands('dialogSays', 'keyboard', 'Keyboard has to match');
		await hands('clickInDialog', 'button', 'Add NTP server');
		await hands('dialogSays', 'ntp.ntpserver0', 'NTP server needs a value');
		await hands('picture', 'dialog');
		await hands('fillField', 'ntp.ntpserver0', 'ntp.example.com');
		await hands('fillField', 'keyboard', 'de');
		await until(
			() => editor.selection.active.line === at(config, '"keyboard"').start.line - 3,
			'a field leads to its setting',
		);

		await hands('clickInDialog', 'tab', 'Server 1 (1)');
		await hands('fillField', 'hostname', 'node1');
		await hands('dialogSays', null, 'Nothing is missing or refused');

		await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(source), vscode.ViewColumn.One);
		await vscode.commands.executeCommand('xclarity.previewFinished', source, 0);
		await until(() => finished().includes('keyboard fr'), 'the preview shows what was saved before');
		// Behind another tab the page is gone; the dialog keeps what was typed.
		await vscode.commands.executeCommand('xclarity.deployDialog', uri);
		await hands('clickInDialog', 'button', 'Save');
		await until(
			() => finished().includes('keyboard de') && finished().includes('--hostname=node1'),
			'the preview follows',
		);
	},
);

const fields = (): Promise<string[]> => hands('dialogFields');

/** Opens the dialog of a file with a name of its own. */
async function openDialog(name: string, text = config): Promise<vscode.TextEditor> {
	const uri = await write(name, text);
	const editor = await openFile(name);
	await vscode.commands.executeCommand('xclarity.deployDialog', uri);
	await hands('dialogSays', null, 'Common Settings');
	return editor;
}

scenario('the deploy dialog follows the file and the cursor, and keeps what was typed', async () => {
	const editor = await openDialog('follow.xclarity.json');
	await hands('fillField', 'keyboard', 'fr');
	await editor.edit(edit => edit.replace(at(config, '"keyboard"'), '"keys"'));
	await until(async () => (await fields()).some(name => name.startsWith('keys')), 'it asks for the new name');
	await vscode.commands.executeCommand('undo');
	await editor.edit(edit => edit.replace(at(editor.document.getText(), '"keys"'), '"keyboard"'));
	await until(async () => (await fields()).some(name => name.startsWith('keyboard')), 'the old name is back');
	await becomes(() => hands('fieldText', 'keyboard'), 'fr');

	await vscode.window.showTextDocument(editor.document, vscode.ViewColumn.One);
	editor.selection = new vscode.Selection(at(config, 'Time zone').start, at(config, 'Time zone').start);
	await until(async () => (await fields()).includes('timezone *'), 'the field of the cursor is marked');
	editor.selection = new vscode.Selection(at(config, 'Host name').start, at(config, 'Host name').start);
	await until(async () => (await fields()).includes('hostname *'), 'it goes to the tab of the setting');
});

scenario(
	'in the deploy dialog instances come and go within their bounds, and Reset takes back what was typed',
	async () => {
		await openDialog('bounds.xclarity.json');
		await hands('clickInDialog', 'button', 'Add NTP server');
		await hands('clickInDialog', 'button', 'Add NTP server');
		await becomes(fields, ['timezone', 'keyboard', 'ntp.ntpserver0', 'ntp.ntpserver1']);
		await becomes(() => hands('isOffered', 'Add NTP server'), false);
		await hands('fillField', 'ntp.ntpserver1', 'b');
		await hands('clickInDialog', 'button', 'Remove NTP server 1');
		await becomes(() => hands('fieldText', 'ntp.ntpserver0'), 'b');
		await hands('fillField', 'keyboard', 'fr');
		await hands('clickInDialog', 'button', 'Reset');
		await until(async () => (await fields()).every(name => !name.startsWith('ntp')), 'no instance is left');
		await becomes(() => hands('fieldText', 'keyboard'), 'us');
	},
);

scenario('the deploy dialog loads another values file, and has a control for each sort of setting', async () => {
	const setting = (name: string, facts: object): object => ({
		category: 'dynamic',
		common: true,
		optional: true,
		type: 'string',
		description: 'Of a sort',
		label: name,
		name,
		...facts,
	});
	const content = [
		setting('firewall', { type: 'boolean', value: true }),
		setting('secret', { type: 'password' }),
		setting('disk', { choices: ['sda', 'sdb'] }),
		setting('site', { category: 'static', value: 'Lab' }),
	];
	const values = {
		config: 'sorts.xclarity.json',
		common: { firewall: false, disk: 'sdb' },
		servers: [{ name: 'node1' }, {}],
	};
	await write('other.values.json', JSON.stringify(values));
	const root = { category: 'dynamic', name: 'sorts', type: 'assoc_array', optional: false, content };
	await openDialog('sorts.xclarity.json', JSON.stringify(root, undefined, '\t'));
	await becomes(fields, ['firewall', 'secret', 'disk', 'site']);
	await becomes(() => hands('isChecked', 'firewall'), true);
	await hands('dialogSays', 'disk', '(none)');
	await hands('clickInDialog', 'button', 'Load');
	await hands('dialogSays', null, 'Loaded other.values.json');
	await hands('dialogSays', null, 'node1');
	await becomes(() => hands('isChecked', 'firewall'), false);
	await becomes(() => hands('fieldText', 'site'), 'Lab');
	await hands('dialogSays', 'site', 'cannot be changed');
	await hands('picture', 'dialog-sorts');
});

scenario('the deploy dialog works by the keyboard alone', async () => {
	await openDialog('keys.xclarity.json');
	await vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
	await becomes(() => hands('dialogHasKeyboard'), true);
	// To the number of servers, over three buttons to the tabs, to the second server, over its panel and the macro to its field.
	await hands('press', 'Tab', 'ControlOrMeta+a');
	await hands('type', '2');
	await hands('press', 'Tab');
	await hands('dialogSays', null, 'Server 2');
	await hands('press', 'Tab', 'Tab', 'Tab', 'ArrowRight', 'ArrowRight', 'Enter', 'Tab', 'Tab', 'Tab');
	await hands('type', 'node2');
	await hands('dialogSays', null, '1 value is missing');
	await becomes(() => hands('fieldText', 'hostname'), 'node2');
});

scenario('the deploy dialog follows its values file, but never over what was typed', async () => {
	const values = (keyboard: string): string => JSON.stringify({ config: 'values.xclarity.json', common: { keyboard } });
	const file = await write('values.values.json', values('fr'));
	await openDialog('values.xclarity.json');
	await until(async () => (await hands('fieldText', 'keyboard')) === 'fr', 'it begins with what was saved');
	await write('values.values.json', values('de'));
	await until(async () => (await hands('fieldText', 'keyboard')) === 'de', 'it follows the disk');
	const document = await vscode.workspace.openTextDocument(file);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(file, at(document.getText(), '"de"'), '"us"');
	await vscode.workspace.applyEdit(edit);
	await until(async () => (await hands('fieldText', 'keyboard')) === 'us', 'it follows an editor');
	await hands('fillField', 'keyboard', 'es');
	const again = new vscode.WorkspaceEdit();
	again.replace(file, at(document.getText(), '"us"'), '"it"');
	await vscode.workspace.applyEdit(again);
	await hands('dialogSays', null, 'The values file has changed');
	assert.equal(await hands('fieldText', 'keyboard'), 'es');
});

scenario('a screen reader finds names, states and mistakes in the deploy dialog', async () => {
	await openDialog('names.xclarity.json');
	await hands('fillField', 'keyboard', 'FRA');
	await hands('dialogSays', 'keyboard', 'Keyboard has to match');
	const tree = await hands('dialogTree');
	for (const line of [
		/- tab "Common Settings \(1\)" \[selected\]/,
		/- tab "Server 1 \(1\)"/,
		/- combobox "Time zone"/,
		/- textbox "Keyboard" \[invalid\]: FRA/,
		/- alert: "Keyboard has to match/,
		/- status: .*2 values are missing or refused/,
		/- group "NTP server \(0 to 2\)"/,
		/- button "Macro of Keyboard"/,
		/- button "Add NTP server"/,
		/- spinbutton "Number of servers"/,
	])
		assert.match(tree, line);
	assert.deepEqual(await hands('fieldStates', 'keyboard'), { invalid: 'true', required: 'true' });
	assert.match(await hands('fieldDescription', 'keyboard'), /^Keyboard has to match .* Two small letters$/);
});

scenario('the deploy dialog can be read in dark and in high contrast', async () => {
	await openDialog('themes.xclarity.json');
	await hands('fillField', 'keyboard', 'FRA');
	await hands('dialogSays', 'keyboard', 'Keyboard has to match');
	const themes = vscode.workspace.getConfiguration('workbench');
	afterwards(async () => themes.update('colorTheme', undefined, vscode.ConfigurationTarget.Global));
	for (const [sort, name] of [
		['vs-dark', 'dialog-dark'],
		['hc-black', 'dialog-contrast'],
		['hc-light', 'dialog-contrast-light'],
	] as const) {
		await themes.update('colorTheme', themeOf(sort), vscode.ConfigurationTarget.Global);
		await hands('pageTheme', sort);
		await hands('picture', name);
	}
});
