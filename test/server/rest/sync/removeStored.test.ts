import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { removeStored } from '../../../../server/rest/sync/removeStored';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { aConfig, inSession, onSimulator, syncOnce } from './pairOnSimulator';

suite('removing what is stored', () => {
	test('one that somebody has removed just before does not keep the other', () =>
		onSimulator({}, async simulator => {
			const store = memoryRecords();
			const other = { ...aConfig, key: '/site/other.json', name: 'other.json' };
			await syncOnce(simulator, { store, files: [aConfig, other] });
			const ids = simulator.truth().files.map(({ id }) => id);
			simulator.setSecondPerson([{ before: 'DELETE /osImages#1', do: 'delete', file: { name: aConfig.name } }]);
			const { removed } = await inSession(simulator, client => removeStored(client, ids, { store, isForced: false }));
			assert.deepEqual(removed, ids);
			assert.deepEqual(simulator.truth().files, []);
		}));
});
