import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../../../server/simulator/simulator';
import { serverName, startAppliance } from '../appliance';
import { kickstart, openPair } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { openFile, until } from '../workspace';

/** Name and partner's name of what is on the appliance, oldest first. */
function links(appliance: Simulator): readonly string[] {
	const { files } = appliance.truth();
	const nameOf = (id: string | undefined) => files.find(file => file.id === id)?.name ?? 'nothing';
	return files.map(({ name, associatedFileId }) => `${name} - ${nameOf(associatedFileId)}`);
}

const textOn = (appliance: Simulator, name: string): string =>
	String(appliance.truth().files.findLast(file => file.name === name)?.bytes);

/** Chooses from the menu of a file, then the server, and gives the password. */
async function begin(appliance: Simulator, file: string, entry = 'Upload'): Promise<void> {
	await hands('contextMenu', file, 'XClarity', entry);
	await hands('pick', serverName);
	await hands('answer', `Password for ${serverName}`, appliance.password);
}

scenario(
	'Upload takes the linked configuration file along, and says so before the first upload to a server',
	async () => {
		const appliance = await startAppliance();
		const pair = await openPair();
		await begin(appliance, pair.kickstart);
		const [title, question, ...rows] = await hands('choices', 'new on the server');
		await hands('picture', 'plan-first');
		assert.equal(title, `Upload to ${serverName} (${new URL(appliance.url).host})`);
		assert.equal(question, 'Nothing on the server is replaced.');
		assert.ok(
			rows.some(row => row.includes(`${pair.kickstart}new on the server, linked with ${pair.config}`)),
			rows.join('\n'),
		);
		assert.deepEqual(links(appliance), []);
		await hands('pick', 'don’t ask again for this server');
		await hands('notification', 'Uploaded');
		assert.deepEqual(links(appliance), [`${pair.config} - ${pair.kickstart}`, `${pair.kickstart} - ${pair.config}`]);
		await vscode.commands.executeCommand('notifications.clearAll');
		const other = await openPair();
		await hands('contextMenu', other.kickstart, 'XClarity', 'Upload');
		await hands('notification', `Uploaded ${other.config}`);
		assert.equal(links(appliance).length, 4);
	},
);

scenario('Upload this file only leaves the linked file out', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await begin(appliance, pair.kickstart, 'Upload this file only');
	await hands('confirm', 'new on the server');
	await hands('notification', `Uploaded ${pair.kickstart}`);
	assert.deepEqual(links(appliance), [`${pair.kickstart} - nothing`]);
});

scenario('several selected files make one plan, one upload and one summary', async () => {
	const appliance = await startAppliance();
	const pair = await openPair(kickstart, {}, ['rack7.ks', 'rack8.ks']);
	const names = [pair.kickstart, 'rack7.ks', 'rack8.ks'];
	await hands('select', pair.kickstart, 'rack7.ks', 'rack8.ks');
	await begin(appliance, 'rack8.ks');
	const rows = await hands('choices', 'new on the server');
	await hands('picture', 'plan-several');
	assert.equal(rows.filter(row => row.includes('new on the server')).length, 4, rows.join('\n'));
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded 4 files');
	await hands('picture', 'summary-several');
	assert.deepEqual(links(appliance).slice(1).toSorted(), names.map(name => `${name} - ${pair.config}`).toSorted());
});

scenario('a configuration file goes with those of its unattend files that the person leaves checked', async () => {
	const appliance = await startAppliance();
	const pair = await openPair(kickstart, {}, ['rack7.ks']);
	const uri = vscode.Uri.joinPath(pair.uri, '..', pair.config);
	await openFile(pair.config);
	const done = vscode.commands.executeCommand('xclarity.upload', uri, { server: appliance.id });
	await hands('choices', 'rack7.ks');
	await hands('picture', 'with-which');
	await hands('pick', 'rack7.ks');
	await hands('confirm', 'rack7.ks');
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await done;
	assert.deepEqual(links(appliance), [`${pair.config} - ${pair.kickstart}`, `${pair.kickstart} - ${pair.config}`]);
});

scenario('text that is not saved is saved first, after a yes', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	const editor = await openFile(pair.kickstart);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '# Racks 7 and 8\n'));
	await begin(appliance, pair.kickstart);
	const [, question, first] = await hands('choices', 'new on the server');
	await hands('picture', 'plan-unsaved');
	assert.equal(question, `Saves ${pair.kickstart} first. Nothing on the server is replaced.`);
	assert.match(first ?? '', /^Save and upload/);
	assert.equal(editor.document.isDirty, true);
	await hands('confirm', 'Save and upload');
	await hands('notification', 'Uploaded');
	assert.equal(editor.document.isDirty, false);
	assert.match(textOn(appliance, pair.kickstart), /^# Racks 7 and 8$/m);
});

scenario('after a no nothing is saved and nothing is sent', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	const editor = await openFile(pair.kickstart);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '# Racks 7 and 8\n'));
	await begin(appliance, pair.kickstart);
	await hands('dismiss', 'new on the server');
	await until(() => appliance.truth().openSessions.length === 0, 'the session has ended');
	assert.equal(editor.document.isDirty, true);
	assert.deepEqual(links(appliance), []);
});

scenario('the plan names a file of somebody else, and one of ours that was deleted', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	const upload = () => vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	const first = upload();
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await first;
	appliance.actNow({ do: 'delete', file: { name: pair.config } });
	const theirs = { kind: 'UNATTEND', name: pair.kickstart, content: kickstart, os: 'rhels', osrelease: '9.4' };
	appliance.actNow({ do: 'import', file: theirs });
	const editor = await openFile(pair.kickstart);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), '# Racks 7 and 8\n'));
	await editor.document.save();
	const second = upload();
	const rows = await hands('choices', 'created again');
	await hands('picture', 'plan-others');
	assert.ok(
		rows.some(row => row.includes(`${pair.config}created againIt was deleted on the server`)),
		rows.join('\n'),
	);
	assert.ok(
		rows.some(row => /There is also \d+_lab\d+\.ks, which was not uploaded from here/.test(row)),
		rows.join('\n'),
	);
	await hands('dismiss', 'created again');
	await second;
});
