import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { siteConfig, siteKickstart } from '../../support/sampleFiles';
import { actions } from '../actions';
import { evidence } from '../evidence';
import { afterwards, scenario } from '../scenario';

/** Opens VS Code for the Web. Files are texts by path, below `/site`, the folder that is open. */
export type OpenWeb = (files: Readonly<Record<string, string>>) => Promise<{ page: Page; close(): Promise<void> }>;

export const webScenario =
	'VS Code for the Web checks, completes, renames and previews a pair, and says why nothing is uploaded';

const files = {
	'/site/xclarity.json':
		'{ "links": [{ "unattend": "ks.cfg", "config": "config/site.xclarity.json", "os": "rhel9" }] }\n',
	'/site/ks.cfg': siteKickstart.replace('server0.locale', 'server0.lokale'),
	'/site/config/site.xclarity.json': siteConfig,
};

export function declareWebScenario(open: OpenWeb | { readonly reason: string }): void {
	const isThere = typeof open === 'function';
	const body = async (): Promise<void> => {
		if (isThere) await walk(open);
	};
	scenario(webScenario, body, { skip: isThere ? undefined : open.reason });
}

async function walk(open: OpenWeb): Promise<void> {
	const { page, close } = await open(files);
	afterwards(close);
	try {
		await checksAndCompletes(page);
		await renamesAcrossFiles(page);
		await showsTheFinishedFile(page);
		await showsTheDialog(page);
		await opensTheExample(page);
		await saysWhyTheNetworkIsOff(page);
	} catch (error) {
		throw new Error(`${error instanceof Error ? error.stack : String(error)}\n${await evidence(page, 'web')}`);
	}
}

const tab = (page: Page, name: string) => page.locator('.tabs-container .tab.active').filter({ hasText: name });

/** What the active editor shows. */
const editor = (page: Page) => page.locator('.editor-group-container.active .editor-instance');

/** Waits until the active editor shows the words, whose blanks it draws as others. */
const shows = (page: Page, words: string): Promise<void> =>
	editor(page).locator('.view-line').filter({ hasText: words }).first().waitFor();

const mistake = (page: Page) => editor(page).locator('.view-overlays .squiggly-error').first();

async function command(page: Page, words: string): Promise<void> {
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget:visible input.input').fill(`>${words}`);
	await actions.pick(page, words);
}

async function openFile(page: Page, name: string, folder?: string): Promise<void> {
	const row = (text: string) =>
		page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: text }).first();
	if (folder !== undefined && !(await row(name).isVisible())) await row(folder).click();
	await row(name).dblclick();
	await tab(page, name).waitFor();
}

async function goTo(page: Page, line: number, column: number): Promise<void> {
	await page.keyboard.press('Control+G');
	await actions.answer(page, '', `:${line}:${column}`);
	await actions.boxIsGone(page);
}

async function checksAndCompletes(page: Page): Promise<void> {
	await openFile(page, 'ks.cfg');
	await mistake(page).waitFor();
	await actions.picture(page, 'web-mistake');
	// A worker that has ended is followed by another one.
	await command(page, 'Restart language server');
	await goTo(page, 5, 'lang #server-settings.server0.'.length + 1);
	for (const _ of 'lokale') await page.keyboard.press('Delete');
	await page.keyboard.type('lo');
	await actions.suggested(page, 'locale');
	await page.keyboard.press('Enter');
	await shows(page, '#server-settings.server0.locale#.UTF-8');
	await mistake(page).waitFor({ state: 'detached' });
}

async function renamesAcrossFiles(page: Page): Promise<void> {
	await goTo(page, 5, 'lang #server-settings.server0.lo'.length + 1);
	await page.keyboard.press('F2');
	const name = page.locator('.rename-box input');
	await name.fill('language');
	await name.press('Enter');
	await shows(page, '#server-settings.server0.language#');
	await openFile(page, 'site.xclarity.json', 'config');
	await shows(page, '"language"');
}

async function showsTheFinishedFile(page: Page): Promise<void> {
	await openFile(page, 'ks.cfg');
	await command(page, 'Show as the installer reads it');
	await tab(page, 'server 1').waitFor();
	await shows(page, 'en_GB.UTF-8');
	await actions.picture(page, 'web-finished');
}

async function showsTheDialog(page: Page): Promise<void> {
	await openFile(page, 'site.xclarity.json', 'config');
	await command(page, 'Show the deploy dialog');
	await actions.dialogSays(page, null, 'Time servers');
	await actions.picture(page, 'web-dialog');
	await command(page, 'Close All Editors');
	await command(page, 'Show the map of the deployment');
	await actions.pictureSays(page, 'ks.cfg');
}

async function opensTheExample(page: Page): Promise<void> {
	await command(page, 'Open the example');
	await actions.pick(page, 'with a mistake to find');
	await tab(page, 'ks.cfg').waitFor();
	await mistake(page).waitFor();
}

async function saysWhyTheNetworkIsOff(page: Page): Promise<void> {
	const offered = await actions.palette(page, 'XClarity');
	assert.ok(offered.includes('XClarity: Turn into a pair…') || offered.length > 0, offered.join());
	assert.deepEqual(
		offered.filter(title => /upload|simulator|appliance|server for|servers?…/i.test(title)),
		[],
	);
	const menu = await actions.openContextMenu(page, 'ks.cfg', 'XClarity');
	assert.ok(menu.includes('Link to configuration file…'), menu.join());
	assert.deepEqual(
		menu.filter(title => /upload|appliance/i.test(title)),
		[],
	);
	await actions.leaveMenus(page);
	assert.ok(!(await actions.views(page)).includes('XClarity'));
	// The key of somebody who is used to it; see the extension `memoryFiles`.
	await page.keyboard.press('Control+Alt+U');
	await actions.notification(page, 'A browser cannot connect to an appliance');
	await actions.picture(page, 'web-upload');
}
