/** Finds a Chromium for the browser-based VS Code, or installs one where that takes no question to anybody. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const names = [
	'chromium-headless-shell',
	'google-chrome-stable',
	'google-chrome',
	'chromium',
	'chromium-browser',
	'microsoft-edge',
	'chrome',
];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/opt/google/chrome/chrome',
];
const debianPackages = ['chromium-headless-shell', 'chromium'];

/** The program of an installed Chromium, or undefined. The environment variable CHROMIUM_PATH goes first. */
export function findChromium() {
	const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
	const candidates = [
		process.env.CHROMIUM_PATH,
		...names.flatMap(name => folders.map(folder => path.join(folder, name))),
		...places,
		...playwrightBrowsers(),
	];
	return candidates.find(file => file && isProgram(file));
}

/**
 * The program of a Chromium, installed from Debian's packages when there is none and this process may do that.
 * @throws {Error} saying what a person can do
 */
export async function chromium({ log = console.error } = {}) {
	const found = findChromium();
	if (found) return found;
	if (!mayInstall()) {
		throw new Error(
			'no Chromium or Chrome was found: install one (on Debian and Ubuntu: apt-get install chromium), or name one in CHROMIUM_PATH',
		);
	}
	log('Installing a headless Chromium with apt-get …');
	const started = performance.now();
	await apt(['update', '-qq']);
	// Ubuntu's `chromium` is a bridge to snap, which does not run in a container; what counts is what is there afterwards.
	for (const name of debianPackages) {
		if (spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status !== 0) continue;
		await apt(['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-dejavu-core']);
		const installed = findChromium();
		if (!installed) continue;
		log(`  done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
		return installed;
	}
	throw new Error('apt-get knows no Chromium: install Chrome, or name a Chromium in CHROMIUM_PATH');
}

const mayInstall = () => process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

function apt(args) {
	const child = spawn('apt-get', args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', text => {
			output = (output + text).slice(-4000);
		});
	}
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', code =>
			code === 0 ? resolve() : reject(new Error(`apt-get ${args[0]} ended with ${code}:\n${output}`)),
		);
	});
}

function playwrightBrowsers() {
	const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || path.join(os.homedir(), '.cache', 'ms-playwright');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter(name => name.startsWith('chromium'))
		.flatMap(name => ['chrome-linux/chrome', 'chrome-linux/headless_shell'].map(file => path.join(folder, name, file)));
}

function isProgram(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch (error) {
		if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
		throw error;
	}
}
