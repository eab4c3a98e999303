import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readImageProfiles } from '../../../server/rest/imageProfiles';
import { bytesBody } from '../../../server/rest/multipart';
import { Session } from '../../../server/rest/session';
import { withSession, type XClarityClient } from '../../../server/rest/xclarityClient';
import type { Simulator } from '../../../server/simulator/simulator';
import { openSignedIn, serverName, startAppliance, stored } from '../appliance';
import { openPair, write } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { until } from '../workspace';

/** Does something on the appliance, as somebody else would. */
const on = <T>({ url, fingerprint, user, password }: Simulator, use: (client: XClarityClient) => Promise<T>) =>
	withSession({ url, trust: { kind: 'fingerprint', sha256: fingerprint } }, { user, password }, {}, use);

/** A call that our own client has no use for. */
async function post(appliance: Simulator, path: string, json: unknown): Promise<void> {
	const { url, fingerprint, user, password } = appliance;
	const trust = { kind: 'fingerprint', sha256: fingerprint } as const;
	const session = await Session.logIn({ url, trust, credentials: { user, password }, timeout: 30_000 });
	try {
		await session.call({ method: 'POST', path, json });
	} finally {
		await session.logOut();
	}
}

/** An image from which the simulator makes two profiles. */
const importImage = (appliance: Simulator) =>
	on(appliance, async client => {
		const facts = { imageType: 'OS', name: 'rhel.iso', os: 'rhels', osrelease: '9.4' } as const;
		const { jobId } = await client.importByFile({ ...facts, body: bytesBody(Buffer.from('image')) });
		await client.followTask(jobId);
	});

scenario('a script is imported from the view', async () => {
	const appliance = await startAppliance();
	await openPair();
	const script = await write('register.sh', '#!/bin/sh\necho registered\n');
	await openSignedIn(appliance);
	await hands('viewMenu', serverName, 'Import file…');
	const offered = await hands('choices', 'Installation script');
	for (const type of [
		'OS',
		'OSPROFILE',
		'BUNDLE',
		'BUNDLESIG',
		'BOOT',
		'DUD',
		'SCRIPT',
		'SOFTWARE',
		'UNATTEND',
		'CONFIG',
	])
		assert.ok(
			offered.some(row => row.includes(type)),
			`${type} is offered`,
		);
	await hands('pick', 'Installation script');
	await hands('pick', 'A file of this machine…');
	await hands('chooseFile', 'Installation script to import', script.fsPath);
	await hands('pick', 'For any operating system');
	await hands('answerTo', 'Description of register.sh', 'Registers the server');
	assert.match(
		await hands('notification', 'Imported register.sh'),
		/^Imported register\.sh to Lab appliance as SCRIPT \(id \d{14}_register\.sh\)\.$/,
	);
	await hands('viewRows', 'Drivers, scripts and software1');
	await hands('viewRows', 'register.sh');
	const { raw } = await on(appliance, client => client.osImages());
	const [stored] = raw.installScriptFiles as readonly Readonly<Record<string, unknown>>[];
	assert.deepEqual([stored?.name, stored?.description], ['register.sh', 'Registers the server']);
});

scenario('a cancelled import leaves neither file nor job', async () => {
	const appliance = await startAppliance({ jobMilliseconds: 30_000 });
	await openPair();
	const file = await write('tools.zip', 'no real archive');
	await openSignedIn(appliance);
	await hands('viewMenu', 'OS images', 'Import file…');
	await hands('pick', 'SOFTWARE');
	await hands('pick', 'A file of this machine…');
	await hands('chooseFile', 'Software to import', file.fsPath);
	await hands('pick', 'For any operating system');
	await hands('answerTo', 'Description of tools.zip', '');
	await until(() => appliance.requests.some(({ path }) => path.startsWith('/tasks/')), 'the job runs');
	await hands('button', 'Cancel');
	await until(
		() => appliance.requests.some(({ method, path }) => method === 'PUT' && path === '/tasks'),
		'the job is cancelled',
	);
	const { images, tasks } = await on(appliance, async client => ({
		images: await client.osImages(),
		tasks: await client.tasks(),
	}));
	assert.deepEqual(images.raw.softwareFiles, []);
	assert.deepEqual(
		tasks.map(({ state }) => state),
		['Cancelled'],
	);
});

scenario('the appliance fetches a file itself, from a remote file server of its list', async () => {
	const appliance = await startAppliance();
	await openPair();
	const depot = { displayName: 'Depot', address: '192.0.2.8', port: 22, protocol: 'SFTP' };
	await post(appliance, '/osImages/remoteFileServers', depot);
	await openSignedIn(appliance);
	await hands('viewMenu', 'OS images', 'Import file…');
	await hands('pick', 'Operating-system image');
	await hands('pick', 'A file on a remote file server…');
	await hands('pick', 'Depot');
	await hands('answerTo', 'File on Depot', 'images/rhel-9.4.iso');
	await hands('answerTo', 'Description of rhel-9.4.iso', '');
	await hands('notification', 'Imported rhel-9.4.iso');
	await hands('viewRows', 'OS images1');
	const { images } = await on(appliance, client => client.osImages());
	assert.deepEqual(
		images.map(({ name }) => name),
		['rhel-9.4.iso'],
	);
});

scenario('a custom profile is built from an image, with the chosen files', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await importImage(appliance);
	const upload = vscode.commands.executeCommand('xclarity.uploadLinked', pair.uri, { server: appliance.id });
	await hands('answer', appliance.password);
	await upload;
	await openSignedIn(appliance, { again: true });
	await hands('expand', 'OS images');
	await hands('viewMenu', 'rhel.iso', 'Build custom profile…');
	await hands('choices', 'install-Minimal');
	await hands('pick', 'install-Minimal');
	const files = await hands('choices', 'linked with');
	assert.ok(
		files.some(row => row.includes(`linked with ${pair.config}`)),
		files.join('\n'),
	);
	await hands('pick', `linked with ${pair.config}`);
	await hands('pick', `linked with ${pair.kickstart}`);
	await hands('press', 'Enter');
	await hands('answerTo', 'Name of the custom profile', 'Rack 7');
	await hands('notification', 'has built the profile Rack 7');
	const rows = await hands('viewRows', 'Rack 7');
	assert.ok(
		rows.some(row => row.includes(`with ${pair.kickstart}, ${pair.config}`)),
		rows.join('\n'),
	);
	const [profile] = (await on(appliance, async client => readImageProfiles(await client.osImages()))).filter(
		({ name }) => name === 'Rack 7',
	);
	const { configs, unattends } = await stored(appliance);
	assert.deepEqual([profile?.files.config, profile?.files.unattend], [[configs[0]?.id], [unattends[0]?.id]]);
});
