import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import { removeStored } from '../../../../server/rest/sync/removeStored';
import { prepareSync } from '../../../../server/rest/sync/syncFiles';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator } from '../../../../server/simulator/simulator';
import { sampled } from '../../../support/thorough';
import { linksOf, older } from './besideOthers';
import { aConfig, anUnattend, finished, inSession, onSimulator, syncOnce, timeouts } from './pairOnSimulator';

/** Each side keeps its own link, and a list shows who names a file as well. */
const listed = ['associatedFileIds', 'commas', 'first'] as const;

const idOf = (simulator: Simulator, name: string): string =>
	simulator.truth().files.findLast(file => file.name === name)?.id ?? '';

const theirs = (simulator: Simulator, name: string): void => {
	const kind = name.endsWith('.ks') ? 'UNATTEND' : 'CONFIG';
	const file = { kind, name, content: '{}', description: '' };
	assert.equal(simulator.actNow({ do: 'import', file }).result, 'done');
};

/** Somebody makes one file name another, which does not name it back. */
const theyName = (simulator: Simulator, name: string, partner: string): Promise<unknown> =>
	inSession(simulator, client =>
		client.relink(idOf(simulator, name), {
			imageType: name.endsWith('.ks') ? 'UNATTEND' : 'CONFIG',
			associatedFileId: idOf(simulator, partner),
			content: '{}',
		}),
	);

suite('a configuration file that shows several unattend files', { concurrency: 4 }, () => {
	for (const list of sampled(listed, 3)) {
		test(`keeps its place while the unattend file of a pair is replaced (${list})`, () =>
			onSimulator({ switches: { association: 'one', 'list-association': list } }, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store, files: older });
				const { failures, conflicts, leftovers, files } = await syncOnce(simulator, { store });
				assert.deepEqual([failures, conflicts, leftovers], [[], [], []]);
				const told = files.map(({ associatedFileId }) => associatedFileId);
				assert.deepEqual(told, [idOf(simulator, anUnattend.name), idOf(simulator, aConfig.name)]);
				assert.deepEqual(linksOf(simulator), ['locale.json>rhel9.ks', 'rhel9.ks>locale.json']);
				await finished(simulator, { store });
				assert.equal(simulator.truth().files.length, 2);
			}));
	}

	test('and is somebody else’s keeps a replaced file that it shows in second place', () =>
		onSimulator({ switches: { association: 'one', 'list-association': 'commas' } }, async simulator => {
			const store = memoryRecords();
			theirs(simulator, 'their.ks');
			await syncOnce(simulator, { store, files: older });
			theirs(simulator, 'their.json');
			await theyName(simulator, 'their.ks', 'their.json');
			await theyName(simulator, 'their.json', anUnattend.name);
			const old = idOf(simulator, anUnattend.name);
			const plan = await inSession(simulator, client =>
				prepareSync(client, [aConfig, anUnattend], { store, timeouts }),
			);
			assert.match(JSON.stringify(plan.conflicts), /rhel9\.ks/);
			const { failures, conflicts } = await syncOnce(simulator, { store, onConflict: 'overwrite' });
			assert.deepEqual(failures, []);
			assert.match(conflicts.join(), new RegExp(`${old} was replaced, but .*their\\.json .* linked with it: it stays`));
			assert.ok(simulator.truth().files.some(({ id }) => id === old));
		}));

	test('keeps the others when one of them is taken off', () =>
		onSimulator({ switches: { association: 'one', 'list-association': 'commas' } }, async simulator => {
			const store = memoryRecords();
			const other = { ...anUnattend, key: '/site/other.ks', name: 'other.ks' };
			await syncOnce(simulator, { store, files: [aConfig, anUnattend, other] });
			const pair = { unattend: idOf(simulator, anUnattend.name), config: undefined };
			const outcome = await inSession(simulator, client => linkStored(client, pair, { store }));
			assert.deepEqual(outcome, { isChanged: true, conflicts: [] });
			const links = ['locale.json>other.ks', 'other.ks>locale.json', 'rhel9.ks>undefined'];
			assert.deepEqual(linksOf(simulator).sort(), links);
		}));
});

suite('the removal of a linked file', { concurrency: 4 }, () => {
	for (const [where, switches, links] of [
		['in second place at what stays', { 'list-association': 'commas' }, ['their.ks>their.json', 'their.json>a.ks']],
		['only at the file itself', {}, ['a.ks>their.json']],
	] as const) {
		test(`is refused when the link is shown ${where}`, () =>
			onSimulator({ switches: { association: 'one', ...switches } }, async simulator => {
				for (const name of ['their.ks', 'a.ks', 'their.json']) theirs(simulator, name);
				for (const link of links) {
					const [name = '', partner = ''] = link.split('>');
					await theyName(simulator, name, partner);
				}
				const [id, partner] = [idOf(simulator, 'a.ks'), idOf(simulator, 'their.json')];
				const options = { store: memoryRecords(), isForced: false };
				const refused = await inSession(simulator, client => removeStored(client, [id], options));
				assert.deepEqual(refused, { removed: [], users: [`their.json (${partner}) is linked with ${id}.`] });
				assert.equal(simulator.truth().files.length, 3);
			}));
	}

	test('goes on where it alone names a file of ours, which names another', () =>
		onSimulator({ switches: { association: 'one' } }, async simulator => {
			const store = memoryRecords();
			const other = { ...anUnattend, key: '/site/other.ks', name: 'other.ks' };
			await syncOnce(simulator, { store, files: [aConfig, anUnattend, other] });
			const named = linksOf(simulator)
				.find(link => link.startsWith('locale.json'))
				?.split('>')[1];
			const id = idOf(simulator, named === 'other.ks' ? anUnattend.name : 'other.ks');
			const removal = await inSession(simulator, client => removeStored(client, [id], { store, isForced: false }));
			assert.deepEqual(removal, { removed: [id], users: [] });
		}));
});
