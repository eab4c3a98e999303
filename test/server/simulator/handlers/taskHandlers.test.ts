import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Switches } from '../../../../server/simulator/switches';
import { type ApplianceSession, withAppliance } from '../applianceSession';

const unattend = { name: 'rhel.cfg', content: 'text\n', os: 'rhels', osrelease: '9.4' };

function withImport(switches: Partial<Switches>, use: (session: ApplianceSession) => Promise<void>): Promise<void> {
	return withAppliance({ switches }, async session => {
		await session.ask('POST', '/osImages?imageType=UNATTEND&importByContent=true', unattend);
		await use(session);
	});
}

suite('tasks', () => {
	test('go from announced over running to complete, and know who made them', async () => {
		await withImport({}, async ({ ask, pass }) => {
			await ask('POST', '/osImages?imageType=CONFIG', { Action: 'Init' }, 'OSADMIN');
			const states = async () => {
				const tasks = await ask('GET', '/tasks');
				return [0, 1].map(number => [tasks.at(number, 'status'), tasks.at(number, 'percentage')]);
			};
			assert.deepEqual(await states(), [
				['Running', 0],
				['Pending', 0],
			]);
			pass(999);
			assert.deepEqual(await states(), [
				['Running', 99],
				['Pending', 0],
			]);
			pass(1);
			assert.deepEqual(await states(), [
				['Complete', 100],
				['Pending', 0],
			]);
			const tasks = await ask('GET', '/tasks/1,2');
			assert.deepEqual([tasks.at(0, 'createdBy'), tasks.at(1, 'createdBy')], ['USERID', 'OSADMIN']);
		});
	});

	test('an unknown one is 404, or left out', async () => {
		await withImport({}, async ({ ask }) => assert.equal((await ask('GET', '/tasks/1,99')).status, 404));
		await withImport({ 'unknown-task': 'empty' }, async ({ ask }) => {
			const reply = await ask('GET', '/tasks/1,99');
			assert.deepEqual([reply.status, reply.at('length')], [200, 1]);
		});
	});

	test('job-result names the new file, or does not', async () => {
		const fileOf = async (answer: Switches['job-result'], ...path: (string | number)[]) => {
			let found: unknown;
			await withImport({ 'job-result': answer }, async ({ ask, pass }) => {
				pass(1000);
				const tasks = await ask('GET', '/tasks/1');
				assert.equal(tasks.text.includes('_rhel.cfg'), answer !== 'no');
				found = tasks.at(0, ...path);
			});
			return found;
		};
		assert.equal(await fileOf('no', 'fileId'), undefined);
		assert.equal(await fileOf('attribute', 'fileId'), '20260131054311_rhel.cfg');
		assert.equal(await fileOf('args', 'args', 0), '20260131054311_rhel.cfg');
	});

	test('spellings and types can be switched', async () => {
		const switches = { 'job-id': 'number', 'task-complete': 'string', 'task-states': 'joined' } as const;
		await withAppliance({ switches: { ...switches, 'import-check': 'in-job' } }, async ({ ask, pass }) => {
			const reply = await ask('POST', '/osImages?imageType=CONFIG&importByContent=true', { content: '{' });
			assert.equal(reply.at('jobId'), 1);
			pass(1000);
			const tasks = await ask('GET', '/tasks/1');
			assert.deepEqual(
				['jobUID', 'status', 'complete'].map(key => tasks.at(0, key)),
				[1, 'StoppedWithError', 'true'],
			);
		});
	});

	test('cancel answers as the switch says, and wants a list', async () => {
		await withImport({ 'cancel-reply': 'json' }, async ({ ask, pass, list }) => {
			assert.equal((await ask('PUT', '/tasks', { action: 'cancel' })).status, 412);
			assert.equal((await ask('PUT', '/tasks', { action: 'cancel', list: ['1'] })).at('result'), 'success');
			pass(1000);
			assert.deepEqual(await list('unattendFiles'), []);
		});
	});

	test('a task that is deleted leaves no file', async () => {
		await withImport({}, async ({ ask, pass, list }) => {
			assert.equal((await ask('DELETE', '/tasks/1')).status, 200);
			pass(1000);
			assert.deepEqual(await list('unattendFiles'), []);
			assert.equal((await ask('GET', '/tasks/1')).status, 404);
		});
	});
});
