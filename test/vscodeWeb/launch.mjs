/** VS Code as a Playwright page: for scenarios that click, and for pictures. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runServerCommand, startServer } from './server.mjs';
import { openWindow } from './window.mjs';

/**
 * Starts server and window in a profile of their own.
 * @param {{ target?: string, extensions?: readonly string[], vsix?: string, settings?: object, env?: NodeJS.ProcessEnv,
 *   size?: { width: number, height: number }, scale?: number, log?: (line: string) => void }} options
 *   `extensions`: folders under development; `vsix`: a package to install instead (so that themes apply);
 *   `settings`: the user's settings
 * @returns {Promise<{ page: import('playwright-core').Page, userData: string, close(): Promise<void> }>}
 */
export async function launchVSCode({ vsix, settings = {}, env, log, ...window }) {
	const userData = await mkdtemp(path.join(os.tmpdir(), 'vscode-web-'));
	const extensions = path.join(userData, 'extensions');
	const undo = [() => rm(userData, { recursive: true, force: true, maxRetries: 5 })];
	const close = async () => {
		for (const step of undo.splice(0).reverse()) await step();
	};
	try {
		await mkdir(path.join(userData, 'User'), { recursive: true });
		await writeFile(path.join(userData, 'User', 'settings.json'), JSON.stringify(settings, undefined, '\t'));
		if (vsix) {
			const code = await runServerCommand(['--install-extension', path.resolve(vsix)], { userData, extensions });
			if (code !== 0) throw new Error(`${vsix} could not be installed`);
		}
		const server = await startServer({ userData, extensions, env, log });
		undo.push(server.stop);
		const { page, close: closeWindow } = await openWindow({ ...window, port: server.port, token: server.token, log });
		undo.push(closeWindow);
		await page.locator('.monaco-workbench .part.sidebar').waitFor({ timeout: 60_000 });
		return { page, userData, close };
	} catch (error) {
		await close();
		throw error;
	}
}
