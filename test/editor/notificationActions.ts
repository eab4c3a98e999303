/**
 * What a person reads and clicks in notifications. VS Code shows at most three as toasts in 800 ms, takes a toast away
 * after some seconds, and keeps all of them in the notification centre: there we look when no toast comes.
 * Run outside VS Code, on its window.
 */
import type { Locator, Page } from 'playwright-core';
import { inTime } from './inTime';

/** Milliseconds that a toast is waited for. */
const timeout = 3_000;

const item = (page: Page, words: string): Locator =>
	page
		.locator('.notifications-toasts, .notifications-center')
		.locator('.notification-list-item:visible')
		.filter({ hasText: words })
		.first();

async function find(page: Page, words: string): Promise<Locator> {
	const found = item(page, words);
	if (await inTime(found.waitFor({ timeout }))) return found;
	await openCentre(page);
	await found.waitFor();
	return found;
}

const centre = (page: Page): Locator => page.locator('.notifications-center.visible');

/** Opens the notification centre by its bell. */
export async function openCentre(page: Page): Promise<void> {
	if (!(await centre(page).isVisible())) await page.locator('[id="status.notifications"]').click();
	await centre(page).waitFor();
}

/** Waits for a notification that contains the words, and answers with its whole text. */
async function notification(page: Page, words: string): Promise<string> {
	const found = await find(page, words);
	return ((await found.locator('.notification-list-item-message').textContent()) ?? '').trim();
}

/** The words on the buttons of a notification that contains the words. */
async function buttons(page: Page, words: string): Promise<string[]> {
	const found = await find(page, words);
	return (await found.locator('.monaco-button').allTextContents()).map(text => text.trim());
}

/** Clicks a button of a notification that contains the words. */
async function button(page: Page, words: string, label: string): Promise<void> {
	const found = await find(page, words);
	await found.getByRole('button', { name: label, exact: true }).click();
}

/** Actions that `hands` can ask for. */
export const notificationActions = { notification, buttons, button };
