import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { recordIndex, sentFacts } from '../../../../server/rest/sync/uploadRecord';
import { aConfig } from './pairOnSimulator';

const facts = sentFacts(aConfig);
const keysOf = (records: readonly { readonly key: string }[]): string[] => records.map(({ key }) => key);

suite('records of uploads', () => {
	test('are found by each file that they speak of', () => {
		const records = recordIndex([
			{ key: 'stored', obsolete: [], stored: { ...facts, id: '1', shown: {} } },
			{ key: 'pending', obsolete: [], pending: { ...facts, known: [], id: '2' } },
			{ key: 'replaced', obsolete: [{ id: '3', shown: {} }] },
			{ key: 'linked', obsolete: [], linked: { id: '4', partnerId: '1' } },
			{ key: 'another', obsolete: [{ id: '1', shown: {} }] },
		]);
		assert.deepEqual(
			['1', '2', '3', '4', '5'].map(id => keysOf(records.about(id))),
			[['stored', 'linked', 'another'], ['pending'], ['replaced'], ['linked'], []],
		);
	});

	test('are told as they are now, and an import that has come to its end is pending no longer', () => {
		const records = recordIndex();
		records.put({ key: 'a', obsolete: [], pending: { ...facts, known: [] } });
		assert.deepEqual(keysOf(records.pending()), ['a']);
		records.put({ key: 'a', obsolete: [], stored: { ...facts, id: '1', shown: { size: 1 } } });
		assert.deepEqual(records.pending(), []);
		records.put({ key: 'a', obsolete: [], stored: { ...facts, id: '1', shown: { size: 2 } } });
		assert.deepEqual(
			records.about('1').map(({ stored }) => stored?.shown.size),
			[2],
		);
		assert.deepEqual(records.all(), records.about('1'));
	});
});
