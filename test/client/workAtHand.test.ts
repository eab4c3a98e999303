import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createWorkAtHand } from '../../client/workAtHand';

suite('what the language server is reading', () => {
	test('a file in which it stops is named to the next one', () => {
		const work = createWorkAtHand();
		work.begun('file:///site/a.cfg');
		work.begun('file:///site/b.cfg');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///site/b.cfg']);
	});

	test('one that stops without work, or twice, blames no file', () => {
		const work = createWorkAtHand();
		work.begun('file:///site/a.cfg');
		work.begun(undefined);
		work.serverStopped();
		assert.deepEqual(work.stopped, []);
	});

	test('a person who starts it anew gives every file another chance', () => {
		const work = createWorkAtHand();
		work.begun('file:///site/a.cfg');
		work.serverStopped();
		work.forget();
		assert.deepEqual(work.stopped, []);
	});

	test('a file that has other text since is not named again', () => {
		const work = createWorkAtHand();
		work.begun('file:///a.ks');
		work.serverStopped();
		work.changed('file:///a.ks');
		work.begun('file:///b.ks');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks']);
	});
});
