import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { openFile, until } from '../workspace';

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
	vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xclarity-finished')?.getText() ?? '';

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
		assert.deepEqual(await hands('dialogFields'), ['timezone', 'keyboard']);

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
