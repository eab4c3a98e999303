import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { suite, test } from 'node:test';
import { watchOutput } from '../../../server/cli/watchOutput';

/** Streams of a program, what its standard error has shown, and how often it heard that it failed. */
function watched() {
	const stdout = new PassThrough();
	const stderr = new PassThrough();
	let failures = 0;
	watchOutput({ stdout, stderr }, () => (failures += 1));
	return { stdout, stderr, shown: (): unknown => stderr.read()?.toString() ?? '', failures: () => failures };
}

const refusal = (code: string): Error => Object.assign(new Error(`${code}: refused, write`), { code });

suite('output that cannot be written', () => {
	test('is told once, and has failed', () => {
		const { stdout, shown, failures } = watched();
		stdout.emit('error', refusal('ENOSPC'));
		stdout.emit('error', refusal('ENOSPC'));
		assert.equal(shown(), 'xclarity: the output cannot be written: ENOSPC: refused, write.\n');
		assert.equal(failures(), 2);
	});

	test('has failed also where messages cannot be written', () => {
		const { stderr, failures } = watched();
		stderr.emit('error', refusal('ENOSPC'));
		assert.equal(failures(), 1);
	});

	test('is no fault of ours when a reader has closed the pipe', () => {
		const { stdout, stderr, shown, failures } = watched();
		stdout.emit('error', refusal('EPIPE'));
		stderr.emit('error', refusal('EPIPE'));
		assert.deepEqual([shown(), failures()], ['', 0]);
	});
});
