import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Milliseconds that a command of the terminal tool takes, from its start to its end.
 * @throws {Error} when the last line that it prints is not as expected
 */
export function terminalTime(dist, words, expected) {
	const started = performance.now();
	const { stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...words], {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
		env: { ...process.env, NO_COLOR: '1' },
	});
	const time = performance.now() - started;
	if (!expected.test(stdout.trimEnd().split('\n').at(-1))) throw new Error(`${stdout.slice(-300)}${stderr}`);
	return time;
}

/** Milliseconds of a Node that does nothing. */
export function bareNodeTime() {
	const started = performance.now();
	spawnSync(process.execPath, ['-e', '0']);
	return performance.now() - started;
}
