import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readImageProfiles } from '../../../server/rest/imageProfiles';
import { bytesBody } from '../../../server/rest/multipart';
import { remoteFileServers } from '../../../server/rest/remoteFileServers';
import { Session } from '../../../server/rest/session';
import { withSession } from '../../../server/rest/withSession';
import type { XClarityClient } from '../../../server/rest/xclarityClient';
import type { Simulator } from '../../../server/simulator/simulator';
import { openSignedIn, serverName, startAppliance, stored } from '../appliance';
import { answerModals } from '../modal';
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
	await hands('pick', 'A file on this computer…');
	await hands('chooseFile', 'Installation script to import', script.fsPath);
	await hands('pick', 'For any operating system');
	await hands('answer', 'Description of register.sh', 'Registers the server');
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

scenario('a bundle and its signature go in one job', async () => {
	const appliance = await startAppliance();
	await openPair();
	const bundle = await write('drivers.zip', 'no real archive');
	const signature = await write('drivers.zip.asc', 'no real signature');
	await openSignedIn(appliance);
	await hands('viewMenu', serverName, 'Import file…');
	await hands('pick', 'Bundle of boot files and drivers');
	await hands('pick', 'A file on this computer…');
	await hands('chooseFile', 'Bundle of boot files and drivers to import', bundle.fsPath);
	await hands('choices', 'Without a signature');
	await hands('picture', 'signature');
	await hands('pick', 'With its signature');
	await hands('chooseFile', 'Signature of a bundle to import', signature.fsPath);
	await hands('answer', 'Description of drivers.zip', '');
	await hands('notification', 'Imported drivers.zip');
	const sent = appliance.requests
		.filter(({ method, path }) => method === 'POST' && path !== '/sessions')
		.map(({ path }) => path);
	assert.deepEqual(sent, ['/osImages', '/files/osImages', '/files/osImages']);
	assert.deepEqual(
		appliance.truth().files.map(({ kind, name }) => [kind, name]),
		[
			['BUNDLE', 'drivers.zip'],
			['BUNDLESIG', 'drivers.zip.asc'],
		],
	);
});

scenario('a cancelled import leaves neither file nor job', async () => {
	const appliance = await startAppliance({ jobMilliseconds: 30_000 });
	await openPair();
	const file = await write('tools.zip', 'no real archive');
	await openSignedIn(appliance);
	await hands('viewMenu', 'OS images', 'Import file…');
	await hands('pick', 'SOFTWARE');
	await hands('pick', 'A file on this computer…');
	await hands('chooseFile', 'Software to import', file.fsPath);
	await hands('pick', 'For any operating system');
	await hands('answer', 'Description of tools.zip', '');
	await until(() => appliance.requests.some(({ path }) => path.startsWith('/tasks/')), 'the job runs');
	await hands('button', 'Importing', 'Cancel');
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
	await hands('answer', 'File on Depot', 'images/rhel-9.4.iso');
	await hands('answer', 'Description of rhel-9.4.iso', '');
	await hands('notification', 'Imported rhel-9.4.iso');
	await hands('viewRows', 'OS images1');
	const { images } = await on(appliance, client => client.osImages());
	assert.deepEqual(
		images.map(({ name }) => name),
		['rhel-9.4.iso'],
	);
});

scenario('file servers are listed with their ids, added and deleted in the view', async () => {
	const appliance = await startAppliance();
	await openPair();
	await openSignedIn(appliance);
	await hands('viewMenu', 'Remote file servers', 'Add remote file server…');
	await hands('answer', 'Name of the file server', '');
	await hands('answer', 'Give it a name.', 'Depot');
	await hands('pick', 'SFTP');
	await hands('answer', 'Host name', 'depot.example.net');
	await hands('answer', 'Port', '22222222');
	await hands('answer', 'from 1 to 65535', '2222');
	await hands('answer', 'User name on the file server', 'images');
	await hands('answer', 'Password of images', 'not-to-be-shown');
	await hands('notification', 'Added the remote file server Depot (id 1) to Lab appliance.');
	await hands('viewRows', 'Depot');
	const rows = await hands('viewRows', 'id 1 · sftp://depot.example.net:2222');
	await hands('picture', 'file-servers');
	assert.ok(!rows.join().includes('not-to-be-shown'));
	assert.deepEqual(
		(await on(appliance, remoteFileServers)).map(({ name, user }) => [name, user]),
		[['Depot', 'images']],
	);
	const asked = answerModals('Delete');
	await hands('viewMenu', 'Depot', 'Delete…');
	await hands('viewRows', 'Remote file servers0');
	assert.equal(asked[0]?.message, 'Delete the remote file server Depot from Lab appliance?');
	assert.deepEqual(await on(appliance, remoteFileServers), []);
});

scenario('an import asks for a file server that the appliance does not know yet', async () => {
	const appliance = await startAppliance();
	await openPair();
	await openSignedIn(appliance);
	await hands('viewMenu', 'OS images', 'Import file…');
	await hands('pick', 'Operating-system image');
	await hands('pick', 'A file on a remote file server…');
	await hands('pick', 'Another file server…');
	await hands('answer', 'Name of the file server', 'Depot');
	await hands('pick', 'HTTPS');
	await hands('answer', 'Host name', '192.0.2.8');
	await hands('confirm', 'Port');
	await hands('confirm', 'User name on the file server');
	await hands('pick', 'https://192.0.2.8:443');
	await hands('answer', 'File on Depot', 'images/rhel-9.4.iso');
	await hands('answer', 'Description of rhel-9.4.iso', '');
	await hands('notification', 'Imported rhel-9.4.iso');
});

scenario('a custom profile is built from an image, with the chosen files', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await importImage(appliance);
	const upload = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', 'Password for', appliance.password);
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
	await hands('confirm', 'Files for a custom profile');
	await hands('answer', 'Name of the custom profile', 'Rack 7');
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
	const asked = answerModals('Delete');
	await hands('viewMenu', 'Rack 7', 'Delete…');
	await until(() => asked.length === 1, 'the question is asked');
	assert.equal(asked[0]?.message, 'Delete the profile Rack 7 from Lab appliance?');
	await until(
		async () =>
			(await on(appliance, async client => readImageProfiles(await client.osImages()))).every(
				({ name }) => name !== 'Rack 7',
			),
		'the profile is deleted',
	);
});
