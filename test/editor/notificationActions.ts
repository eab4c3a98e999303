/**
 * What a person reads and clicks in notifications. VS Code shows at most three as toasts in 800 ms, takes a toast away
 * after some seconds, and keeps all of them in the notification centre: there we look when no toast comes.
 * Run outside VS Code, on its window.
 */
import type { Locator, Page } from 'playwright-core';
import { inTime } from './inTime';
import { untilEffect } from './untilEffect';

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

/** Does something with a notification that contains the words, and with the centre's copy when its toast is gone by then. */
async function inNotification<T>(
	page: Page,
	words: string,
	use: (found: Locator, timeout: number) => Promise<T>,
): Promise<T> {
	let found = item(page, words);
	return untilEffect(
		`a notification “${words}”`,
		async () => {
			found = await find(page, words);
		},
		timeout => use(found, timeout),
	);
}

/** Waits for a notification that contains the words, and answers with its whole text. */
const notification = (page: Page, words: string): Promise<string> =>
	inNotification(page, words, async (found, timeout) => {
		// Asked for by itself, the message was once not found for half a minute, in a notification that showed it.
		const text = await found.evaluate(
			item => (item.querySelector('.notification-list-item-message') ?? item).textContent,
			undefined,
			{ timeout },
		);
		return (text ?? '').trim();
	});

/** The words on the buttons of a notification that contains the words. */
const buttons = (page: Page, words: string): Promise<string[]> =>
	inNotification(page, words, async (found, timeout) => {
		await found.locator('.monaco-button').first().waitFor({ timeout });
		return (await found.locator('.monaco-button').allTextContents()).map(text => text.trim());
	});

/** Clicks a button of a notification that contains the words. */
const button = (page: Page, words: string, label: string): Promise<void> =>
	inNotification(page, words, (found, timeout) =>
		found.getByRole('button', { name: label, exact: true }).click({ timeout }),
	);

/** Actions that `hands` can ask for. */
export const notificationActions = { notification, buttons, button };
