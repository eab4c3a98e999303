import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findTask, readTask } from '../../../server/rest/task';

const read = (entry: object) => readTask({ jobUID: '7', ...entry }, text => text);
const verdict = (entry: object): string => {
	const { done, succeeded } = read(entry);
	return done ? (succeeded ? 'succeeded' : 'failed') : 'going';
};

suite('task', () => {
	test('states are matched whatever their spelling', () => {
		for (const status of ['Pending', 'RUNNING', 'Running_With_Errors', 'runningwitherrors', 'Running With Errors']) {
			assert.equal(verdict({ status }), 'going', status);
		}
		for (const status of ['Complete', 'COMPLETE']) assert.equal(verdict({ status }), 'succeeded', status);
		for (const status of ['Cancelled', 'Stopped_With_Error', 'STOPPEDWITHERROR', 'Interrupted', 'Exploded']) {
			assert.equal(verdict({ status }), 'failed', status);
		}
	});

	test('complete ends a job in any state, but does not make it a success', () => {
		assert.equal(verdict({ status: 'Running', complete: true }), 'failed');
		assert.equal(verdict({ status: 'Complete', complete: 'true' }), 'succeeded');
		assert.equal(verdict({ complete: true }), 'succeeded');
		assert.equal(verdict({}), 'going');
	});

	test('the status of the older interface is an object', () => {
		const task = read({ status: { state: 'Running', percentage: 40 } });
		assert.deepEqual([task.state, task.percent, task.done], ['Running', 40, false]);
	});

	test('percentages are numbers from 0 to 100, or unknown', () => {
		const given = [42, '42%', 142, -1, 'soon', undefined];
		assert.deepEqual(
			given.map(percentage => read({ percentage }).percent),
			[42, 42, 100, 0, undefined, undefined],
		);
	});

	test('messages are gathered from the job and its parts, the summary of a bad end stands in for them', () => {
		const child = { jobUID: '7.1', messages: [{ id: 'FQXHM2', text: 'two' }] };
		const texts = (entry: object): string[] => read(entry).messages.map(({ text }) => text);
		assert.deepEqual(texts({ messages: [{ text: 'one' }, 'plain'], children: [child] }), ['one', 'plain', 'two']);
		const summary = [{ text: 'It broke', format: ['bold'] }, { text: 'twice' }];
		assert.deepEqual(texts({ status: 'Stopped_With_Error', summary }), ['It broke twice']);
		assert.deepEqual(texts({ status: 'Complete', summary }), []);
	});

	test('the job is found in an array, in an object around one, and alone', () => {
		const wanted = { jobUID: 7, status: 'Running' };
		for (const body of [[{ jobUID: '8' }, wanted], { tasks: [wanted], other: 1 }, wanted]) {
			assert.equal(findTask(body, '7'), wanted);
		}
		for (const body of [[], {}, undefined, 'text', [{ jobUID: '8' }, { jobUID: '9' }]]) {
			assert.equal(findTask(body, '7'), undefined);
		}
	});
});
