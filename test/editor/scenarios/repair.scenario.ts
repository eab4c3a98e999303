import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../../../server/simulator/simulator';
import { openSignedIn, serverName, startAppliance } from '../appliance';
import { answerModals } from '../modal';
import { configText, kickstart, openPair } from '../pair';
import { scenario } from '../scenario';
import { hands } from '../stage';
import { until } from '../workspace';

const file = (kind: 'UNATTEND' | 'CONFIG', name: string) =>
	({
		kind,
		name,
		content: kind === 'CONFIG' ? configText : kickstart,
		description: '',
		os: 'rhels',
		osrelease: '9.4',
	}) as const;

/** Somebody else does this on the appliance. */
const they = (appliance: Simulator, act: object): void => assert.equal(appliance.actNow(act).result, 'done');

scenario('a link that somebody else has made is named, and changed only after a yes', async () => {
	const appliance = await startAppliance();
	const pair = await openPair();
	const upload = vscode.commands.executeCommand('xclarity.upload', pair.uri, { server: appliance.id });
	await hands('answer', `Password for ${serverName}`, appliance.password);
	await upload;
	they(appliance, { do: 'import', file: file('CONFIG', 'their.json') });
	they(appliance, { do: 'relink', file: { name: pair.kickstart }, with: { name: 'their.json' } });
	const partner = (): string | undefined => {
		const { files } = appliance.truth();
		const id = files.find(({ name }) => name === pair.kickstart)?.associatedFileId;
		return files.find(found => found.id === id)?.name;
	};
	await openSignedIn(appliance, { again: true });
	await hands('viewRows', 'their.json');
	const link = async (): Promise<void> => {
		await hands('viewMenu', `${pair.kickstart}rhels`, 'Link with…');
		await hands('pick', pair.config);
	};
	await link();
	const words = await hands('notification', 'Somebody has linked');
	await hands('picture', 'link-of-somebody-else');
	assert.match(
		words,
		/Somebody has linked \d+_lab\d+\.ks on .* with \d+_their\.json since it was last linked from here\./,
	);
	assert.equal(partner(), 'their.json');
	await hands('button', 'Somebody has linked', 'Change it anyway');
	await until(() => partner() === pair.config, 'the link is changed');
});

scenario('of two files of one name, one is kept and the other deleted, after a question', async () => {
	const appliance = await startAppliance();
	await openPair();
	for (const name of ['rack.ks', 'rack.ks']) they(appliance, { do: 'import', file: file('UNATTEND', name) });
	const [older, newer] = appliance.truth().files.map(({ id }) => id);
	await openSignedIn(appliance);
	const rows = await hands('viewRows', '2 files have this name');
	await hands('picture', 'twins');
	assert.equal(rows.filter(row => row.includes('⚠ 2 files have this name')).length, 2, rows.join('\n'));
	const asked = answerModals(undefined, 'Delete the other');
	await hands('viewMenu', 'rack.ks', 'Keep only this one…');
	await until(() => asked.length === 1, 'the question is asked');
	const [question] = asked;
	const kept = [older, newer].find(
		id => question?.message === `Keep only ${id} of the files named rack.ks on ${serverName}?`,
	);
	const other = kept === older ? newer : older;
	assert.ok(kept !== undefined && question?.detail.startsWith(`Deleted: ${other}, imported`), JSON.stringify(question));
	assert.equal(appliance.truth().files.length, 2);
	await hands('viewMenu', 'rack.ks', 'Keep only this one…');
	await until(() => appliance.truth().files.length === 1, 'the other is deleted');
	assert.deepEqual(
		appliance.truth().files.map(({ id }) => id),
		[kept],
	);
	await hands('viewRows', 'Unattend files1');
});

scenario(
	'crossed links are put right from the view, after a question about the file that loses its partner',
	async () => {
		const appliance = await startAppliance();
		await openPair();
		for (const name of ['site.json', 'other.json']) they(appliance, { do: 'import', file: file('CONFIG', name) });
		they(appliance, { do: 'import', file: file('UNATTEND', 'rack.ks') });
		for (const name of ['other.json', 'site.json'])
			they(appliance, { do: 'relink', file: { name }, with: { name: 'rack.ks' } });
		await openSignedIn(appliance);
		await hands('viewRows', 'linked in one direction only');
		await hands('picture', 'crossed-links');
		const asked = answerModals('Link');
		await hands('viewMenu', 'linked in one direction only', 'Link both ways');
		await until(() => asked.length === 1, 'the question is asked');
		assert.equal(asked[0]?.message, `Link rack.ks with other.json on ${serverName}?`);
		assert.match(
			asked[0]?.detail ?? '',
			/^It names site\.json \(\d+_site\.json\) now, and would name \d+_other\.json instead\.$/,
		);
		const idOf = (name: string): string | undefined => appliance.truth().files.find(found => found.name === name)?.id;
		const linkOf = (name: string): string | undefined =>
			appliance.truth().files.find(found => found.name === name)?.associatedFileId;
		await until(() => linkOf('rack.ks') === idOf('other.json'), 'the unattend file names the configuration file');
		assert.equal(linkOf('other.json'), idOf('rack.ks'));
	},
);
