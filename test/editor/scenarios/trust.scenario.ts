import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startSimulator } from '../../../server/simulator/simulator';
import { openSignedIn, serverName, startAppliance, stored } from '../appliance';
import { answerModals } from '../modal';
import { kickstart, openPair } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { until } from '../workspace';

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('xclarity');

interface ServerEntry {
	readonly name: string;
	readonly user: string;
	readonly trust?: { readonly fingerprint?: string };
}

const servers = (): readonly ServerEntry[] => settings().get('servers', []);

/** A simulator that VS Code does not know yet. */
async function stranger() {
	const simulator = await startSimulator();
	afterwards(async () => {
		await settings().update('servers', undefined, vscode.ConfigurationTarget.Global);
		await simulator.stop();
	});
	return simulator;
}

scenario('an unknown certificate is shown, and pinned after a yes', async () => {
	const simulator = await stranger();
	const pair = await openPair();
	const asked = answerModals('Trust this certificate');
	const done = vscode.commands.executeCommand('xclarity.addServer');
	await hands('confirm', 'Address of the XClarity Administrator');
	await hands('question', 'Type an address');
	await hands('picture', 'wizard-empty');
	await hands('answer', 'Type an address', simulator.url);
	await until(() => asked.length === 1, 'the question is asked');
	assert.equal(asked[0]?.message, `Trust the certificate of ${new URL(simulator.url).host}?`);
	assert.ok(asked[0]?.detail.includes(`SHA-256: ${simulator.fingerprint}`), asked[0]?.detail);
	assert.deepEqual(asked[0]?.buttons, ['Choose CA file…', 'Trust this certificate']);
	assert.deepEqual(simulator.requests, []);
	await hands('answer', 'User name on', simulator.user);
	await hands('confirm', 'Password of');
	await hands('answer', 'Type the password, or skip it', 'not-the-password');
	await hands('question', 'did not accept this user name and password');
	await hands('picture', 'wizard-password');
	await hands('answer', 'did not accept', simulator.password);
	await hands('answer', 'The connection works', '');
	await hands('answer', 'Type a name', 'New lab');
	// Somebody who types on is heard by no file.
	await hands('type', 'typed too late');
	await done;
	await hands('notification', 'New lab was added.');
	await hands('picture', 'wizard-done');
	assert.equal((await vscode.workspace.openTextDocument(pair.uri)).getText(), kickstart);
	await hands('enlargeView');
	await hands('expand', new URL(simulator.url).host);
	await hands('viewRows', 'Remote file servers0');
	assert.deepEqual(
		servers().map(({ name, trust }) => [name, trust?.fingerprint]),
		[['New lab', simulator.fingerprint]],
	);
});

scenario('after a no nothing is kept and nothing was sent', async () => {
	const simulator = await stranger();
	const asked = answerModals(undefined);
	const done = vscode.commands.executeCommand('xclarity.addServer');
	await hands('answer', 'Address of the XClarity Administrator', simulator.url);
	await hands('dismiss', 'The certificate is not trusted, so nothing was sent.');
	await done;
	assert.equal(asked.length, 1);
	assert.deepEqual(servers(), []);
	assert.deepEqual(simulator.requests, []);
});

scenario('an address that does not answer can be corrected, and there is a way back', async () => {
	const simulator = await stranger();
	answerModals('Trust this certificate');
	const done = vscode.commands.executeCommand('xclarity.addServer');
	await hands('answer', 'Address of the XClarity Administrator', 'https://127.0.0.1:1');
	await hands('question', 'ECONNREFUSED');
	await hands('picture', 'wizard-unreachable');
	await hands('answer', 'ECONNREFUSED', simulator.url);
	await hands('answer', 'User name on', 'nobody');
	await hands('toolbar', 'Password of nobody', 'Back');
	await hands('answer', 'User name on', simulator.user);
	await hands('toolbar', `Password of ${simulator.user}`, 'Skip');
	await hands('confirm', 'A name for this server');
	await done;
	await hands('notification', 'The password is asked for when it is first needed.');
	assert.deepEqual(
		servers().map(({ user, name }) => [user, name]),
		[[simulator.user, '127.0.0.1']],
	);
});

scenario(
	'a changed certificate stops everything, with both fingerprints, until it is looked at and trusted',
	async () => {
		const appliance = await startAppliance({ faults: ['wrong-certificate=changed'] });
		const pair = await openPair();
		await vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
		const words = await hands('notification', 'not the pinned one');
		assert.equal([...words.matchAll(/(?:[0-9A-F]{2}:){31}[0-9A-F]{2}/g)].length, 2, words);
		assert.ok(words.includes(appliance.fingerprint), words);
		assert.deepEqual(await hands('buttons', 'not the pinned one'), ['Trust another certificate…', 'Show log']);
		const asked = answerModals(undefined);
		await hands('button', 'not the pinned one', 'Trust another certificate…');
		await until(() => asked.length === 1, 'the question is asked');
		assert.match(asked[0]?.message ?? '', /^Trust the certificate of/);
		assert.equal(servers()[0]?.trust?.fingerprint, appliance.fingerprint);
		assert.deepEqual(appliance.requests, []);
	},
);

scenario('a file that others changed leads to a question, and Keep leaves it', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	const upload = () => vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	const first = upload();
	await hands('answer', 'Password for', appliance.password);
	await first;
	const before = await stored(appliance);
	const [config] = before.configs;
	await changedByOthers(appliance, config?.id ?? '');
	const second = upload();
	const [title, question] = await hands('choices', 'Overwrite');
	assert.equal(title, `Conflict on ${serverName} (${new URL(appliance.url).host})`);
	assert.match(question ?? '', /was changed on Lab appliance since it was last uploaded from here/);
	await hands('picture', 'conflict');
	await hands('pick', 'Keep');
	await second;
	const after = await stored(appliance);
	assert.deepEqual(
		after.configs.map(({ id, description }) => [id, description]),
		[[config?.id, 'changed by others']],
	);
	const third = upload();
	await hands('choices', 'Overwrite');
	await hands('pick', 'Overwrite');
	await third;
	const end = await stored(appliance);
	assert.equal(end.configs.length, 1);
	assert.notEqual(end.configs[0]?.description, 'changed by others');
	assert.equal(end.unattends[0]?.partners[0], end.configs[0]?.id);
});

/** Somebody else writes another description. */
async function changedByOthers(
	{ url, fingerprint, user, password }: Awaited<ReturnType<typeof startAppliance>>,
	id: string,
): Promise<void> {
	const { withSession } = await import('../../../server/rest/withSession');
	const server = { url, trust: { kind: 'fingerprint', sha256: fingerprint } } as const;
	await withSession(server, { user, password }, {}, async client => {
		const { configs } = await client.osImages();
		const associatedFileId = configs.find(file => file.id === id)?.partners[0] ?? '';
		await client.relink(id, { imageType: 'CONFIG', associatedFileId, description: 'changed by others' });
	});
}

scenario('a failure is told in the words of the appliance', async () => {
	const appliance = await startAppliance({ faults: ['full@POST /osImages'] });
	const pair = await openPair();
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', 'Password for', appliance.password);
	await done;
	const words = await hands('notification', 'FQXHMFC0057M');
	assert.match(words, /Nothing of this upload is left/);
	await hands('picture', 'failure');
	assert.deepEqual(await stored(appliance), { configs: [], unattends: [] });
});

scenario('a pinned certificate that has expired is used, and warned of in the view and in the status bar', async () => {
	const appliance = await startAppliance({ faults: ['wrong-certificate=expired'] });
	await openPair();
	await vscode.commands.executeCommand('xclarity.chooseServer', appliance.id);
	afterwards(async () => {
		await vscode.commands.executeCommand('xclarity.clearServer');
	});
	await openSignedIn(appliance);
	await hands('picture', 'certificate');
	await hands('viewRows', 'certificate expired on');
	assert.match(await hands('status', serverName), /warning/);
	await hands('picture', 'certificate');
});

scenario('a failure that may pass can be tried again', async () => {
	const appliance = await startAppliance({ faults: ['500@GET /osImages'] });
	const pair = await openPair();
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', 'Password for', appliance.password);
	await done;
	await hands('notification', 'status 500');
	await hands('picture', 'ways-out');
	assert.deepEqual(await hands('buttons', 'status 500'), ['Retry', 'Show log']);
	appliance.setFaults([]);
	await hands('button', 'status 500', 'Retry');
	await hands('notification', 'Uploaded');
});

scenario('for a server that cannot be reached another one can be chosen', async () => {
	const appliance = await startAppliance();
	const [server] = settings().get<readonly object[]>('servers', []);
	const gone = { ...server, id: 'gone', name: 'Gone', url: 'https://127.0.0.1:1' };
	await settings().update('servers', [server, gone], vscode.ConfigurationTarget.Global);
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.chooseServer', 'gone');
	afterwards(async () => {
		await vscode.commands.executeCommand('xclarity.clearServer');
	});
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Upload');
	await hands('notification', 'ECONNREFUSED');
	assert.deepEqual(await hands('buttons', 'ECONNREFUSED'), ['Retry', 'Choose another server…', 'Show log']);
	await hands('button', 'ECONNREFUSED', 'Choose another server…');
	await hands('pick', serverName);
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded');
});

scenario('the appliance checks a configuration file, and its faults are shown at their lines', async () => {
	const appliance = await startAppliance({
		validateConfig: () => ({ macros: [], errors: [{ message: 'This name is reserved.', line: 3, character: 2 }] }),
	});
	const pair = await openPair();
	const done = vscode.commands.executeCommand('xclarity.checkOnAppliance', pair.uri, { server: appliance.id });
	await hands('answer', 'Password for', appliance.password);
	await done;
	await hands('notification', `${serverName} found 1 fault in ${pair.config}`);
	const uri = vscode.Uri.joinPath(pair.uri, '..', pair.config);
	const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === serverName);
	assert.equal(found.length, 1);
	assert.match(found[0]?.message ?? '', /This name is reserved/);
	assert.equal(found[0]?.range.start.line, 3);
});
