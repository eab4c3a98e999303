import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../build/steps.mjs';

const folder = path.join(root, 'bench');
const { devDependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The peers by name, with the version that the lock file holds. */
export const peerVersions = devDependencies;

/** Installs the peers into `bench/node_modules`, unless they are there. @returns whether they are there now */
export function installPeers() {
	const installed = path.join(folder, 'node_modules', '.package-lock.json');
	const wanted = path.join(folder, 'package-lock.json');
	if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
	const names = Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`);
	console.error(`Installing the peers into bench/node_modules, once: ${names.join(', ')}`);
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: folder,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32',
	});
	return status === 0;
}
