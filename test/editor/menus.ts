/** The menus that a right-click opens. Run outside VS Code, on its window. */
import type { Locator, Page } from 'playwright-core';
import { inTime } from './inTime';
import { untilEffect } from './untilEffect';

const menuItem = (page: Page, name: string): Locator =>
	page.locator('.monaco-menu .action-item').filter({ has: page.locator('.action-label', { hasText: exactly(name) }) });

const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** A line that is drawn anew closes its menu: it is asked for again. */
export async function choose(page: Page, line: Locator, words: readonly string[]): Promise<void> {
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

/** Right-clicks a line until its menu is there, and answers with the words of it, the submenus' too when they are named. */
export const openMenu = (page: Page, line: Locator, submenus: readonly string[]): Promise<string[]> =>
	untilEffect(
		'a menu opens',
		async () => {
			await leaveMenus(page);
			await line.click({ button: 'right' });
		},
		timeout => wordsOf(page, submenus, timeout),
	);

async function wordsOf(page: Page, submenus: readonly string[], timeout: number): Promise<string[]> {
	for (const [index, word] of submenus.entries()) {
		await menuItem(page, word).last().hover({ timeout });
		await menuItem(page, word).last().click({ timeout });
		await page.locator('.monaco-submenu').nth(index).locator('.action-item').first().waitFor({ timeout });
	}
	await page.locator('.monaco-menu .action-item').last().waitFor({ timeout });
	const labels = page.locator('.monaco-menu .action-item .action-label:not(.separator)');
	return (await labels.allTextContents()).map(text => text.trim());
}

/** Closes menus that were left open, and takes the mouse away from everything that answers to it. */
export async function leaveMenus(page: Page): Promise<void> {
	await page.mouse.move(0, 0);
	for (let attempt = 0; attempt < 5; attempt++) {
		if (!(await page.locator('.monaco-menu').first().isVisible())) return;
		await page.keyboard.press('Escape');
	}
}
