/**
 * What a person does with mouse and keyboard, by the words on the screen. These run outside VS Code, on its window.
 * Playwright waits for each element; none of them waits for a time.
 */
import type { Locator, Page } from 'playwright-core';

import { askActions } from './askActions';
import { boxActions } from './boxActions';
import { dialogActions } from './dialogActions';
import { evidence, pictureFile } from './evidence';
import { inTime } from './inTime';
import { mapActions } from './mapActions';
import { choose, leaveMenus, openMenu } from './menus';
import { notificationActions } from './notificationActions';
import { lens, say, suggested } from './typingActions';
import { untilEffect } from './untilEffect';
import { viewActions } from './viewActions';

const explorerItem = (page: Page, name: string): Locator =>
	page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.getByText(name, { exact: true }) });

/** Right-clicks a file or folder in the Explorer, and goes down the menu by the given words; the last one is chosen. */
const contextMenu = (page: Page, file: string, ...words: string[]): Promise<void> =>
	choose(page, explorerItem(page, file), words);

/** Waits until a file of the Explorer has these letters behind its name. They are no text of the page, but of its style. */
async function explorerBadge(page: Page, file: string, badge: string): Promise<void> {
	const label = explorerItem(page, file).locator('.monaco-icon-label').first();
	await untilEffect(
		`${badge} behind ${file}`,
		() => label.waitFor(),
		// A line that is drawn anew may be another one.
		async timeout => page.waitForFunction(hasBehind, [await label.elementHandle(), badge] as const, { timeout }),
	);
}

/** Runs in the page. */
function hasBehind([element, wanted]: readonly [unknown, string]): boolean {
	const content = String(Reflect.get(globalThis, 'getComputedStyle')(element, '::after').content);
	return content.replaceAll('"', '').includes(wanted);
}

/** Holds the mouse over a file of the Explorer until its tooltip has the words, and answers with all of it. */
function explorerTooltip(page: Page, file: string, words: string): Promise<string> {
	const tooltip = page.locator('.workbench-hover, .monaco-hover').filter({ hasText: words }).first();
	return untilEffect(
		`a tooltip of ${file} with “${words}”`,
		async () => {
			await page.mouse.move(0, 0);
			await explorerItem(page, file).hover();
		},
		async timeout => ((await tooltip.textContent({ timeout })) ?? '').trim(),
	);
}

/** Selects several files in the Explorer; a right-click on one of them then means all. */
async function select(page: Page, first: string, ...others: string[]): Promise<void> {
	await explorerItem(page, first).click();
	for (const name of others) await explorerItem(page, name).click({ modifiers: ['ControlOrMeta'] });
}

/** Right-clicks a file in the Explorer, and answers with the words of the menu, the submenus' too when they are named. */
const openContextMenu = (page: Page, file: string, ...submenus: string[]): Promise<string[]> =>
	openMenu(page, explorerItem(page, file), submenus);

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

async function type(page: Page, text: string): Promise<void> {
	await page.keyboard.type(text);
}

/** Waits for an entry of the status bar with these words, and answers with the names of its icons and colours. */
async function status(page: Page, words: string): Promise<string> {
	const entry = page.locator('.statusbar-item').filter({ hasText: words }).first();
	await entry.waitFor();
	const icons = await entry.locator('.codicon').evaluateAll(found => found.map(({ className }) => className));
	return [await entry.getAttribute('class'), ...icons].join(' ');
}

/** The lines that show beside the language of the file in front, when one of them has these words. */
async function languageStatus(page: Page, words: string): Promise<string[]> {
	const lines = page.locator('.hover-language-status .element');
	// The lines are drawn when the mouse comes, and not anew when they change.
	for (let attempt = 0; attempt < 10; attempt++) {
		await page.mouse.move(0, 0);
		await page.locator('[id="status.languageStatus"]').hover();
		if (await inTime(lines.filter({ hasText: words }).first().waitFor({ timeout: 2_000 }))) break;
	}
	return (await lines.locator('.left').allTextContents()).map(text => text.trim());
}

/** Waits for the Problems view. Of a long list of problems only those that can be seen are lines of it. */
async function problems(page: Page): Promise<void> {
	await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

/** A picture of the window, into the folder of pictures that the run names at its end. */
async function picture(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: pictureFile(name) });
}

/** Every action that `hands` can ask for. */
export const actions = {
	contextMenu,
	openContextMenu,
	explorerBadge,
	explorerTooltip,
	select,
	press,
	type,
	problems,
	languageStatus,
	status,
	lens,
	suggested,
	say,
	...askActions,
	...viewActions,
	...boxActions,
	...notificationActions,
	...dialogActions,
	...mapActions,
	leaveMenus,
	picture,
	evidence,
};
