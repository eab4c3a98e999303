/** What a person does with the view XClarity in the side bar. Run outside VS Code, on its window. */
import type { Locator, Page } from 'playwright-core';
import { choose } from './menus';
import { untilEffect } from './untilEffect';

const serversView = (page: Page): Locator =>
	page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'XClarity' }) });

const viewRow = (page: Page, words: string): Locator =>
	serversView(page).locator('.monaco-list-row').filter({ hasText: words }).first();

/** The titles of the views in the side bar. */
const views = (page: Page): Promise<string[]> => page.locator('.sidebar .pane-header .title').allTextContents();

/** Pixels. */
const enough = 400;

/** Gives the view XClarity most of the side bar, as VS Code keeps no lines that cannot be seen. */
async function enlargeView(page: Page): Promise<void> {
	await serversView(page).locator('.pane-body').waitFor();
	const view = await serversView(page).elementHandle();
	// A view that has just appeared is still moving, and the mouse may miss its edge.
	await untilEffect(
		'the view is high enough',
		async () => {
			const box = await serversView(page).boundingBox();
			if (box === null || box.height > enough) return;
			// VS Code puts it above or below the folders, depending on when it first appeared.
			const [from, to] = box.y < 200 ? [box.y + box.height, 650] : [box.y, 250];
			await page.mouse.move(box.x + 80, from);
			await page.mouse.down();
			await page.mouse.move(box.x + 80, to, { steps: 5 });
			await page.mouse.up();
		},
		timeout => page.waitForFunction(isHigherThan, [view, enough] as const, { timeout }),
	);
}

/** Runs in the page. */
const isHigherThan = ([element, pixels]: readonly [unknown, number]): boolean =>
	Number(Reflect.get(Object(element), 'offsetHeight')) > pixels;

/** Waits for a line of the view XClarity that has the words, and answers with all lines that can be seen. */
async function viewRows(page: Page, words: string): Promise<string[]> {
	await untilEffect(
		`a line “${words}” in the view`,
		// Whatever has made the view smaller since: a line that cannot be seen is none.
		() => enlargeView(page),
		timeout => viewRow(page, words).waitFor({ timeout }),
	);
	return (await serversView(page).locator('.monaco-list-row').allTextContents()).map(text => text.trim());
}

/** Waits until the view XClarity says nothing of a filter above its lines. */
const noFilter = (page: Page): Promise<void> =>
	serversView(page).getByText('Showing names that contain').waitFor({ state: 'hidden' });

/** Opens a line of the view XClarity, if it is not open. */
const expand = (page: Page, words: string): Promise<void> => expandRow(serversView(page), words);

/** Opens the line of a view that has the words, if it is not open. */
export async function expandRow(view: Locator, words: string): Promise<void> {
	const row = view.locator('.monaco-list-row').filter({ hasText: words }).first();
	await untilEffect(
		`“${words}” opens`,
		async () => {
			await row.waitFor();
			if ((await row.getAttribute('aria-expanded')) !== 'true') await row.locator('.monaco-tl-twistie').click();
		},
		timeout => row.and(view.locator('[aria-expanded="true"]')).waitFor({ timeout }),
	);
}

/** Right-clicks a line of the view XClarity, and chooses from its menu. */
const viewMenu = (page: Page, line: string, word: string): Promise<void> => choose(page, viewRow(page, line), [word]);

/** What a screen reader says of the lines of the view XClarity. */
const viewNames = (page: Page): Promise<string[]> =>
	serversView(page)
		.locator('.monaco-list-row')
		.evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));

/** Clicks a line of the view XClarity until it is the one that keys are for, and presses a key. */
async function viewKey(page: Page, line: string, key: string): Promise<void> {
	const focused = serversView(page).locator('.monaco-list:focus .monaco-list-row.focused').filter({ hasText: line });
	await untilEffect(
		`“${line}” has the keyboard`,
		() => viewRow(page, line).click(),
		timeout => focused.waitFor({ timeout }),
	);
	await page.keyboard.press(key);
}

/** Drags one line of the view XClarity onto another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
	await viewRow(page, from).dragTo(viewRow(page, to));
}

/** Actions that `hands` can ask for. */
export const viewActions = { views, enlargeView, viewRows, noFilter, expand, viewMenu, viewKey, viewNames, drag };
