import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { paths } from '../../../server/rest/wire';
import { withSession } from '../../../server/rest/withSession';
import { simulatedHost } from '../../../server/simulator/handlers/hostHandlers';
import { openSignedIn, startAppliance } from '../appliance';
import { at, kickstart, openPair, write } from '../pair';
import { afterwards, scenario } from '../scenario';
import { hands } from '../stage';
import { diagnostics, openFile, until } from '../workspace';

scenario('an unattend file is shown as the installer reads it, and follows its source and the values', async () => {
	const pair = await openPair();
	const finished = (): vscode.TextDocument | undefined =>
		vscode.workspace.textDocuments.find(
			({ uri }) => uri.scheme === 'xclarity-finished' && uri.path.endsWith(pair.kickstart),
		);
	await vscode.commands.executeCommand('xclarity.previewFinished', pair.uri, 0);
	await until(async () => finished()?.getText().includes('timezone UTC') ?? false, 'the default stands there');
	await until(async () => finished()?.languageId === 'kickstart', 'it is coloured as its source');

	const source = await vscode.workspace.openTextDocument(pair.uri);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(pair.uri, at(kickstart, 'keyboard us'), 'keyboard fr');
	await vscode.workspace.applyEdit(edit);
	await until(async () => finished()?.getText().includes('keyboard fr') ?? false, 'it follows the source');
	await hands('picture', 'finished');

	await write('lab.values.json', JSON.stringify({ config: pair.config, common: { timezone: 'Europe/Paris' } }));
	await until(async () => finished()?.getText().includes('timezone Europe/Paris') ?? false, 'it follows the values');

	edit.set(pair.uri, [vscode.TextEdit.replace(at(source.getText(), 'rootpw --lock'), '# #nothing.there#')]);
	await vscode.workspace.applyEdit(edit);
	const uri = finished()?.uri;
	assert.ok(uri);
	const [unresolved] = await diagnostics(uri, found => found.some(({ code }) => codeOf(code) === 'preview-unresolved'));
	assert.ok(unresolved);
});

const finishedOf = (name: string): vscode.TextDocument | undefined =>
	vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'xclarity-finished' && uri.path.endsWith(name));

scenario('from the finished file back to its source: by definition, and by a command', async () => {
	const pair = await openPair();
	await vscode.commands.executeCommand('xclarity.previewFinished', pair.uri, 0);
	await until(async () => finishedOf(pair.kickstart)?.getText().includes('timezone UTC') ?? false, 'it is shown');
	const document = finishedOf(pair.kickstart);
	assert.ok(document);
	const value = at(document.getText(), 'UTC').start;
	await until(async () => {
		const found = await vscode.commands.executeCommand<vscode.Location[]>(
			'vscode.executeDefinitionProvider',
			document.uri,
			value,
		);
		const [place] = found;
		return place?.uri.toString() === pair.uri.toString() && place.range.start.isEqual(at(kickstart, '#timezone').start);
	}, 'a value leads to its macro');

	const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Two });
	const start = at(document.getText(), '--name=admin').start;
	editor.selection = new vscode.Selection(start, start);
	await vscode.commands.executeCommand('xclarity.goToSource');
	const shown = vscode.window.activeTextEditor;
	assert.equal(shown?.document.uri.toString(), pair.uri.toString());
	assert.deepEqual(shown?.selection.active, at(kickstart, '--name=admin').start);
});

scenario('an XML file is shown in the reading that the setting says, and tells which', async () => {
	const config = {
		category: 'dynamic',
		name: 'site',
		type: 'assoc_array',
		optional: false,
		content: [{ category: 'static', common: true, name: 'note', type: 'string', optional: false, value: 'a&b' }],
	};
	await write('note.xclarity.json', JSON.stringify(config));
	await write('xclarity.json', JSON.stringify({ links: [{ unattend: 'note.xml', config: 'note.xclarity.json' }] }));
	const profile = '<profile xmlns="http://www.suse.com/1.0/yast2ns"><general>#note#</general></profile>\n';
	const uri = await write('note.xml', profile);
	await openFile('note.xml');
	const text = (): string => finishedOf('note.xml')?.getText() ?? '';
	await until(async () => {
		await vscode.commands.executeCommand('xclarity.previewFinished', uri, 0);
		return text().includes('>a&b<');
	}, 'values stand there as they were entered');
	const lens = async (): Promise<string> => {
		const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
			'vscode.executeCodeLensProvider',
			finishedOf('note.xml')?.uri,
		);
		return lenses[0]?.command?.title ?? '';
	};
	assert.match(await lens(), /as they were entered/);
	const settings = vscode.workspace.getConfiguration('xclarity');
	afterwards(async () => settings.update('preview.escapeXml', undefined, vscode.ConfigurationTarget.Workspace));
	await settings.update('preview.escapeXml', true, vscode.ConfigurationTarget.Workspace);
	await until(() => text().includes('>a&amp;b<'), 'values are entities');
	assert.match(await lens(), /as entities of XML/);
	await hands('picture', 'finished-xml');
});

scenario('a finished file has what a connected appliance says of the server', async () => {
	const appliance = await startAppliance();
	const { url, user, password, fingerprint: sha256 } = appliance;
	const settings = { uuid: simulatedHost, networkSettings: { hostname: 'node1', gateway: '198.51.100.1' } };
	await withSession({ url, trust: { kind: 'fingerprint', sha256 } }, { user, password }, {}, client =>
		client.send({ method: 'PUT', path: paths.hostSettings, json: settings }),
	);
	const pair = await openPair(`${kickstart}# #predefined.hostPlatforms.networkSettings.gateway#\n`);
	await write('node.values.json', JSON.stringify({ config: pair.config, servers: [{ name: 'node1' }] }));
	await vscode.commands.executeCommand('xclarity.chooseServer', appliance.id);
	afterwards(async () => vscode.commands.executeCommand('xclarity.clearServer'));
	await vscode.commands.executeCommand('xclarity.previewFinished', pair.uri, 0);
	const text = (): string =>
		vscode.workspace.textDocuments
			.find(({ uri }) => uri.scheme === 'xclarity-finished' && uri.path.endsWith(pair.kickstart))
			?.getText() ?? '';
	await until(() => text().endsWith('# 192.0.2.1\n'), 'a sample stands there');
	await openSignedIn(appliance);
	await until(() => text().endsWith('# 198.51.100.1\n'), 'what the appliance says stands there');
	await hands('picture', 'finished-connected');
});

const codeOf = (code: vscode.Diagnostic['code']): unknown => (typeof code === 'object' ? code.value : code);
