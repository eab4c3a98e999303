import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../../../server/simulator/simulator';
import { serverName, startAppliance } from '../appliance';
import { kickstart, openPair, type Pair, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { becomes, diagnostics, openFile, until } from '../workspace';

/** A pair in a folder for which this server was chosen. */
async function pairFor({ id }: { readonly id: string }): Promise<Pair> {
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.chooseServer', id);
	return pair;
}

/** A pair whose manifest names the server, and nothing else does: what was chosen for the folder goes with its server. */
async function pairNaming({ id }: { readonly id: string }): Promise<Pair> {
	const pair = await pairFor({ id });
	const settings = vscode.workspace.getConfiguration('xclarity');
	const servers = settings.get<readonly object[]>('servers', []);
	await vscode.commands.executeCommand('xclarity.forgetServer', { server: servers[0] });
	await settings.update('servers', servers, vscode.ConfigurationTarget.Global);
	const link = { unattend: pair.kickstart, config: pair.config, os: 'rhels', osrelease: '9.4', description: 'Lab' };
	await write('xclarity.json', `// The lab\n${JSON.stringify({ server: id, links: [link] })}`);
	return pair;
}

/** Uploads without the plan, as the server is named. */
async function upload(pair: Pair, { id, password }: Simulator & { readonly id: string }): Promise<void> {
	const done = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: id });
	await hands('answer', `Password for ${serverName}`, password);
	await done;
}

/** Writes a line into the kickstart file and saves it, as a person does. */
async function saveChange(pair: Pair, line: string): Promise<void> {
	const editor = await openFile(pair.kickstart);
	await editor.edit(edit => edit.insert(new vscode.Position(1, 0), `${line}\n`));
	await vscode.commands.executeCommand('workbench.action.files.save');
}

const textOn = (appliance: Simulator, name: string): string =>
	String(appliance.truth().files.findLast(file => file.name === name)?.bytes);

const shownDiff = (): vscode.TabInputTextDiff | undefined => {
	const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
	return input instanceof vscode.TabInputTextDiff ? input : undefined;
};

const lensTitles = async (uri: vscode.Uri): Promise<readonly string[]> =>
	(await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri)).map(
		({ command }) => command?.title ?? '',
	);

scenario('the Explorer tells how a file stands to the server, and what differs is a click away', async () => {
	const appliance = await startAppliance();
	const pair = await pairFor(appliance);
	await hands('explorerBadge', pair.kickstart, '+');
	await hands('explorerTooltip', pair.kickstart, 'was not looked at since this window was opened');
	assert.deepEqual(appliance.requests, []);
	await upload(pair, appliance);
	await hands('explorerBadge', pair.kickstart, '✓');
	await saveChange(pair, '# Racks 7 and 8');
	await hands('explorerBadge', pair.kickstart, '↑');
	await hands('explorerBadge', pair.config, '✓');
	await hands('picture', 'glance-changed');
	await hands('lens', `Changed since the upload to ${serverName}`);
	await until(() => shownDiff() !== undefined, 'the comparison is shown');
	await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	appliance.actNow({ do: 'describe', file: { name: pair.kickstart }, description: 'Theirs' });
	const before = appliance.requests.length;
	await hands('contextMenu', pair.kickstart, 'XClarity', 'Show what differs on the server');
	await until(() => shownDiff() !== undefined, 'the comparison is shown');
	assert.equal(shownDiff()?.modified.toString(), pair.uri.toString());
	assert.equal(shownDiff()?.original.scheme, 'xclarity-server');
	await hands('explorerBadge', pair.kickstart, '↕');
	const tooltip = await hands('explorerTooltip', pair.kickstart, 'last looked at');
	assert.ok(tooltip.includes(`Changed here and on ${serverName} since the upload.`), tooltip);
	await hands('picture', 'glance-differs');
	const methods = new Set(appliance.requests.slice(before).map(({ method, path }) => `${method} ${path}`));
	assert.deepEqual(
		[...methods].filter(request => !request.includes('/sessions')),
		['GET /osImages'],
	);
});

scenario('a manifest is applied from its menu to the server that it names: one plan, one upload', async () => {
	const appliance = await startAppliance();
	const pair = await pairNaming(appliance);
	await hands('explorerBadge', pair.kickstart, '+');
	await hands('contextMenu', 'xclarity.json', 'Apply to the XClarity server');
	await hands('answer', `Password for ${serverName}`, appliance.password);
	const rows = await hands('choices', 'new on the server');
	assert.equal(rows.filter(row => row.includes('new on the server')).length, 2, rows.join('\n'));
	await hands('confirm', 'new on the server');
	await hands('notification', 'Uploaded');
	const names = appliance.truth().files.map(({ name }) => name);
	assert.deepEqual(names.toSorted(), [pair.config, pair.kickstart].toSorted());
	await hands('explorerBadge', pair.config, '✓');
	await openFile('xclarity.json');
	const manifest = vscode.Uri.joinPath(pair.uri, '..', 'xclarity.json');
	await becomes(async () => (await lensTitles(manifest)).includes('Apply to the server'), true);
});

scenario('all files are checked, those that are not open too, by a command and by a task', async () => {
	const pair = await openPair();
	await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(pair.uri, '../.vscode'));
	await write(
		'.vscode/tasks.json',
		'{"version":"2.0.0","tasks":[{"label":"strict check","type":"xclarity","task":"check","arguments":["--max-warnings","0"],"problemMatcher":"$xclarity"}]}',
	);
	const wrong = await write('wrong.ks', `${kickstart}nosuchcommand --at=all\n`);
	const isFound = (found: readonly vscode.Diagnostic[]): boolean =>
		found.some(({ message }) => message.includes('nosuchcommand'));
	await vscode.commands.executeCommand('xclarity.checkFolder');
	await diagnostics(wrong, isFound);
	await hands('notification', 'All files were checked');
	await hands('picture', 'check-all');
	// What is not open is checked again when it changes on the disk.
	await vscode.workspace.fs.writeFile(wrong, Buffer.from(kickstart.replace('#timezone#', 'UTC')));
	await diagnostics(wrong, found => !isFound(found));
	await vscode.workspace.fs.writeFile(wrong, Buffer.from(`${kickstart}nosuchcommand\n`));
	await diagnostics(wrong, isFound);
	const [offered] = await vscode.tasks.fetchTasks({ type: 'xclarity' });
	assert.equal(offered?.name, 'check');
	const started = new Promise<vscode.Task>(resolve => {
		const watch = vscode.tasks.onDidStartTask(({ execution: { task } }) => {
			watch.dispose();
			resolve(task);
		});
	});
	const ended = new Promise<number | undefined>(resolve => {
		const watch = vscode.tasks.onDidEndTaskProcess(({ exitCode }) => {
			watch.dispose();
			resolve(exitCode);
		});
	});
	await vscode.commands.executeCommand('workbench.action.tasks.runTask', 'strict check');
	const { definition } = await started;
	assert.deepEqual(definition.arguments, ['--max-warnings', '0']);
	assert.equal(await ended, 1);
	// The command and the matcher of the task, each with its own.
	await diagnostics(wrong, found => found.filter(({ message }) => message.includes('nosuchcommand')).length === 2);
	await hands('picture', 'check-task');
	await vscode.commands.executeCommand('workbench.action.closePanel');
	assert.equal(pair.uri.scheme, 'file');
});

scenario('a saved file goes up where that is switched on and nothing of others would be lost', async () => {
	const settings = vscode.workspace.getConfiguration('xclarity');
	await settings.update('uploadOnSave', true, vscode.ConfigurationTarget.Global);
	afterwards(async () => settings.update('uploadOnSave', undefined, vscode.ConfigurationTarget.Global));
	const appliance = await startAppliance();
	const pair = await pairFor(appliance);
	await upload(pair, appliance);
	await saveChange(pair, '# Rack 7');
	await until(() => textOn(appliance, pair.kickstart).includes('# Rack 7'), 'the saved text is on the appliance');
	await hands('status', `${pair.kickstart} uploaded`);
	await hands('explorerBadge', pair.kickstart, '✓');
	await hands('picture', 'saved');
	assert.equal(appliance.truth().files.length, 2);
	await saveChange(pair, 'nosuchcommand --at=all');
	await hands('status', `${pair.kickstart} not uploaded`);
	const requests = appliance.requests.length;
	appliance.actNow({ do: 'describe', file: { name: pair.config }, description: 'Theirs' });
	const editor = await openFile(pair.kickstart);
	const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
	await editor.edit(edit => edit.replace(all, `${kickstart}# Rack 8\n`));
	await vscode.commands.executeCommand('workbench.action.files.save');
	// The look before the upload has shown what somebody else did.
	await hands('explorerBadge', pair.config, '↓');
	assert.match(await hands('status', `${pair.kickstart} not uploaded`), /warning/);
	await hands('picture', 'not-saved');
	const sent = appliance.requests.slice(requests).filter(({ path }) => !path.startsWith('/sessions'));
	assert.deepEqual([...new Set(sent.map(({ method }) => method))], ['GET']);
	assert.doesNotMatch(textOn(appliance, pair.kickstart), /# Rack 8/);
});
