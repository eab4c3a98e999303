import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../build/steps.mjs';

export const referenceParser = 'reference parser';

const script = path.join(root, 'bench/measure/pykickstart.py');

/** Why pykickstart cannot be asked; `undefined` when it can. */
export function whyNoReferenceParser(folder) {
	const { status } = spawnSync('python3', [script, folder]);
	return status === 0 ? undefined : 'pykickstart is not installed';
}

/** Milliseconds for all kickstart files below a folder, in one process, its start included. */
export function referenceTime(folder, files) {
	const started = performance.now();
	const { stdout, status } = spawnSync('python3', [script, folder], { encoding: 'utf8' });
	const time = performance.now() - started;
	if (status !== 0 || Number(stdout.split(' ')[0]) !== files) throw new Error(`pykickstart: ${status} ${stdout}`);
	return time;
}
