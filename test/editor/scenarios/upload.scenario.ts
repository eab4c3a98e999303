import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { json, tlsServer } from '../../support/tlsServer';
import { addToSettings, serverName, startAppliance, stored } from '../appliance';
import { kickstart, openPair, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { becomes, fileUri, until } from '../workspace';

/** Right-clicks, chooses the server, gives the password. */
async function begin(file: string, password: string, entry = 'Upload'): Promise<void> {
	await hands('contextMenu', file, 'XClarity', entry);
	await hands('pick', serverName);
	await hands('answer', `Password for ${serverName}`, password);
}

/** The same, and agrees with the plan. */
async function upload(file: string, password: string, entry = 'Upload'): Promise<void> {
	await begin(file, password, entry);
	await hands('confirm', 'new on the server');
}

scenario('a right-click uploads a pair, linked both ways', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair.kickstart, appliance.password);
	const words = await hands('notification', 'Uploaded');
	const { configs, unattends } = await stored(appliance);
	assert.deepEqual(
		[configs, unattends].map(files => files.map(({ name }) => name)),
		[[pair.config], [pair.kickstart]],
	);
	const [config, unattend] = [configs[0], unattends[0]];
	assert.equal(config?.partners[0], unattend?.id);
	assert.equal(unattend?.partners[0], config?.id);
	for (const id of [config?.id, unattend?.id]) assert.ok(id !== undefined && words.includes(id), words);
	await hands('picture', 'upload');
});

scenario('the description is asked for where the link has none, and not a second time', async () => {
	const appliance = await startAppliance();
	const pair = await openPair(kickstart, {});
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await hands('pick', serverName);
	await hands('question', 'Shown on the appliance');
	await hands('picture', 'description');
	await hands('answer', `Description of ${pair.kickstart}`, 'Rack 7');
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded');
	const descriptions = () => appliance.truth().files.map(({ name, description }) => [name, description]);
	assert.deepEqual(descriptions(), [
		[pair.config, ''],
		[pair.kickstart, 'Rack 7'],
	]);
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await hands('notification', 'Nothing was sent');
	assert.equal(descriptions().length, 2);
});

scenario('a symbolic link that leaves the workspace is not followed', async () => {
	const appliance = await startAppliance();
	await openPair();
	const outside = await mkdtemp(path.join(tmpdir(), 'xclarity-outside-'));
	afterwards(() => rm(outside, { recursive: true, force: true }));
	await writeFile(path.join(outside, 'secret.ks'), kickstart.replace('#timezone#', 'UTC'));
	const link = fileUri('leak.ks');
	await symlink(path.join(outside, 'secret.ks'), link.fsPath);
	afterwards(() => rm(link.fsPath, { force: true }));
	const target = { server: appliance.id, os: 'rhels', osrelease: '9.4' };
	await vscode.commands.executeCommand('xclarity.upload', link, target);
	const words = await hands('notification', 'leak.ks is a link to');
	assert.match(words, /secret\.ks, outside the workspace\. Nothing from there is sent: copy it\./);
	await hands('picture', 'border');
	assert.deepEqual(appliance.requests, []);
});

scenario('a file that is too large to be checked says how large it is', async () => {
	const appliance = await startAppliance();
	await openPair();
	const uri = await write('large.ks', `${kickstart}#${'x'.repeat(17 * 1024 * 1024)}\n`);
	// It is gone after some seconds, and the file keeps the computer busy.
	const shown = hands('notification', 'large.ks has 17.1 MiB');
	await vscode.commands.executeCommand('xclarity.upload', uri, { server: appliance.id });
	const words = await shown;
	assert.match(words, /files of more than 16\.0 MiB are not checked/);
	assert.deepEqual(appliance.requests, []);
});

scenario('a failure says where the appliance explains more, and its words are no links that run commands', async () => {
	const said = {
		id: 'FQXHMFC0057M',
		text: 'Full: [Repair](command:xclarity.startSimulator).',
		recovery: { text: 'Make room.', URL: 'https://help.example/fqxhmfc0057m' },
	};
	const server = await tlsServer((request, response) => {
		const cookies = { 'set-cookie': ['JSESSIONID=1', 'csrf=2'] };
		if (request.target.startsWith('/sessions')) return json(response, { result: 'success' }, 200, cookies);
		json(response, { result: 'failed', messages: [said] }, 403);
	});
	afterwards(async () => server[Symbol.asyncDispose]());
	const id = await addToSettings({ url: server.url, user: 'USERID', fingerprint: server.fingerprint });
	const pair = await openPair();
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: id });
	await hands('answer', `Password for ${serverName}`, 'Passw0rd!');
	await done;
	const words = await hands('notification', 'FQXHMFC0057M');
	await hands('picture', 'recovery');
	assert.match(words, /Make room\. More at https:\/\/help\.example\/fqxhmfc0057m$/);
	assert.match(words, /\[Repair\] \(command:xclarity\.startSimulator\)/);
});

scenario('the menu is there for files of ours', async () => {
	const pair = await openPair();
	const words = await hands('openContextMenu', pair.kickstart, 'XClarity');
	for (const word of ['Upload', 'Upload this file only', 'Link to configuration file…']) {
		assert.ok(words.includes(word), words.join(', '));
	}
	await hands('press', 'Escape', 'Escape');
});

scenario('a wrong fingerprint sends nothing, and says which certificate was shown', async () => {
	const appliance = await startAppliance({ fingerprint: 'AB'.repeat(32).replace(/(..)(?!$)/g, '$1:') });
	const pair = await openPair();
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await hands('pick', serverName);
	const words = await hands('notification', 'not the pinned one');
	assert.ok(words.includes(appliance.fingerprint), words);
	assert.deepEqual(appliance.requests, []);
});

scenario('a wrong password is asked for once more', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await begin(pair.kickstart, 'not-the-password');
	await until(
		() => appliance.requests.some(({ status }) => status === 401 || status === 403),
		'the password is refused',
	);
	await hands('answer', 'Password for', appliance.password);
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded');
	assert.equal((await stored(appliance)).configs.length, 1);
});

scenario('cancel leaves nothing half-done', async () => {
	const appliance = await startAppliance({ jobMilliseconds: 30_000 });
	const pair = await openPair();
	await upload(pair.kickstart, appliance.password);
	await until(
		() => appliance.requests.some(({ method, path }) => method === 'POST' && path === '/osImages'),
		'an import has begun',
	);
	await hands('button', 'Uploading', 'Cancel');
	await hands('notification', `Upload cancelled. Nothing of it is left on ${serverName}.`);
	await until(
		() => appliance.requests.some(({ method, path }) => method === 'DELETE' && path.startsWith('/sessions')),
		'the session has ended',
	);
	assert.deepEqual(await stored(appliance), { configs: [], unattends: [] });
});

scenario('errors stop an upload; they are shown first, and sending takes a second step', async () => {
	const appliance = await startAppliance();
	const pair = await openPair(`${kickstart}\nnosuchcommand --at=all\n`);
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	const words = await hands('notification', 'Nothing was sent');
	assert.match(words, /error.* in lab\d+\.ks/);
	await hands('picture', 'gate');
	assert.deepEqual(await hands('buttons', 'Nothing was sent'), ['Show problems', 'Upload anyway']);
	await hands('button', 'Nothing was sent', 'Show problems');
	await hands('problems');
	await becomes(() => vscode.window.activeTextEditor?.document.uri.toString(), pair.uri.toString());
	assert.deepEqual(appliance.requests, []);
	await vscode.commands.executeCommand('workbench.action.closePanel');
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await hands('button', 'Nothing was sent', 'Upload anyway');
	await hands('pick', serverName);
	await hands('answer', 'Password for', appliance.password);
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded');
});

scenario('the simulator starts from the palette and takes an upload without a question', async () => {
	const { server } = await vscode.commands.executeCommand<{ server: string }>('xclarity.startSimulator');
	const { uri } = await openPair();
	const files = await vscode.commands.executeCommand<readonly { imageType: string; associatedFileId?: string }[]>(
		'xclarity.upload',
		uri,
		{ server },
	);
	await vscode.commands.executeCommand('xclarity.stopSimulator');
	assert.deepEqual(files.map(({ imageType }) => imageType).toSorted(), ['CONFIG', 'UNATTEND']);
	assert.ok(files.every(({ associatedFileId }) => associatedFileId !== undefined));
});
