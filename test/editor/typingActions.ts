/** What the suggestion list of the editor shows while a person types. */
import type { Locator, Page } from 'playwright-core';

const list = (page: Page): Locator => page.locator('.suggest-widget.visible').first();

/** Waits until Enter would accept the suggestion with this label. */
export async function suggested(page: Page, label: string): Promise<void> {
	const rows = list(page).locator('.monaco-list-row.focused');
	await rows
		.filter({ has: page.getByText(label, { exact: true }) })
		.first()
		.waitFor();
}

/** Text as a whole, as a person's input method hands it over. */
export async function say(page: Page, words: string): Promise<void> {
	await page.keyboard.insertText(words);
}

/** Clicks a lens with these words above a line of the editor. */
export async function lens(page: Page, words: string): Promise<void> {
	await page.locator('.codelens-decoration a').filter({ hasText: words }).first().click();
}
