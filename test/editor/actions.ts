/**
 * What a person does with mouse and keyboard, by the words on the screen. These run outside VS Code, on its window.
 * Playwright waits for each element; none of them waits for a time.
 */
import type { Locator, Page } from 'playwright-core';

import { boxActions } from './boxActions';
import { dialogActions } from './dialogActions';
import { evidence, pictureFile } from './evidence';
import { inTime } from './inTime';
import { mapActions } from './mapActions';
import { notificationActions } from './notificationActions';
import { lens, say, suggested } from './typingActions';

const explorerItem = (page: Page, name: string): Locator =>
	page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.getByText(name, { exact: true }) });

const menuItem = (page: Page, name: string): Locator =>
	page.locator('.monaco-menu .action-item').filter({ has: page.locator('.action-label', { hasText: exactly(name) }) });

const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** Right-clicks a file or folder in the Explorer, and goes down the menu by the given words; the last one is chosen. */
const contextMenu = (page: Page, file: string, ...words: string[]): Promise<void> =>
	choose(page, explorerItem(page, file), words);

/** A line that is drawn anew closes its menu: it is asked for again. */
async function choose(page: Page, line: Locator, words: readonly string[]): Promise<void> {
	for (let attempt = 0; attempt < 3; attempt++) {
		await line.click({ button: 'right' });
		if (await inTime(goDown(page, words))) {
			// A menu that has just opened takes no click yet, but it takes the key for the entry under the mouse.
			await page.keyboard.press('Enter');
			return;
		}
		await leaveMenus(page);
	}
	throw new Error(`No menu leads to “${words.join(' › ')}”`);
}

/** Puts the mouse on the last of the words. @throws {Error} a `TimeoutError` when the menu is gone */
async function goDown(page: Page, words: readonly string[]): Promise<void> {
	const timeout = 8_000;
	for (const [index, word] of words.entries()) {
		const item = menuItem(page, word).last();
		await item.hover({ timeout });
		if (index < words.length - 1) await item.click({ timeout });
	}
	const last = exactly(words.at(-1) ?? '');
	await page.locator('.monaco-menu .action-item.focused .action-label', { hasText: last }).waitFor({ timeout });
}

/** Waits until a file of the Explorer has these letters behind its name. They are no text of the page, but of its style. */
async function explorerBadge(page: Page, file: string, badge: string): Promise<void> {
	const label = await explorerItem(page, file).locator('.monaco-icon-label').first().elementHandle();
	await page.waitForFunction(
		([element, wanted]) => {
			const content = String(Reflect.get(globalThis, 'getComputedStyle')(element, '::after').content);
			return content.replaceAll('"', '').includes(wanted);
		},
		[label, badge] as const,
	);
}

/** Holds the mouse over a file of the Explorer until its tooltip has the words, and answers with all of it. */
async function explorerTooltip(page: Page, file: string, words: string): Promise<string> {
	await explorerItem(page, file).hover();
	const tooltip = page.locator('.workbench-hover, .monaco-hover').filter({ hasText: words }).first();
	return ((await tooltip.textContent()) ?? '').trim();
}

/** Selects several files in the Explorer; a right-click on one of them then means all. */
async function select(page: Page, first: string, ...others: string[]): Promise<void> {
	await explorerItem(page, first).click();
	for (const name of others) await explorerItem(page, name).click({ modifiers: ['ControlOrMeta'] });
}

/** Right-clicks a file in the Explorer, and answers with the words of the menu, the submenus' too when they are named. */
async function openContextMenu(page: Page, file: string, ...submenus: string[]): Promise<string[]> {
	await explorerItem(page, file).click({ button: 'right' });
	for (const [index, word] of submenus.entries()) {
		await menuItem(page, word).last().hover();
		await menuItem(page, word).last().click();
		await page.locator('.monaco-submenu').nth(index).locator('.action-item').first().waitFor();
	}
	await page.locator('.monaco-menu .action-item').last().waitFor();
	return (await page.locator('.monaco-menu .action-item .action-label:not(.separator)').allTextContents()).map(text =>
		text.trim(),
	);
}

const serversView = (page: Page): Locator =>
	page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'XClarity' }) });

const viewRow = (page: Page, words: string): Locator =>
	serversView(page).locator('.monaco-list-row').filter({ hasText: words }).first();

/** The titles of the views in the side bar. */
const views = (page: Page): Promise<string[]> => page.locator('.sidebar .pane-header .title').allTextContents();

/** Gives the view XClarity most of the side bar, as VS Code keeps no lines that cannot be seen. */
async function enlargeView(page: Page): Promise<void> {
	await serversView(page).locator('.pane-body').waitFor();
	// A view that has just appeared is still moving, and the mouse may miss its edge.
	for (let attempt = 0; attempt < 10; attempt++) {
		const box = await serversView(page).boundingBox();
		if (box === null || box.height > 400) return;
		// VS Code puts it above or below the folders, depending on when it first appeared.
		const [from, to] = box.y < 200 ? [box.y + box.height, 650] : [box.y, 250];
		await page.mouse.move(box.x + 80, from);
		await page.mouse.down();
		await page.mouse.move(box.x + 80, to, { steps: 5 });
		await page.mouse.up();
	}
}

/** Waits for a line of the view XClarity that has the words, and answers with all lines. */
async function viewRows(page: Page, words: string): Promise<string[]> {
	await viewRow(page, words).waitFor();
	return (await serversView(page).locator('.monaco-list-row').allTextContents()).map(text => text.trim());
}

/** Opens a line of the view XClarity. */
async function expand(page: Page, words: string): Promise<void> {
	await viewRow(page, words).locator('.monaco-tl-twistie').click();
}

/** Right-clicks a line of the view XClarity, and chooses from its menu. */
const viewMenu = (page: Page, line: string, word: string): Promise<void> => choose(page, viewRow(page, line), [word]);

/** What a screen reader says of the lines of the view XClarity. */
const viewNames = (page: Page): Promise<string[]> =>
	serversView(page)
		.locator('.monaco-list-row')
		.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));

/** Clicks a line of the view XClarity, and presses a key. */
async function viewKey(page: Page, line: string, key: string): Promise<void> {
	await viewRow(page, line).click();
	await page.keyboard.press(key);
}

/** Drags one line of the view XClarity onto another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
	await viewRow(page, from).dragTo(viewRow(page, to));
}

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

async function type(page: Page, text: string): Promise<void> {
	await page.keyboard.type(text);
}

/** Waits for an entry of the status bar with these words, and answers with the names of its icons and colours. */
async function status(page: Page, words: string): Promise<string> {
	const entry = page.locator('.statusbar-item').filter({ hasText: words }).first();
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

/** The labels of the open suggestion list. */
async function suggestions(page: Page): Promise<string[]> {
	const rows = page.locator('.suggest-widget.visible .monaco-list-row');
	await rows.first().waitFor();
	return (await rows.locator('.label-name').allTextContents()).map(text => text.trim());
}

/** Waits for a quick fix with these words in the open menu, and answers with all of them. */
async function quickFixes(page: Page, words: string): Promise<string[]> {
	const rows = page.locator('.action-widget .monaco-list-row');
	await rows.filter({ hasText: words }).first().waitFor();
	return (await rows.allTextContents()).map(text => text.trim());
}

/** Waits for a hover with these words, and answers with its text. */
async function hover(page: Page, words: string): Promise<string> {
	const found = page.locator('.monaco-hover:not(.hidden) .hover-contents').filter({ hasText: words });
	return ((await found.first().textContent()) ?? '').trim();
}

/** Closes menus that were left open, and takes the mouse away from everything that answers to it. */
async function leaveMenus(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	for (let attempt = 0; attempt < 5; attempt++) {
		if (!(await page.locator('.monaco-menu').first().isVisible())) return;
		await page.keyboard.press('Escape');
	}
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
	views,
	enlargeView,
	viewRows,
	expand,
	viewMenu,
	viewKey,
	viewNames,
	drag,
	press,
	type,
	problems,
	languageStatus,
	status,
	suggestions,
	quickFixes,
	hover,
	lens,
	suggested,
	say,
	...boxActions,
	...notificationActions,
	...dialogActions,
	...mapActions,
	leaveMenus,
	picture,
	evidence,
};
