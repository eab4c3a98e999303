import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { applySync, prepareSync } from '../../../../server/rest/sync/syncFiles';
import { memoryRecords } from '../../../../server/rest/sync/uploadRecord';
import { saidIn } from './besideOthers';
import { anUnattend, aPair, inSession, onSimulator, syncOnce, timeouts } from './pairOnSimulator';

suite('the way back of an upload', { concurrency: 4 }, () => {
	for (const [name, switches, edit] of [
		['its content', { 'list-content': 'yes' }, 'tang #server-settings.server0.locale#\n'],
		['its size', {}, 'another text\n'],
	] as const) {
		test(`a file of ours that somebody had edited when it was first shown, as ${name} tells, stays, and is named`, () =>
			onSimulator(
				{
					switches: { ...switches, 'content-import': 'at-once', 'reply-id': 'fileId' },
					faults: ['refuse@PUT /osImages'],
					secondPerson: [{ after: 'POST /osImages#2', do: 'edit', file: { name: anUnattend.name }, content: edit }],
				},
				async simulator => {
					const outcome = await syncOnce(simulator);
					const file = simulator.truth().files.find(stored => stored.name === anUnattend.name);
					assert.equal(file?.bytes?.toString(), edit);
					assert.ok(saidIn(outcome).includes(file?.id), saidIn(outcome));
				},
			));
	}

	test('a file of somebody else that came while ours was sent, and that ours has replaced, is named although ours is taken back', () => {
		// From then on jobs end only when the clock is put forward.
		let stopped: number | undefined;
		let ahead = 0;
		const controller = new AbortController();
		const calls: string[] = [];
		const onRequest = ({ method, path }: { readonly method: string; readonly path: string }): void => {
			if (stopped === undefined || ahead > 0) return;
			calls.push(`${method} ${path.split('/')[1]}`);
			// Between the two changes of the other pair, a list has shown their file.
			if (calls.filter(call => call === 'PUT osImages').length < 2) return;
			ahead = 60_000;
			controller.abort();
		};
		const now = (): number => (stopped === undefined ? Date.now() : stopped + ahead);
		const switches = { 'same-name': 'replaced', 'file-id': 'random', association: 'one' } as const;
		return onSimulator({ now, switches, onRequest }, async simulator => {
			const store = memoryRecords();
			await syncOnce(simulator, { store });
			for (const { name } of aPair) simulator.actNow({ do: 'relink', file: { name } });
			stopped = Date.now();
			const file = { kind: 'UNATTEND', name: 'alone.ks', content: 'theirs\n', description: '' };
			simulator.setSecondPerson([{ before: 'PUT /osImages#1', do: 'import', file }]);
			const alone = { ...anUnattend, key: '/site/alone.ks', name: 'alone.ks', partner: undefined };
			const sync = { store, timeouts, signal: controller.signal };
			const polling = { firstInterval: 2, longestInterval: 10, timeout: 60_000 };
			const { conflicts, failures } = await inSession(
				simulator,
				async client => applySync(client, await prepareSync(client, [alone, ...aPair], sync), sync),
				{ polling },
			);
			const { files, history } = simulator.truth();
			const [their] = history.flatMap(thing =>
				thing.what === 'acted' && thing.act.deed.do === 'import' ? thing.outcome.ids : [],
			);
			assert.ok(their !== undefined && failures.length > 0);
			assert.ok(!files.some(({ name }) => name === 'alone.ks'));
			assert.match(conflicts.join(), new RegExp(`${their} had the name of alone\\.ks`));
		});
	});

	test('of two files that go back, one that somebody has removed just before does not keep the other', () =>
		onSimulator(
			{
				faults: ['refuse@PUT /osImages'],
				secondPerson: [{ before: 'DELETE /osImages#1', do: 'delete', file: { name: anUnattend.name } }],
			},
			async simulator => {
				assert.notDeepEqual((await syncOnce(simulator)).failures, []);
				assert.deepEqual(simulator.truth().files, []);
			},
		));
});
