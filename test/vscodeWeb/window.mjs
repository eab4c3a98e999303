/** Opens a window of VS Code in a headless Chromium, with extensions under development in it. */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { chromium } from './browser.mjs';
import { quietSettings } from './quietSettings.mjs';

/**
 * @param {{ port: number, token: string, target?: string, extensions?: readonly string[], tests?: string,
 *   settings?: object, language?: string, withoutServer?: object, debuggingPort?: number,
 *   size?: { width: number, height: number }, scale?: number, onExit?: (code: number) => void,
 *   log?: (line: string) => void }} options
 *   `target`: folder, file or .code-workspace; `extensions`: folders under development; `tests`: module with `run`;
 *   `language`: what extensions are told is the display language, VS Code's own words stay English; `withoutServer`: what
 *   the workbench is configured with where it is to work without the server's file system and extension host, as on
 *   vscode.dev; `onExit`: the tests ended
 * @returns {Promise<{ page: import('playwright-core').Page, close(): Promise<void> }>}
 */
export async function openWindow(options) {
	const { port, token, size = { width: 1280, height: 800 }, scale = 1, debuggingPort, onExit, log } = options;
	const authority = `127.0.0.1:${port}`;
	const remote = file => ({ $mid: 1, scheme: 'vscode-remote', authority, path: path.resolve(file) });
	const browserData = await mkdtemp(path.join(os.tmpdir(), 'vscode-web-browser-'));
	const context = await playwright.launchPersistentContext(browserData, {
		executablePath: await chromium({ log }),
		headless: !process.env.VSCODE_WEB_HEADED,
		viewport: size,
		deviceScaleFactor: scale,
		args: [
			...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
			...['--disable-background-networking', '--disable-component-update'],
			...(debuggingPort ? [`--remote-debugging-port=${debuggingPort}`] : []),
		],
		// Playwright's own handlers leave before we have stopped the server.
		handleSIGINT: false,
		handleSIGTERM: false,
		handleSIGHUP: false,
	});
	const close = async () => {
		await context.close();
		await rm(browserData, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		await context.addCookies([{ name: 'vscode-tkn', value: token, domain: '127.0.0.1', path: '/' }]);
		await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: `http://${authority}` });
		const page = context.pages()[0] ?? (await context.newPage());
		if (process.env.VSCODE_WEB_DEBUG) page.on('console', message => log?.(`window: ${message.text()}`));
		if (onExit) await page.exposeFunction('codeAutomationExit', onExit);
		if (options.language) await page.addInitScript(display, options.language);
		await page.addInitScript(configure, {
			configurationDefaults: { ...quietSettings, ...options.settings },
			developmentOptions: {
				...(options.extensions?.length ? { extensions: options.extensions.map(remote) } : {}),
				...(options.tests ? { extensionTestsPath: remote(options.tests) } : {}),
			},
			...options.withoutServer,
		});
		await page.goto(`http://${authority}/?${options.withoutServer ? '' : await query(options.target, port)}`);
		return { page, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Runs in the page, as the texts of a language pack would. */
function display(language) {
	globalThis._VSCODE_NLS_LANGUAGE = language;
}

/** Runs in the page, before the workbench reads its configuration. */
function configure(additions) {
	document.addEventListener('readystatechange', () => {
		const meta = document.getElementById('vscode-workbench-web-configuration');
		if (document.readyState !== 'interactive' || !meta) return;
		const configuration = JSON.parse(meta.getAttribute('data-settings') ?? '{}');
		const product = { ...configuration.productConfiguration, updateUrl: undefined, extensionsGallery: undefined };
		meta.setAttribute(
			'data-settings',
			JSON.stringify({ ...configuration, ...additions, productConfiguration: product }),
		);
	});
}

async function query(target, port) {
	if (!target) return 'ew=true';
	const file = path.resolve(target);
	if (file.endsWith('.code-workspace')) return `workspace=${encodeURIComponent(file)}`;
	if ((await stat(file)).isDirectory()) return `folder=${encodeURIComponent(file)}`;
	const payload = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`]]);
	return `ew=true&payload=${encodeURIComponent(payload)}`;
}
