/** A linked pair in the workspace of a run: made for one scenario, gone after it. */
import { rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { afterwards } from './scenario';
import { fileUri, openFile, until } from './workspace';

/** Without mistakes; it declares the time zone. */
export const configText = `{
	"category": "dynamic",
	"name": "lab",
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
		}
	]
}
`;

/** Without mistakes; the macro stands in line 7. */
export const kickstart = `#version=RHEL9
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#
text
lang en_US.UTF-8
keyboard us
timezone #timezone#
rootpw --lock
user --name=admin --lock
url --url=http://mirror.example.net/rhel9
network --bootproto=dhcp
zerombr
clearpart --all --initlabel
autopart
reboot
%packages
@^minimal-environment
%end
`;

/** Writes a file into the workspace, and takes it away when the scenario is over. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
	const uri = fileUri(name);
	await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	afterwards(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.commands.executeCommand('notifications.clearAll');
		await rm(uri.fsPath, { force: true });
	});
	return uri;
}

export interface Pair {
	/** Names in the workspace. */
	readonly config: string;
	readonly kickstart: string;
	readonly uri: vscode.Uri;
}

let pairs = 0;

/**
 * Writes a pair and the manifest that links it, opens the kickstart file, and waits until the language server knows
 * the link, which says `facts` of the file; `others` are kickstart files with the same
 * configuration file. Each pair has names of its own, because VS Code keeps closed documents for a while.
 */
export async function openPair(
	text = kickstart,
	facts: object = { description: 'Lab' },
	others: readonly string[] = [],
): Promise<Pair> {
	pairs += 1;
	const pair = { config: `lab${pairs}.xclarity.json`, kickstart: `lab${pairs}.ks` };
	const target = { os: 'rhels', osrelease: '9.4' };
	const links = [pair.kickstart, ...others].map(unattend => ({ unattend, config: pair.config, ...target, ...facts }));
	for (const name of others) await write(name, kickstart);
	await write('xclarity.json', JSON.stringify({ links }));
	await write(pair.config, configText);
	const uri = await write(pair.kickstart, text);
	await openFile(pair.kickstart);
	if (text.includes('#timezone#')) await knowsLink(uri, text);
	else await vscode.commands.executeCommand('vscode.executeDefinitionProvider', uri, new vscode.Position(0, 0));
	return { ...pair, uri };
}

/** Waits until the language server, a new one perhaps, leads from the macro of a kickstart file to its setting. */
export const knowsLink = (uri: vscode.Uri, text = kickstart): Promise<void> =>
	until(async () => {
		const found = await vscode.commands.executeCommand<vscode.Location[]>(
			'vscode.executeDefinitionProvider',
			uri,
			at(text, '#timezone').start.translate(0, 3),
		);
		return found.length > 0;
	}, 'the language server knows the link');

/** Where the words stand first. */
export function at(text: string, words: string): vscode.Range {
	const before = text.slice(0, text.indexOf(words)).split('\n');
	const start = new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
	return new vscode.Range(start, start.translate(0, words.length));
}
