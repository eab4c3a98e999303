/** What a person does in the window of VS Code for the Web, and sees there. */
import type { Page } from 'playwright-core';
import { actions } from '../actions';

export const tab = (page: Page, name: string) => page.locator('.tabs-container .tab.active').filter({ hasText: name });

/** What the active editor shows. */
const editor = (page: Page) => page.locator('.editor-group-container.active .editor-instance');

/** Waits until the active editor shows the words, whose blanks it draws as others. */
export const shows = (page: Page, words: string): Promise<void> =>
	editor(page).locator('.view-line').filter({ hasText: words }).first().waitFor();

export const mistake = (page: Page) => editor(page).locator('.view-overlays .squiggly-error').first();

export async function command(page: Page, words: string): Promise<void> {
	await page.keyboard.press('F1');
	await page.locator('.quick-input-widget:visible input.input').fill(`>${words}`);
	await actions.pick(page, words);
}

export async function openFile(page: Page, name: string, folder?: string): Promise<void> {
	const row = (text: string) =>
		page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: text }).first();
	if (folder !== undefined && !(await row(name).isVisible())) await row(folder).click();
	await row(name).dblclick();
	await tab(page, name).waitFor();
}

export async function goTo(page: Page, line: number, column: number): Promise<void> {
	await page.keyboard.press('Control+G');
	await actions.answer(page, '', `:${line}:${column}`);
	await actions.boxIsGone(page);
}
