import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openView, serverName, startAppliance, stored } from '../appliance';
import { answerModals } from '../modal';
import { openPair, type Pair } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { until } from '../workspace';

/** Uploads a pair, with the password typed once. */
async function upload(pair: Pair, server: string, password: string): Promise<void> {
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server });
	await hands('answer', 'Password for', password);
	await done;
}

scenario('the view shows the pair, linked both ways', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	await openView(appliance);
	const rows = await hands('viewRows', 'uses this configuration');
	const at = (start: string): number => rows.findIndex(row => row.startsWith(start));
	assert.ok(at('Unattend files1') < at(pair.kickstart), rows.join('\n'));
	assert.match(rows[at(pair.kickstart)] ?? '', /rhels 9\.4 · linked with 1 file/);
	assert.equal(rows[at(pair.kickstart) + 1], `${pair.config}its configuration file`);
	const last = rows.findLastIndex(row => row.startsWith(pair.config));
	assert.equal(rows[last + 1], `${pair.kickstart}uses this configuration`);
	const names = await hands('viewNames');
	for (const name of ['Unattend files, 1', `${pair.kickstart}, rhels 9.4, linked with 1 file`])
		assert.ok(names.includes(name), names.join('\n'));
	await hands('picture', 'view');
});

scenario('nobody is asked for a password before signing in', async () => {
	const appliance = await startAppliance();
	await openPair();
	await openView(appliance);
	await hands('viewRows', 'Sign in…');
	assert.deepEqual(appliance.requests, []);
});

scenario('delete asks, says what uses the file, and does nothing after a no', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	await openView(appliance);
	await hands('viewRows', 'uses this configuration');
	const asked = answerModals(undefined, 'Delete');
	await hands('viewMenu', `${pair.config}linked`, 'Delete…');
	await until(() => asked.length === 1, 'the question is asked');
	assert.equal(asked[0]?.message, `Delete ${pair.config} from ${serverName}?`);
	assert.match(
		asked[0]?.detail ?? '',
		new RegExp(`${pair.kickstart} uses ${pair.config} and would be left without its configuration file`),
	);
	assert.equal((await stored(appliance)).configs.length, 1);
	await hands('viewKey', `${pair.config}linked`, process.platform === 'darwin' ? 'Meta+Backspace' : 'Delete');
	await until(async () => (await stored(appliance)).configs.length === 0, 'the file is deleted');
	await hands('viewRows', 'Configuration files0');
});

scenario('a protected server asks for its name to be typed', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	const settings = vscode.workspace.getConfiguration('xclarity');
	const [server] = settings.get<readonly object[]>('servers', []);
	await settings.update('servers', [{ ...server, protected: true }], vscode.ConfigurationTarget.Global);
	await openView(appliance);
	await hands('viewRows', 'uses this configuration');
	answerModals('Delete', 'Delete');
	await hands('viewMenu', `${pair.config}linked`, 'Delete…');
	// Half of the name is no mistake yet, but no yes either.
	await hands('answer', `${serverName} is protected`, 'Lab appl');
	await hands('boxIsGone');
	assert.equal((await stored(appliance)).configs.length, 1);
	await hands('viewMenu', `${pair.config}linked`, 'Delete…');
	await hands('answer', `${serverName} is protected`, serverName);
	await until(async () => (await stored(appliance)).configs.length === 0, 'the file is deleted');
});

scenario('a link is taken away and made again', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	await openView(appliance);
	await hands('viewRows', 'uses this configuration');
	await hands('viewMenu', `${pair.kickstart}rhels`, 'Unlink');
	await hands('viewRows', 'not linked');
	const [unattend] = (await stored(appliance)).unattends;
	assert.deepEqual(unattend?.partners, []);
	await hands('drag', `${pair.config}not linked`, `${pair.kickstart}rhels`);
	await hands('viewRows', 'uses this configuration');
	const after = await stored(appliance);
	assert.equal(after.unattends[0]?.partners[0], after.configs[0]?.id);
	assert.equal(after.configs[0]?.partners[0], after.unattends[0]?.id);
});

scenario('a file is compared with what was last uploaded, and the view says that it is that', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	await openView(appliance);
	await hands('viewRows', 'uses this configuration');
	await hands('viewMenu', `${pair.kickstart}rhels`, 'Compare with local file');
	await hands('notification', 'does not give out the text');
	const shown = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input;
	await until(() => shown() instanceof vscode.TabInputTextDiff, 'the comparison is shown');
	const input = shown();
	assert.ok(input instanceof vscode.TabInputTextDiff);
	assert.equal(input.original.scheme, 'xclarity-server');
	assert.equal(input.modified.toString(), pair.uri.toString());
});

scenario('a filter leaves what has the words in its name, and says of how many', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	await upload(pair, appliance.id, appliance.password);
	await openView(appliance);
	await hands('viewRows', 'uses this configuration');
	const done = vscode.commands.executeCommand('xclarity.filterView');
	await hands('answer', 'Filter the files on servers', pair.kickstart.toUpperCase());
	await done;
	const rows = await hands('viewRows', 'Configuration files0 of 1');
	assert.ok(
		rows.some(row => row.startsWith('Unattend files1')),
		rows.join('\n'),
	);
	await vscode.commands.executeCommand('xclarity.clearFilter');
	await hands('viewRows', 'uses this configuration');
	await hands('noFilter');
});

scenario('running jobs are shown as long as they run', async () => {
	// The clock of the appliance says when a job has ended, however long the window takes to show it.
	let ahead = 0;
	const appliance = await startAppliance({ jobMilliseconds: 60_000, now: () => Date.now() + ahead });
	const jobs = (): ReadonlySet<string> =>
		new Set(appliance.requests.map(({ path }) => path).filter(path => path.startsWith('/tasks/')));
	const pair = await openPair();
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', 'Password for', appliance.password);
	await until(() => jobs().size === 1, 'a job runs');
	await openView(appliance);
	const rows = await hands('viewRows', 'Import of type');
	assert.ok(
		rows.some(row => /Import of type .*\d+ %/.test(row)),
		rows.join('\n'),
	);
	ahead += 60_000;
	await until(() => jobs().size === 2, 'the second job runs');
	ahead += 60_000;
	await done;
	await until(
		async () => !(await hands('viewRows', 'uses this configuration')).some(row => row.startsWith('Running jobs')),
		'no job is shown',
	);
});
