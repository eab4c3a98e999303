/**
 * Makes a fresh clone ready: the packages of package-lock.json, installed when they are missing or the lock file has
 * changed. Needs nothing but Node and npm, so this file imports nothing from node_modules.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { oldestNode } from './nodeGuard.mjs';
import { root } from './steps.mjs';

const oldest = oldestNode.split('.').map(Number);

/** @throws {Error} when this Node is too old or npm fails */
export async function setUp() {
	const version = process.versions.node.split('.').map(Number);
	const difference = oldest.map((part, index) => version[index] - part).find(part => part !== 0) ?? 0;
	if (difference < 0) throw new Error(`Node ${oldestNode} or newer is needed; this is ${process.versions.node}`);
	if (isInstalled()) return;
	console.log('Installing the packages of package-lock.json …');
	const started = performance.now();
	// Also where npm itself installs this globally, and hands that down to the npm that it starts.
	await npm([
		'ci',
		'--ignore-scripts',
		'--include=dev',
		'--no-global',
		'--location=project',
		'--no-audit',
		'--no-fund',
	]);
	console.log(`  done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

/** npm's own record of what lies in node_modules, written when an installation is complete, against the lock file. */
function isInstalled() {
	const record = path.join(root, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const installed = packagesOf(record);
	const missing = Object.entries(packagesOf(path.join(root, 'package-lock.json'))).find(
		([place, { version, optional }]) => place !== '' && !optional && installed[place]?.version !== version,
	);
	return missing === undefined;
}

const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages;

function npm(args) {
	const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
	const child = own
		? spawn(process.execPath, [own, ...args], { cwd: root, stdio: 'inherit' })
		: spawn('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`npm ${args[0]} ended with ${code}`))));
	});
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await setUp();
