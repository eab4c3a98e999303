/** What the commands share: where the repository is, and running a program as a named step. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCounts } from './counts.mjs';

/** The repository's folder; every command works from there, wherever it was called. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a Node program as a step and shows its output as it comes.
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, counts?: { passed: number, failed: number,
 *   skipped: number, unsteady: number } }>} `counts` is what the last line says that `printCounts` wrote
 */
export async function runStep(name, args) {
	const started = performance.now();
	console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
	const color = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {};
	const child = spawn(process.execPath, args, {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, ...color },
	});
	let tail = '';
	child.stdout.setEncoding('utf8').on('data', data => {
		process.stdout.write(data);
		tail = (tail + data).slice(-4000);
	});
	const code = await new Promise(resolve => child.on('close', resolve));
	const counts = tail
		.split('\n')
		.map(readCounts)
		.findLast(found => found !== undefined);
	return {
		name,
		ok: code === 0,
		seconds: (performance.now() - started) / 1000,
		...(counts ? { counts } : {}),
	};
}
