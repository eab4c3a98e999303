import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linkStored } from '../../../../server/rest/sync/linkStored';
import { applySync, prepareSync } from '../../../../server/rest/sync/syncFiles';
import type { UploadFile } from '../../../../server/rest/sync/uploadFile';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { sampled } from '../../../support/thorough';
import { actsAfter, linksOf, older, saidIn } from './besideOthers';
import { aConfig, anUnattend, inSession, onSimulator, type SyncSetup, syncOnce, timeouts } from './pairOnSimulator';

/** When somebody links which file elsewhere. The list that comes next shows it. */
const relinks: readonly {
	readonly when: string;
	readonly relinked: UploadFile;
	readonly before?: SyncSetup['files'];
	readonly faults?: readonly string[];
}[] = [
	{ when: 'PUT /osImages#1', relinked: anUnattend },
	{ when: 'POST /osImages#2', relinked: aConfig, faults: ['500@POST /osImages#2'] },
	{ when: 'POST /osImages#1', relinked: anUnattend, before: older },
	{ when: 'PUT /osImages#1', relinked: anUnattend, before: older },
];

suite('links that somebody else makes', { concurrency: 4 }, () => {
	for (const { association, when, relinked, before, faults = [] } of sampled(
		(['one', 'both', 'exclusive'] as const).flatMap(one => relinks.map(relink => ({ association: one, ...relink }))),
		7,
	)) {
		const switches = { association, 'list-modified': 'no', 'list-version': 'no' } as const;
		test(`somebody links ${relinked.name} elsewhere after ${when} (association ${association}): it stays so, and is named, until somebody decides`, () =>
			onSimulator({ switches, jobMilliseconds: 0 }, async simulator => {
				const store = memoryRecords();
				if (before) await syncOnce(simulator, { store, files: before });
				const [their, act] = actsAfter(when, relinked, before ? 'oldest' : 'newest');
				simulator.setSecondPerson([their, act]);
				simulator.setFaults(faults);
				const first = await syncOnce(simulator, { store });
				simulator.setFaults([]);
				assert.match(saidIn(first), /their\.(ks|json)|could not be removed/);
				assert.ok(linksOf(simulator).includes(`${relinked.name}>${their.file.name}`), linksOf(simulator).join());
				const again = await syncOnce(simulator, { store }).then(saidIn, (error: unknown) => {
					assert.ok(error instanceof RangeError);
					return 'The plan has the conflict.';
				});
				assert.notEqual(again, '');
				assert.ok(linksOf(simulator).includes(`${relinked.name}>${their.file.name}`), linksOf(simulator).join());
				const decided = await syncOnce(simulator, { store, onConflict: 'overwrite' });
				assert.deepEqual(decided.failures, []);
				assert.ok(linksOf(simulator).includes('rhel9.ks>locale.json'), linksOf(simulator).join());
			}));
	}

	test('somebody links one of two stored files elsewhere while they are linked: it stays so', () =>
		onSimulator({ switches: { association: 'one' } }, async simulator => {
			const store = memoryRecords();
			const single = [aConfig, { ...anUnattend, partner: undefined }];
			const { files } = await syncOnce(simulator, { store, files: single });
			const idOf = (name: string): string => files.find(({ file }) => file === name)?.id ?? '';
			simulator.setSecondPerson(actsAfter('PUT /osImages#1', anUnattend, 'newest'));
			const pair = { unattend: idOf(anUnattend.name), config: idOf(aConfig.name) };
			const linking = inSession(simulator, client => linkStored(client, pair, { store }));
			await assert.rejects(linking, /Somebody has linked .* with .*their\.json/);
			assert.ok(linksOf(simulator).includes('rhel9.ks>their.json'), linksOf(simulator).join());
		}));

	for (const [association, relinked] of sampled(
		[
			['both', 'a.ks'],
			['one', 'a.ks'],
			['exclusive', 'a.json'],
		] as const,
		3,
	)) {
		test(`files that were linked by hand, and linked elsewhere by somebody else since (${relinked}, association ${association}): a second time is a conflict`, () =>
			onSimulator({ switches: { association } }, async simulator => {
				const store = memoryRecords();
				const theyDo = (act: object): void => assert.equal(simulator.actNow(act).result, 'done');
				for (const name of ['a.ks', 'their.ks', 'a.json', 'their.json']) {
					const kind = name.endsWith('ks') ? 'UNATTEND' : 'CONFIG';
					theyDo({ do: 'import', file: { kind, name, content: '{}', description: '' } });
				}
				const link = (overwrite = false) =>
					inSession(simulator, async client => {
						const { unattends, configs } = await client.osImages();
						const idOf = (name: string) => [...unattends, ...configs].find(file => file.name === name)?.id ?? '';
						return linkStored(client, { unattend: idOf('a.ks'), config: idOf('a.json') }, { store, overwrite });
					});
				assert.deepEqual(await link(), { isChanged: true, conflicts: [] });
				assert.deepEqual(await link(), { isChanged: false, conflicts: [] });
				const partner = relinked === 'a.ks' ? 'their.json' : 'their.ks';
				theyDo({ do: 'relink', file: { name: relinked }, with: { name: partner } });
				const second = await link();
				assert.equal(second.isChanged, false);
				assert.match(second.conflicts.join(), new RegExp(`Somebody has linked .*${relinked} .* with .*${partner}`));
				assert.ok(linksOf(simulator).includes(`${relinked}>${partner}`), linksOf(simulator).join());
				assert.deepEqual(await link(true), { isChanged: true, conflicts: [] });
				assert.ok(linksOf(simulator).includes('a.ks>a.json'), linksOf(simulator).join());
				assert.deepEqual((await link()).conflicts, []);
			}));
	}

	test('files that somebody else has only taken apart are linked again', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			const { files } = await syncOnce(simulator, { store });
			const idOf = (name: string): string => files.find(({ file }) => file === name)?.id ?? '';
			const pair = { unattend: idOf(anUnattend.name), config: idOf(aConfig.name) };
			simulator.setSecondPerson([{ after: 'POST /sessions', do: 'relink', file: { id: pair.unattend } }]);
			const outcome = await inSession(simulator, client => linkStored(client, pair, { store }));
			assert.deepEqual(outcome, { isChanged: true, conflicts: [] });
		}));

	for (const when of sampled(['while it runs', 'before the upload'] as const, 2)) {
		test(`somebody’s unattend file that names our configuration file, ${when}: neither is touched until somebody decides`, () =>
			onSimulator({ switches: { association: 'one' } }, async simulator => {
				const store = memoryRecords();
				await syncOnce(simulator, { store });
				const old = simulator.truth().files.find(({ name }) => name === aConfig.name);
				const file = { kind: 'UNATTEND', name: 'their.ks', content: 'theirs', description: '' };
				const acts = [
					{ do: 'import', file },
					{ do: 'relink', file: { name: 'their.ks' }, with: { id: old?.id, of: 'others' } },
				];
				if (when === 'before the upload') for (const act of acts) simulator.actNow(act);
				else simulator.setSecondPerson(acts.map(act => ({ before: 'PUT /osImages#1', ...act })));
				const their = (): string | undefined => linksOf(simulator).find(link => link.startsWith('their.ks'));
				const files = [{ ...aConfig, bytes: Buffer.from('{"category":"dynamic","content":[ ]}') }, anUnattend];
				const first = await inSession(simulator, async client => {
					const sync = { store, timeouts };
					const prepared = await prepareSync(client, files, sync);
					const { conflicts } = prepared;
					return conflicts.length > 0 ? conflicts : applySync(client, prepared, sync);
				});
				assert.match(JSON.stringify(first), /their\.ks/);
				assert.equal(their(), 'their.ks>locale.json');
				assert.ok(simulator.truth().files.some(({ id }) => id === old?.id));
				const kept = await syncOnce(simulator, { store, files, onConflict: 'keep' });
				assert.deepEqual([kept.failures, kept.conflicts], [[], []]);
				assert.ok(simulator.truth().files.some(({ id }) => id === old?.id));
				const decided = await syncOnce(simulator, {
					store,
					files: files.map(one => ({ ...one, description: 'newer' })),
					// The old one was kept, and stays.
					unknown: 'new',
					onConflict: 'overwrite',
				});
				assert.deepEqual([decided.failures, decided.conflicts], [[], []]);
				// What was kept is not ours to remove any more.
				const rest = when === 'while it runs' ? ['locale.json>their.ks'] : [];
				const links = [...rest, 'their.ks>locale.json', 'locale.json>rhel9.ks', 'rhel9.ks>locale.json'];
				assert.deepEqual(linksOf(simulator), links);
			}));
	}

	test('somebody’s unattend file that comes to name our configuration file while its successor is imported: ours is finished, theirs keeps the old one', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			const old = simulator.truth().files.find(({ name }) => name === aConfig.name);
			const acts = [
				{ do: 'import', file: { kind: 'UNATTEND', name: 'their.ks', content: 'theirs', description: '' } },
				{ do: 'relink', file: { name: 'their.ks' }, with: { id: old?.id, of: 'others' } },
			];
			simulator.setSecondPerson(acts.map(act => ({ after: 'POST /osImages#1', ...act })));
			const newer = { ...aConfig, bytes: Buffer.from('{"category":"dynamic","content":[ ]}') };
			const outcome = await syncOnce(simulator, { store, files: [newer, anUnattend] });
			assert.deepEqual(outcome.failures, []);
			assert.match(outcome.conflicts.join(), new RegExp(`${old?.id} was replaced, but .*their\\.ks .* linked with it`));
			const { files } = simulator.truth();
			assert.equal(files.find(({ name }) => name === 'their.ks')?.associatedFileId, old?.id);
			const ours = files.find(({ name }) => name === anUnattend.name);
			assert.ok(ours?.associatedFileId !== undefined && ours.associatedFileId !== old?.id);
		}));

	test('an unattend file of ours that is not part of the upload goes to the new configuration file without a question', () =>
		onSimulator({ switches: { association: 'one' } }, async simulator => {
			const store = memoryRecords();
			const other = { ...anUnattend, key: '/site/other.ks', name: 'other.ks' };
			await syncOnce(simulator, { store, files: [aConfig, anUnattend, other] });
			const newer = { ...aConfig, bytes: Buffer.from('{"category":"dynamic","content":[ ]}') };
			const { failures, conflicts } = await syncOnce(simulator, { store, files: [newer, anUnattend] });
			assert.deepEqual([failures, conflicts], [[], []]);
			assert.ok(linksOf(simulator).includes('other.ks>locale.json'), linksOf(simulator).join());
			assert.equal(simulator.truth().files.length, 3);
		}));
});
