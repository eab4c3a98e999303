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

	test('where it says nothing, the file of the oldest open request is named', () => {
		const work = createWorkAtHand();
		const answered = work.asked('file:///a.ks');
		work.asked('file:///b.ks');
		work.asked('file:///c.ks');
		answered();
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks']);
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks'], 'a request is open no longer than its server');
		work.asked('file:///a.ks');
		work.begun('file:///d.ks');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks', 'file:///d.ks'], 'what it says counts more');
	});

	test('of open requests, those about a text that has been checked are named last', () => {
		const work = createWorkAtHand();
		work.checked('file:///a.ks');
		work.asked('file:///a.ks');
		work.asked('file:///b.ks');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks']);
		work.asked('file:///a.ks');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///b.ks', 'file:///a.ks']);
		work.checked('file:///b.ks');
		work.changed('file:///b.ks');
		work.asked('file:///c.ks');
		work.checked('file:///c.ks');
		work.asked('file:///b.ks');
		work.serverStopped();
		assert.deepEqual(work.stopped, ['file:///a.ks', 'file:///b.ks']);
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
