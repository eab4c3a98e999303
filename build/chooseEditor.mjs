/**
 * Which VS Code the tests use: the program in VSCODE_EXECUTABLE_PATH; else the desktop one, downloaded, where there is a
 * screen; else the browser-based one in a headless Chromium. XCLARITY_EDITOR=desktop or =web decides it by hand.
 */
import path from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { chromium } from '../test/vscodeWeb/browser.mjs';
import { cacheFolder, install } from '../test/vscodeWeb/installation.mjs';
import { root } from './steps.mjs';

/** The stand-in for `code` that runs the browser-based VS Code. */
export const webCode = path.join(root, 'test', 'vscodeWeb', 'code.mjs');

/** Where a downloaded VS Code is kept between runs and clones. */
export const downloads = async () => path.join(await cacheFolder(), 'vscode');

/**
 * @returns {Promise<{ name: string, executable: string, cli: readonly string[] } | { reason: string }>}
 *   `executable` opens windows, `cli` is the command for --install-extension and the like; or why there is none
 */
export async function chooseEditor() {
	const wanted = process.env.XCLARITY_EDITOR;
	const given = process.env.VSCODE_EXECUTABLE_PATH;
	if (given) return { name: given, executable: given, cli: [given] };
	const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
	const reasons = [];
	if (wanted !== 'web' && (hasScreen || wanted === 'desktop')) {
		try {
			return desktop(await downloadAndUnzipVSCode({ cachePath: await downloads() }));
		} catch (error) {
			reasons.push(`VS Code cannot be downloaded (${error.message})`);
		}
	}
	if (wanted !== 'desktop') {
		try {
			await chromium();
			await install();
			return { name: 'browser-based', executable: webCode, cli: [process.execPath, webCode] };
		} catch (error) {
			reasons.push(error.message);
		}
	}
	return { reason: reasons.join('; ') };
}

const desktop = executable => ({
	name: `desktop, ${executable}`,
	executable,
	cli: resolveCliArgsFromVSCodeExecutablePath(executable).slice(0, 1),
});
