/**
 * What a person does in the box at the top of the window, which asks one question after another. Every answer names
 * the box that it is meant for, so that none gets into the box before or after it. Run outside VS Code, on its window.
 */
import type { Locator, Page } from 'playwright-core';
import { pictureFile } from './evidence';
import { inTime } from './inTime';

/** The open box, by words of its title, its question or its entries. */
const box = (page: Page, words: string): Locator =>
	page.locator('.quick-input-widget:visible').filter({ hasText: words });

const input = (page: Page): Locator => page.locator('.quick-input-widget:visible input.input');

const rows = (page: Page): Locator => page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');

/** The entries of the open box, with its title and question in front. */
async function choices(page: Page, words: string): Promise<string[]> {
	await rows(page).filter({ hasText: words }).first().waitFor();
	const title = (await page.locator('.quick-input-title').textContent()) ?? '';
	const question = (await input(page).getAttribute('placeholder')) ?? '';
	return [title.trim(), question, ...(await rows(page).allTextContents()).map(text => text.trim())];
}

/** Chooses an entry of the open box. */
async function pick(page: Page, words: string): Promise<void> {
	// A tooltip of the row under the mouse may lie over the others.
	await page.mouse.move(0, 0);
	await rows(page).filter({ hasText: words }).first().click();
}

/** Fills the box that has the words, and confirms it. */
async function answer(page: Page, words: string, text: string): Promise<void> {
	await box(page, words).locator('input.input').fill(text);
	// What is typed may change the words of the box.
	await input(page).press('Enter');
}

/** Confirms the box that has the words as it stands. */
async function confirm(page: Page, words: string): Promise<void> {
	await box(page, words).locator('input.input').press('Enter');
}

/** Closes the box that has the words without an answer. */
async function dismiss(page: Page, words: string): Promise<void> {
	await box(page, words).locator('input.input').press('Escape');
	await boxIsGone(page);
}

/** Waits until no box is open. */
const boxIsGone = (page: Page): Promise<void> => page.locator('.quick-input-widget').waitFor({ state: 'hidden' });

/** Waits for the words below the open box: its question, or what is wrong with what is typed. */
async function question(page: Page, words: string): Promise<void> {
	await page.locator('.quick-input-widget:visible .quick-input-message').filter({ hasText: words }).waitFor();
}

/** Clicks a button in the title of the box that has the words. */
async function toolbar(page: Page, words: string, label: string): Promise<void> {
	await box(page, words).locator('.quick-input-titlebar .action-label').and(page.getByLabel(label)).click();
}

/** Asks the command palette for words, answers with the commands that it shows, and closes it. */
async function palette(page: Page, words: string): Promise<string[]> {
	await page.keyboard.press('F1');
	await input(page).fill(`>${words}`);
	await rows(page)
		.filter({ hasText: words })
		.or(rows(page).filter({ hasText: 'No matching commands' }))
		.first()
		.waitFor();
	const shown = await rows(page).locator('.label-name').allTextContents();
	await page.screenshot({ path: pictureFile(`palette ${words}`) });
	await input(page).press('Escape');
	await boxIsGone(page);
	return shown.map(text => text.trim());
}

/** Types the path of a file into the file dialog, and confirms it. */
async function chooseFile(page: Page, title: string, path: string): Promise<void> {
	const dialog = page.locator('.quick-input-title').filter({ hasText: title });
	await dialog.waitFor();
	// The dialog puts in its own folder when it has found it, and takes no key while it looks a path up.
	for (let attempt = 0; attempt < 10; attempt++) {
		await input(page).fill(path);
		await input(page).press('Enter');
		if (await inTime(dialog.waitFor({ state: 'hidden', timeout: 1_000 }))) return;
	}
	throw new Error(`The dialog “${title}” does not take ${path}`);
}

/** Actions that `hands` can ask for. */
export const boxActions = {
	choices,
	pick,
	answer,
	confirm,
	dismiss,
	boxIsGone,
	question,
	toolbar,
	palette,
	chooseFile,
};
