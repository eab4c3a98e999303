import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import * as vscode from 'vscode';
import { serverName, startAppliance } from '../appliance';
import { at, kickstart, openPair } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { themeOf } from '../theme';
import { fileUri, until } from '../workspace';

const active = (): string => {
	const editor = vscode.window.activeTextEditor;
	return editor ? `${vscode.workspace.asRelativePath(editor.document.uri)}:${editor.selection.start.line + 1}` : '';
};

/** Where the setting of the pair has its name. */
const nameLine = 10;

async function replace(uri: vscode.Uri, words: string, by: string): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, at(kickstart, words), by);
	await vscode.workspace.applyEdit(edit);
}

scenario('the view of the map says which settings go where, leads there, and follows an edit', async () => {
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.map.focus');
	const rows = await hands('mapRows', pair.kickstart);
	assert.ok(
		rows.some(row => row.includes(pair.kickstart) && row.includes('rhels 9.4')),
		rows.join('\n'),
	);
	await hands('expandOnMap', 'Settings');
	await hands('mapRows', 'common · 1 use');
	await hands('clickOnMap', '#timezone#');
	await until(() => active() === `${pair.config}:${nameLine}`, 'a setting leads to its name');
	await hands('expandOnMap', '#timezone#');
	await hands('clickOnMap', 'line 7');
	await until(() => active() === `${pair.kickstart}:7`, 'a use leads to its line');

	await replace(pair.uri, '#timezone#', '#time.zone#');
	const edited = await hands('mapRows', '1 without a value');
	assert.ok(
		edited.some(row => row.includes('common · unused')),
		edited.join('\n'),
	);
	await hands('picture', 'map-view');
});

scenario('the picture of the map leads to its places, follows an edit, and is saved', async () => {
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.showMap');
	await hands('pictureSays', pair.kickstart);
	await hands('clickInPicture', '#timezone#');
	await until(() => active() === `${pair.config}:${nameLine}`, 'a setting leads to its name');

	await replace(pair.uri, '#timezone#', '#time.zone#');
	await vscode.commands.executeCommand('xclarity.showMap');
	await hands('pictureSays', 'line 7: unknown');
	const target = fileUri('map.svg');
	afterwards(() => rm(target.fsPath, { force: true }));
	await vscode.commands.executeCommand('xclarity.saveMap', target);
	const svg = await readFile(target.fsPath, 'utf8');
	assert.match(svg, /^<svg /);
	assert.ok(svg.includes('#time.zone#') && !svg.includes('--vscode-'));
});

scenario('the map knows what was uploaded, and what has changed since', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.showMap');
	await hands('pictureSays', pair.kickstart);
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await done;
	await hands('pictureSays', 'uploaded to Lab appliance');
	const edit = new vscode.WorkspaceEdit();
	edit.replace(pair.uri, at(kickstart, 'keyboard us'), 'keyboard fr');
	await vscode.workspace.applyEdit(edit);
	await (await vscode.workspace.openTextDocument(pair.uri)).save();
	await hands('pictureSays', 'uploaded to Lab appliance, changed since');
	await hands('picture', 'map-uploaded');
});

scenario('the picture of the map can be read in light, in dark and in high contrast', async () => {
	const pair = await openPair();
	await replace(pair.uri, 'keyboard us', 'keyboard #no.such#');
	await vscode.commands.executeCommand('xclarity.showMap');
	await hands('pictureSays', 'line 6: unknown');
	const themes = vscode.workspace.getConfiguration('workbench');
	afterwards(async () => themes.update('colorTheme', undefined, vscode.ConfigurationTarget.Global));
	for (const [sort, name] of [
		['vs', 'map-light'],
		['vs-dark', 'map-dark'],
		['hc-black', 'map-contrast'],
	] as const) {
		await themes.update('colorTheme', themeOf(sort), vscode.ConfigurationTarget.Global);
		await hands('pageTheme', sort);
		const [ink, ground] = await hands('pictureColours');
		assert.notEqual(ink, ground);
		await hands('picture', name);
	}
});
