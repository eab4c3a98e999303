import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Milliseconds that a command of the terminal tool takes, from its start to its end, in its working folder. What it
 * has compiled is kept beside that folder, so that the first one in a run compiles, and no other.
 * @throws {Error} when the last line that it prints is not as expected
 */
export function terminalTime(dist, { words, cwd, expected, environment = process.env }) {
	const started = performance.now();
	const { stdout, stderr } = spawnSync(process.execPath, [path.join(dist, 'cli.js'), ...words], {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
		cwd,
		env: { ...environment, NO_COLOR: '1', XCLARITY_CACHE: path.join(path.dirname(cwd), 'compiled-code') },
	});
	const time = performance.now() - started;
	if (!expected.test(stdout.trimEnd().split('\n').at(-1))) throw new Error(`${stdout.slice(-300)}${stderr}`);
	return time;
}

/** Milliseconds of a Node that does nothing. */
export function bareNodeTime(environment = process.env) {
	const started = performance.now();
	spawnSync(process.execPath, ['-e', '0'], { env: environment });
	return performance.now() - started;
}

/** As most people have it: where this variable names a file, Node reads the certificates in it each time it starts. */
export const withoutCertificates = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
