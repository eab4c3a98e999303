import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './steps.mjs';

/**
 * Builds and packages the extension, in a process of its own: the compressor listens to the errors of its process.
 * @param {string} file
 * @param {{ folder?: string, env?: Record<string, string> }} [where] a folder of the sources, and more environment
 * @throws {Error} when vsce refuses
 */
export function packageExtension(file, { folder = root, env = {} } = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [path.join('build', 'package.mjs'), file], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});
	if (status !== 0) throw new Error(`The extension cannot be packaged:\n${stdout}${stderr}`);
}
