import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { saidIn, silent } from './besideOthers';
import { anUnattend, onSimulator, syncOnce } from './pairOnSimulator';

suite('finding an import that nothing but its name shows', { concurrency: 4 }, () => {
	const theirs = { kind: 'UNATTEND', name: anUnattend.name, content: 'theirs\n', description: '' };
	const alone = [{ ...anUnattend, partner: undefined }];

	test('two had the name, and ours was removed: the one that is left is not taken for ours', () =>
		onSimulator(
			{
				switches: { ...silent, 'content-import': 'at-once' },
				secondPerson: [
					{ after: 'POST /osImages#1', do: 'import', file: theirs },
					{ after: 'GET /osImages#2', do: 'delete', file: { name: anUnattend.name, of: 'others' } },
				],
			},
			async simulator => {
				const outcome = await syncOnce(simulator, { files: alone });
				const [their, ...more] = simulator.truth().files;
				assert.deepEqual([their?.bytes?.toString(), their?.description, more], ['theirs\n', '', []]);
				assert.match(saidIn(outcome), new RegExp(`and now ${their?.id}: nothing tells which one is ours`));
			},
		));

	test('one had the name, and somebody has edited it since it was first shown: it is not finished', () =>
		onSimulator(
			{
				switches: { ...silent, 'content-import': 'at-once', 'list-size': 'number' },
				secondPerson: [
					{
						after: 'GET /osImages#2',
						do: 'edit',
						file: { name: anUnattend.name, of: 'others' },
						content: `${anUnattend.bytes.toString()} `,
					},
				],
			},
			async simulator => {
				const outcome = await syncOnce(simulator, { files: alone });
				const [file] = simulator.truth().files;
				assert.equal(file?.bytes?.toString(), `${anUnattend.bytes.toString()} `);
				assert.ok(saidIn(outcome).includes(file?.id), saidIn(outcome));
			},
		));
});
