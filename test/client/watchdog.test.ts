import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { createWatchdog, type Later } from '../../client/watchdog';
import { longestAnswer } from '../../server/lsp/statusProtocol';

/** A watchdog whose time passes when it is told to, and the files for which it has ended a server. */
function watched() {
	const ended: string[] = [];
	const waiting = new Set<() => void>();
	const later: Later = (act, milliseconds) => {
		assert.equal(milliseconds, longestAnswer);
		waiting.add(act);
		return () => waiting.delete(act);
	};
	const pass = (): void => {
		for (const act of [...waiting]) {
			waiting.delete(act);
			act();
		}
	};
	return { watchdog: createWatchdog(uri => ended.push(uri), later), ended, pass };
}

suite('the watchdog of the language server', () => {
	test('a server that does not come back from a file is ended, when it has had time to help itself', () => {
		const { watchdog, ended, pass } = watched();
		watchdog.begun('file:///a.ks');
		for (const _ of ['an answer', 'and its second try']) pass();
		assert.deepEqual(ended, []);
		pass();
		assert.deepEqual(ended, ['file:///a.ks']);
		pass();
		assert.deepEqual(ended, ['file:///a.ks'], 'once');
	});

	test('one that goes on to another file, or waits, is left alone', () => {
		const { watchdog, ended, pass } = watched();
		watchdog.begun('file:///a.ks');
		pass();
		pass();
		watchdog.begun('file:///b.ks');
		pass();
		pass();
		watchdog.begun(undefined);
		for (let time = 0; time < 5; time++) pass();
		assert.deepEqual(ended, []);
	});
});
