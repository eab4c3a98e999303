/** What the commands share: where the repository is, running a program as a named step, and counting results. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder; every command works from there, wherever it was called. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const countsPattern = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

/** The line by which a suite tells its result to whoever runs it, person or program. */
export const printCounts = ({ passed, failed, skipped }) =>
	console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);

/**
 * Runs a Node program as a step and shows its output as it comes.
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, counts?: { passed: number, failed: number, skipped: number } }>}
 *   `counts` is what the last line of the form "N passed, N failed, N skipped" says
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
	const line = tail.split('\n').findLast(text => countsPattern.test(text));
	const [, passed, failed, skipped] = (line?.match(countsPattern) ?? []).map(Number);
	return {
		name,
		ok: code === 0,
		seconds: (performance.now() - started) / 1000,
		...(line ? { counts: { passed, failed, skipped } } : {}),
	};
}
