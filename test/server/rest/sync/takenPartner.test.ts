import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import type { Simulator } from '../../../../server/simulator/simulator';
import { linksOf } from './besideOthers';
import { anUnattend, inSession, onSimulator, syncOnce } from './pairOnSimulator';

const idOf = (simulator: Simulator, name: string): string =>
	simulator.truth().files.find(file => file.name === name)?.id ?? '';

/** Somebody's pair, and a file of theirs with no partner of either kind. */
const theirs = async (simulator: Simulator): Promise<void> => {
	for (const name of ['their.ks', 'their.json', 'free.ks', 'free.json']) {
		const kind = name.endsWith('.ks') ? 'UNATTEND' : 'CONFIG';
		simulator.actNow({ do: 'import', file: { kind, name, content: '{}', description: '' } });
	}
	const pair = { unattend: idOf(simulator, 'their.ks'), config: idOf(simulator, 'their.json') };
	await inSession(simulator, client => linkStored(client, pair, { store: memoryRecords() }));
};

const pairOfTheirs = ['their.json>their.ks', 'their.ks>their.json'];

suite('a file that somebody else has linked', { concurrency: 4 }, () => {
	for (const [unattend, config] of [
		['free.ks', 'their.json'],
		['their.ks', 'free.json'],
	] as const) {
		test(`is not linked anew unless that was asked for: ${unattend} with ${config}`, () =>
			onSimulator({ switches: { association: 'exclusive' } }, async simulator => {
				await theirs(simulator);
				const store = memoryRecords();
				const pair = { unattend: idOf(simulator, unattend), config: idOf(simulator, config) };
				const link = (overwrite: boolean) =>
					inSession(simulator, client => linkStored(client, pair, { store, overwrite }));
				const { isChanged, conflicts } = await link(false);
				assert.equal(isChanged, false);
				assert.match(conflicts.join(), /is linked with \S*their\.(ks|json), and not from here/);
				assert.deepEqual(linksOf(simulator).slice(0, 2).toSorted(), pairOfTheirs);
				assert.deepEqual(await link(true), { isChanged: true, conflicts: [] });
				assert.deepEqual(await link(false), { isChanged: false, conflicts: [] });
			}));
	}

	test('is no conflict where it was linked from here, and is named when it has lost its partner', () =>
		onSimulator({ switches: { association: 'exclusive' } }, async simulator => {
			await theirs(simulator);
			const store = memoryRecords();
			const link = (unattend: string, config: string) =>
				inSession(simulator, client =>
					linkStored(client, { unattend: idOf(simulator, unattend), config: idOf(simulator, config) }, { store }),
				);
			await link('their.ks', 'their.json');
			assert.deepEqual(await link('their.ks', 'free.json'), { isChanged: true, conflicts: [] });
			const { conflicts } = await link('free.ks', 'free.json');
			assert.match(conflicts.join(), /their\.ks \(\S+\) on \S+ is no longer linked with \S*free\.json/);
		}));

	for (const [association, isLost] of [
		['exclusive', true],
		['one', false],
	] as const) {
		test(`is named when an upload has taken its partner (${association}: ${isLost})`, () =>
			onSimulator({ switches: { association } }, async simulator => {
				await theirs(simulator);
				const files = [{ ...anUnattend, partner: undefined, partnerId: idOf(simulator, 'their.json') }];
				const { failures, conflicts } = await syncOnce(simulator, { files });
				assert.deepEqual(failures, []);
				assert.equal(linksOf(simulator).includes('their.ks>their.json'), !isLost);
				if (isLost) assert.match(conflicts.join(), /their\.ks \(\S+\) on \S+ is no longer linked with \S*their\.json/);
				else assert.deepEqual(conflicts, []);
			}));
	}
});
