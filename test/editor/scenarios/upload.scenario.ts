import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { serverName, startAppliance, stored } from '../appliance';
import { kickstart, openPair } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { until } from '../workspace';

/** Right-clicks, chooses the server, gives the password. */
async function upload(file: string, password: string): Promise<void> {
	await hands('contextMenu', file, 'XClarity', 'Upload with linked file');
	await hands('pick', serverName);
	await hands('answer', password);
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
	assert.equal(config?.associatedFileId, unattend?.id);
	assert.equal(unattend?.associatedFileId, config?.id);
	for (const id of [config?.id, unattend?.id]) assert.ok(id !== undefined && words.includes(id), words);
	await hands('picture', 'upload');
});

scenario('the menu is there for files of ours', async () => {
	const pair = await openPair();
	const words = await hands('openContextMenu', pair.kickstart, 'XClarity');
	for (const word of ['Upload', 'Upload with linked file', 'Link to configuration file…']) {
		assert.ok(words.includes(word), words.join(', '));
	}
	await hands('press', 'Escape', 'Escape');
});

scenario('a wrong fingerprint sends nothing, and says which certificate was shown', async () => {
	const appliance = await startAppliance({ fingerprint: 'AB'.repeat(32).replace(/(..)(?!$)/g, '$1:') });
	const pair = await openPair();
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload with linked file');
	await hands('pick', serverName);
	const words = await hands('notification', 'not the pinned one');
	assert.ok(words.includes(appliance.fingerprint), words);
	assert.deepEqual(appliance.requests, []);
});

scenario('a wrong password is asked for once more', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair.kickstart, 'not-the-password');
	await until(
		() => appliance.requests.some(({ status }) => status === 401 || status === 403),
		'the password is refused',
	);
	await hands('answer', appliance.password);
	await hands('notification', 'Uploaded');
	assert.equal((await stored(appliance)).configs.length, 1);
});

scenario('cancel leaves nothing half-done', async () => {
	const appliance = await startAppliance({ jobMilliseconds: 3_000 });
	const pair = await openPair();
	await upload(pair.kickstart, appliance.password);
	await until(
		() => appliance.requests.some(({ method, path }) => method === 'POST' && path === '/osImages'),
		'an import has begun',
	);
	await hands('button', 'Cancel');
	await hands('notification', 'Nothing of this upload is left');
	await until(
		() => appliance.requests.some(({ method, path }) => method === 'DELETE' && path.startsWith('/sessions')),
		'the session has ended',
	);
	assert.deepEqual(await stored(appliance), { configs: [], unattends: [] });
});

scenario('errors stop an upload and show Problems', async () => {
	const appliance = await startAppliance();
	const pair = await openPair(`${kickstart}\nnosuchcommand --at=all\n`);
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload with linked file');
	const words = await hands('notification', 'Nothing was sent');
	assert.match(words, /error.* in lab\d+\.ks/);
	assert.deepEqual(appliance.requests, []);
	await hands('button', 'Upload anyway');
	await hands('pick', serverName);
	await hands('answer', appliance.password);
	await hands('notification', 'Uploaded');
	await vscode.commands.executeCommand('workbench.action.closePanel');
});

scenario('the simulator starts from the palette and takes an upload without a question', async () => {
	const { server } = await vscode.commands.executeCommand<{ server: string }>('xclarity.startSimulator');
	const { uri } = await openPair();
	const files = await vscode.commands.executeCommand<readonly { imageType: string; associatedFileId?: string }[]>(
		'xclarity.uploadLinked',
		uri,
		{ server },
	);
	await vscode.commands.executeCommand('xclarity.stopSimulator');
	assert.deepEqual(files.map(({ imageType }) => imageType).toSorted(), ['CONFIG', 'UNATTEND']);
	assert.ok(files.every(({ associatedFileId }) => associatedFileId !== undefined));
});
