/** What can be seen in the window when a scenario has failed: a picture, and the words of all that stands open. */
import type { Locator, Page } from 'playwright-core';
import { openCentre } from './notificationActions';

/** Where the picture with a name lies. */
export const pictureFile = (name: string): string => `${process.env.XCLARITY_PICTURES}/${name}.png`;

/** Takes a picture, and answers with lines for the report. Opens the notification centre, after the picture. */
export async function evidence(page: Page, name: string): Promise<string> {
	const file = pictureFile(`failed-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`);
	await page.screenshot({ path: file });
	const lines = [`picture: ${file}`, ...(await openThings(page))];
	await openCentre(page);
	return [...lines, ...(await words(page, 'notification', '.notifications-center .notification-list-item'))].join('\n');
}

async function openThings(page: Page): Promise<string[]> {
	return [
		...(await words(page, 'box', '.quick-input-widget')),
		...(await typed(page.locator('.quick-input-widget:visible input.input'))),
		...(await words(page, 'menu', '.monaco-menu')),
		...(await words(page, 'dialog', '.monaco-dialog-box')),
		...(await words(page, 'toast', '.notifications-toasts .notification-list-item')),
		`keyboard: ${(await keyboard(page.locator(':focus'))).join(', ') || 'nowhere'}`,
	];
}

const keyboard = (focused: Locator): Promise<string[]> =>
	focused.evaluateAll(found =>
		found.map(each => `${each.tagName.toLowerCase()}.${each.className} ${each.getAttribute('aria-label') ?? ''}`),
	);

/** What stands in a box, but no password. */
const typed = (input: Locator): Promise<string[]> =>
	input.evaluateAll(found =>
		found
			.filter(each => each.getAttribute('type') !== 'password')
			.map(each => `typed: ${'value' in each ? String(each.value) : ''}`),
	);

async function words(page: Page, what: string, selector: string): Promise<string[]> {
	const texts = await page.locator(`${selector}:visible`).allInnerTexts();
	return texts.map(text => `${what}: ${text.trim().replaceAll(/\s*\n\s*/g, ' | ')}`);
}
