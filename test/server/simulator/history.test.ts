import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createHistory, type HappenedThing } from '../../../server/simulator/history';
import { changeStored, openRepository, type StoredFile } from '../../../server/simulator/repository';
import { memoryStorage } from '../../../server/simulator/stateFolder';

const file = (id: string, description = ''): StoredFile => ({
	id,
	description,
	kind: 'UNATTEND',
	name: id,
	os: '',
	osrelease: '',
	deviceType: '',
	size: 1,
	version: '1',
	importedBy: 'USERID',
	revision: 1,
	modified: 0,
});

const historyOf = (files: readonly StoredFile[]) => {
	const repository = openRepository(memoryStorage());
	repository.state.files = files;
	return { repository, history: createHistory(repository, ({ id, description }) => ({ id, description })) };
};

const told = (thing: HappenedThing): string => {
	if (thing.what === 'added') return `added ${thing.after.id}`;
	if (thing.what === 'changed') return `changed ${thing.after.id}: ${thing.shows}`;
	return thing.what === 'removed' ? `removed ${thing.before.id}` : thing.what;
};

suite('the history of the simulator', () => {
	const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(id => file(id));
	assert.ok(a && b && c && d);
	const steps: readonly (readonly [readonly StoredFile[], readonly StoredFile[], readonly string[]])[] = [
		[[a, b], [a, b], []],
		[[], [a], ['added a']],
		[[a], [], ['removed a']],
		[[a, b], [b, a], []],
		[[a, b, c], [a, c], ['removed b']],
		[[a, c], [a, b, c], ['added b']],
		[[a, b, c], [a, { ...b }, c], ['changed b: nothing']],
		[
			[a, b, c],
			[{ ...a, description: 'x' }, b, { ...c }],
			['changed a: itself', 'changed c: nothing'],
		],
		[
			[a, b, c],
			[{ ...b }, d],
			['removed a', 'changed b: nothing', 'removed c', 'added d'],
		],
		[[a, b], [b, { ...a }], ['changed a: nothing']],
	];
	for (const [before, after, expected] of steps) {
		const ids = [before, after].map(files => files.map(({ id }) => id).join()).join(' → ');
		test(`what has become of the files: ${ids}, ${expected.join(', ') || 'nothing'}`, () => {
			const { repository, history } = historyOf(before);
			repository.state.files = after;
			history.settled();
			assert.deepEqual(history.things.map(told), expected);
			history.settled();
			assert.equal(history.things.length, expected.length);
		});
	}

	test('looks at what is another one since, and not at each file whenever something is asked', () => {
		let looks = 0;
		const idOf = (at: number) => (): string => {
			looks += 1;
			return `f${at}`;
		};
		const counted = Array.from({ length: 200 }, (_, at) =>
			Object.defineProperty(file(''), 'id', { enumerable: true, get: idOf(at) }),
		);
		const { repository, history } = historyOf(counted);
		for (let turn = 0; turn < 100; turn++) history.settled();
		assert.equal(looks, 0);
		changeStored(repository, { ...file('f100'), description: 'x' }, 1);
		looks = 0;
		history.settled();
		assert.deepEqual(history.things.map(told), ['changed f100: itself']);
		assert.ok(looks < 5, `${looks} looks`);
	});
});
