import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { secondPersonName } from '../../../server/simulator/secondPerson';
import { parseAct } from '../../../server/simulator/secondPersonScript';
import { withAppliance } from './applianceSession';

const theirs = { kind: 'UNATTEND', name: 'ks.cfg', content: 'theirs\n', description: 'of somebody else' } as const;
const ours = { name: 'ks.cfg', content: 'ours\n', os: 'rhels', osrelease: '9.4', description: 'ours' } as const;

suite('a second person', () => {
	test('imports the same name before the request that the script names, and after another', () =>
		withAppliance(
			{
				secondPerson: [
					{ before: 'POST /osImages#1', do: 'import', file: theirs },
					{ after: 'GET /tasks#1', do: 'import', file: { ...theirs, content: 'later\n' } },
				],
			},
			async ({ simulator, importText, ask, list }) => {
				const before = await list('unattendFiles');
				const id = await importText('UNATTEND', ours);
				await ask('GET', '/tasks');
				assert.deepEqual(before, []);
				assert.deepEqual(
					simulator.truth().files.map(({ importedBy, bytes }) => [importedBy, bytes?.toString()]),
					[
						[secondPersonName, 'theirs\n'],
						['USERID', 'ours\n'],
						[secondPersonName, 'later\n'],
					],
				);
				assert.equal(simulator.truth().files[1]?.id, id);
			},
		));

	test('edits, describes, renames, relinks and deletes what others have imported', () =>
		withAppliance({ switches: { 'import-check': 'off' } }, async ({ simulator, importText }) => {
			await importText('UNATTEND', ours);
			const file = { name: 'ks.cfg', of: 'others' };
			const config = { kind: 'CONFIG', name: 'site.json', content: '{}' };
			const stored = () => simulator.truth().files.find(({ importedBy }) => importedBy === 'USERID');
			simulator.actNow({ do: 'edit', file, base64: Buffer.from([0xff, 0xfe]).toString('base64') });
			assert.deepEqual(stored()?.bytes, Buffer.from([0xff, 0xfe]));
			simulator.actNow({ do: 'describe', file, description: 'changed' });
			assert.equal(stored()?.description, 'changed');
			const pair = simulator.actNow({ do: 'import-pair', config, unattend: { ...theirs, name: 'other.cfg' } });
			const [configId = '', unattendId = ''] = pair.ids;
			simulator.actNow({ do: 'relink', file, with: { name: 'site.json', of: 'them' } });
			assert.equal(stored()?.associatedFileId, configId);
			simulator.actNow({ do: 'relink', file });
			assert.equal(stored()?.associatedFileId, undefined);
			simulator.actNow({ do: 'rename', file, name: 'new.cfg' });
			assert.equal(stored()?.name, 'new.cfg');
			assert.deepEqual(simulator.actNow({ do: 'delete', file }), { result: 'missed', ids: [] });
			assert.equal(simulator.actNow({ do: 'delete', file: { name: 'new.cfg' } }).result, 'done');
			assert.deepEqual(
				simulator.truth().files.map(({ id, associatedFileId }) => [id, associatedFileId]),
				[
					[configId, undefined],
					[unattendId, configId],
				],
			);
		}));

	test('obeys the appliance: a name that may be used once is refused, and a name that replaces does', async () => {
		for (const [sameName, result, left] of [
			['refused', 'refused', 'ours\n'],
			['replaced', 'done', 'theirs\n'],
		] as const) {
			await withAppliance({ switches: { 'same-name': sameName } }, async ({ simulator, importText }) => {
				await importText('UNATTEND', ours);
				assert.equal(simulator.actNow({ do: 'import', file: theirs }).result, result);
				assert.deepEqual(
					simulator.truth().files.map(({ bytes }) => bytes?.toString()),
					[left],
				);
			});
		}
	});

	test('and the client are told apart in what has happened', () =>
		withAppliance({}, async ({ simulator, importText, list, ask }) => {
			const id = await importText('UNATTEND', ours);
			simulator.setSecondPerson([{ before: 'DELETE /osImages#1', do: 'edit', file: { name: 'ks.cfg' }, content: 'x' }]);
			await list('unattendFiles');
			await ask('DELETE', `/osImages/${encodeURIComponent(id)}`);
			const happened = simulator.truth().history.flatMap(thing => {
				if (thing.what === 'asked') return [];
				if (thing.what === 'shown') return `shown ${[...thing.entries.keys()].filter(shown => shown === id)}`;
				if (thing.what === 'acted') return `acted ${thing.outcome.result} ${thing.outcome.ids}`;
				const { cause } = thing;
				const by = cause === 'job' ? 'job' : 'act' in cause ? 'second person' : cause.request.method;
				return `${thing.what} ${by}`;
			});
			assert.deepEqual(happened, [
				...['added job', `shown ${id}`, `shown ${id}`, 'changed second person', `acted done ${id}`, 'removed DELETE'],
			]);
		}));

	const mistakes: readonly (readonly [unknown, RegExp])[] = [
		['import', /an act is an object/],
		[{ do: 'delete', file: { name: 'x' } }, /needs before or after/],
		[{ before: 'POST', do: 'delete', file: { name: 'x' } }, /needs before or after/],
		[{ before: '#1', do: 'steal' }, /do is one of import/],
		[{ before: '#1', do: 'import', file: { name: 'x', content: '' } }, /kind CONFIG, UNATTEND, SCRIPT or SOFTWARE/],
		[{ before: '#1', do: 'edit', file: { name: 'x' } }, /content or base64 is missing/],
		[{ before: '#1', do: 'delete', file: { of: 'them' } }, /by its name or its id/],
	];
	for (const [value, expected] of mistakes) {
		test(`${JSON.stringify(value)} is refused with a sentence`, () => {
			assert.throws(() => parseAct(value), { name: 'RangeError', message: expected });
		});
	}
});
