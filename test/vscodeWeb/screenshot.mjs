/**
 * Pictures of the extension in VS Code, at twice the size, for the documentation and for looking at one's own work:
 *
 *   node test/vscodeWeb/screenshot.mjs SCRIPT.mjs [--folder examples] [--out out/pictures] [--theme "Light 2026"]
 *                                      [--size 1280x800] [--settings settings.json] [--development]
 *
 * SCRIPT.mjs exports `script({ page, open, goTo, command, picture })` and says what to do and when to take a picture.
 * The extension is packaged and installed; --development loads it from this repository instead (themes do not apply).
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from '../../build/steps.mjs';
import { packageExtension } from '../../build/vsix.mjs';
import { launchVSCode } from './launch.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		folder: { type: 'string', default: path.join(root, 'examples') },
		out: { type: 'string', default: path.join(root, 'out', 'pictures') },
		theme: { type: 'string', default: 'Light 2026' },
		size: { type: 'string', default: '1280x800' },
		settings: { type: 'string' },
		development: { type: 'boolean', default: false },
	},
});
const [scriptFile] = positionals;
if (scriptFile === undefined) {
	console.error(`usage: node ${path.relative(process.cwd(), fileURLToPath(import.meta.url))} SCRIPT.mjs [OPTIONS]`);
	process.exit(2);
}

const { script } = await import(pathToFileURL(path.resolve(scriptFile)).href);
const temporary = await mkdtemp(path.join(os.tmpdir(), 'xclarity-pictures-'));
let vscode;
try {
	vscode = await open();
	await script(toolsFor(vscode.page));
} catch (error) {
	if (vscode) await vscode.page.screenshot({ path: path.join(values.out, 'failure.png') });
	throw error;
} finally {
	await vscode?.close();
	await rm(temporary, { recursive: true, force: true });
}

async function open() {
	await mkdir(values.out, { recursive: true });
	const [width, height] = values.size.split('x').map(Number);
	const vsix = path.join(temporary, 'xclarity-authoring.vsix');
	if (!values.development) packageExtension(vsix);
	const settings = values.settings ? JSON.parse(await readFile(values.settings, 'utf8')) : {};
	return launchVSCode({
		target: path.resolve(values.folder),
		...(values.development ? { extensions: [root] } : { vsix }),
		settings: { 'workbench.colorTheme': values.theme, 'editor.minimap.enabled': false, ...settings },
		size: { width, height },
		scale: 2,
	});
}

/** What a script is given, besides Playwright's page. */
function toolsFor(page) {
	/** Types into the quick input and takes the row whose label is this, or begins with it and a comma. */
	const choose = async (key, text, label) => {
		await page.keyboard.press(key);
		await page.locator('.quick-input-widget input.input').fill(text);
		const rows = page.locator('.quick-input-list .monaco-list-row');
		await rows
			.and(page.locator(`[aria-label="${label}"], [aria-label^="${label},"]`))
			.first()
			.click();
	};
	return {
		page,
		/** Opens a file by its path in the folder. */
		async open(file) {
			const { base, dir } = path.posix.parse(file);
			await choose('Control+P', file, [base, dir].filter(Boolean).join(' '));
			await page.locator('.tab.active', { hasText: base }).waitFor();
			await page.locator('.monaco-editor .view-line').first().waitFor();
		},
		/** Runs a command by its whole title. */
		command: title => choose('F1', `>${title}`, title),
		/** Puts the cursor at a 1-based line and column of the active editor. */
		async goTo(line, column = 1) {
			await page.keyboard.press('Control+G');
			const input = page.locator('.quick-input-widget input.input');
			await input.fill(`:${line}:${column}`);
			await input.press('Enter');
			await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
		},
		async picture(name) {
			const file = path.join(values.out, `${name}.png`);
			await page.screenshot({ path: file });
			console.log(file);
		},
	};
}
