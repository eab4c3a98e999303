/**
 * What a person does with mouse and keyboard, by the words on the screen. These run outside VS Code, on its window.
 * Playwright waits for each element; none of them waits for a time.
 */
import type { Locator, Page } from 'playwright-core';
import { dialogActions } from './dialogActions';
import { mapActions } from './mapActions';

const explorerItem = (page: Page, name: string): Locator =>
	page.locator('.explorer-folders-view .monaco-list-row').filter({ has: page.getByText(name, { exact: true }) });

const menuItem = (page: Page, name: string): Locator =>
	page.locator('.monaco-menu .action-item').filter({ has: page.locator('.action-label', { hasText: exactly(name) }) });

const exactly = (text: string): RegExp => new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

const textOf = async (element: Locator): Promise<string> => ((await element.textContent()) ?? '').trim();

/** Right-clicks a file or folder in the Explorer, and goes down the menu by the given words; the last one is chosen. */
async function contextMenu(page: Page, file: string, ...words: string[]): Promise<void> {
	await openContextMenu(page, file);
	for (const [index, word] of words.entries()) {
		const item = menuItem(page, word).last();
		await item.hover();
		if (index < words.length - 1) await item.click();
	}
	// A menu that has just opened takes no click yet, but it takes the key for the entry under the mouse.
	await page.locator('.monaco-menu .action-item.focused', { hasText: exactly(words.at(-1) ?? '') }).waitFor();
	await page.keyboard.press('Enter');
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
async function viewMenu(page: Page, line: string, word: string): Promise<void> {
	await openViewMenu(page, line, word);
	await menuItem(page, word).last().hover();
	await page.locator('.monaco-menu .action-item.focused', { hasText: exactly(word) }).waitFor();
	await page.keyboard.press('Enter');
}

/** A view that reads itself anew at that moment closes the menu: it is asked for again. */
async function openViewMenu(page: Page, line: string, word: string): Promise<void> {
	for (let attempt = 0; attempt < 5; attempt++) {
		await viewRow(page, line).click({ button: 'right' });
		if (await appears(menuItem(page, word).last())) return;
		await page.keyboard.press('Escape');
	}
}

const appears = (item: Locator): Promise<boolean> =>
	item.waitFor({ timeout: 4000 }).then(
		() => true,
		(error: Error) => {
			if (error.name !== 'TimeoutError') throw error;
			return false;
		},
	);

/** Drags one line of the view XClarity onto another. */
async function drag(page: Page, from: string, to: string): Promise<void> {
	await viewRow(page, from).dragTo(viewRow(page, to));
}

/** The entries of the open quick pick, with its title and question in front. */
async function choices(page: Page, words: string): Promise<string[]> {
	await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().waitFor();
	const title = await textOf(page.locator('.quick-input-title'));
	const question = (await page.locator('.quick-input-widget input.input').getAttribute('placeholder')) ?? '';
	const rows = await page.locator('.quick-input-list .monaco-list-row').allTextContents();
	return [title, question, ...rows.map(text => text.trim())];
}

async function press(page: Page, ...keys: string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

async function type(page: Page, text: string): Promise<void> {
	await page.keyboard.type(text);
}

/** Chooses an entry of the open quick pick. */
async function pick(page: Page, words: string): Promise<void> {
	// A tooltip of the row under the mouse may lie over the others.
	await page.mouse.move(0, 0);
	await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }).first().click();
}

/** Fills the open input box and confirms it. */
async function answer(page: Page, text: string): Promise<void> {
	await page.locator('.quick-input-widget input.input').fill(text);
	await page.keyboard.press('Enter');
}

/** Waits for the input box with the words in its title, fills it and confirms it. */
async function answerTo(page: Page, title: string, text: string): Promise<void> {
	await page.locator('.quick-input-title').filter({ hasText: title }).waitFor();
	await answer(page, text);
}

/** Waits for the words below the open input box: its question, or what is wrong with what is typed. */
async function question(page: Page, words: string): Promise<void> {
	await page.locator('.quick-input-widget .quick-input-message').filter({ hasText: words }).waitFor();
}

/** Clicks a button in the title of the open input box. */
async function toolbar(page: Page, label: string): Promise<void> {
	await page.locator('.quick-input-titlebar .action-label').and(page.getByLabel(label)).click();
}

/** Types the path of a file into the file dialog, and confirms it. */
async function chooseFile(page: Page, title: string, path: string): Promise<void> {
	const dialog = page.locator('.quick-input-title').filter({ hasText: title });
	await dialog.waitFor();
	// The dialog puts in its own folder when it has found it, and takes no key while it looks a path up.
	for (let attempt = 0; attempt < 10; attempt++) {
		await page.locator('.quick-input-widget input.input').fill(path);
		await page.keyboard.press('Enter');
		const closed = dialog.waitFor({ state: 'hidden', timeout: 1_000 });
		if (
			await closed.then(
				() => true,
				() => false,
			)
		)
			return;
	}
	throw new Error(`The dialog “${title}” does not take ${path}`);
}

/** Waits for a notification that contains the words, and answers with its whole text. */
async function notification(page: Page, words: string): Promise<string> {
	const found = page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words }).first();
	return textOf(found.locator('.notification-list-item-message'));
}

/** The words on the buttons of a notification that contains the words. */
async function buttons(page: Page, words: string): Promise<string[]> {
	const found = page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words }).first();
	return (await found.locator('.monaco-button').allTextContents()).map(text => text.trim());
}

/** Clicks a button of a notification or of a dialog. */
async function button(page: Page, words: string): Promise<void> {
	await page
		.locator('.notifications-toasts, .monaco-dialog-box')
		.locator('.monaco-button', { hasText: exactly(words) })
		.first()
		.click();
}

/** Waits for an entry of the status bar with these words, and answers with the names of its icons and colours. */
async function status(page: Page, words: string): Promise<string> {
	const entry = page.locator('.statusbar-item').filter({ hasText: words }).first();
	const icons = await entry.locator('.codicon').evaluateAll(found => found.map(({ className }) => className));
	return [await entry.getAttribute('class'), ...icons].join(' ');
}

/** Waits for the Problems view. Of a long list of problems only those that can be seen are lines of it. */
async function problems(page: Page): Promise<void> {
	await page.locator('.markers-panel .monaco-list-row').first().waitFor();
}

/** Waits for a modal dialog, and answers with its text. */
async function dialog(page: Page): Promise<string> {
	return textOf(page.locator('.monaco-dialog-box .dialog-message-container'));
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

/** The text of the open hover. */
async function hover(page: Page): Promise<string> {
	return textOf(page.locator('.monaco-hover:not(.hidden) .hover-contents').first());
}

/** A picture of the window, into the folder of pictures that the run names at its end. */
async function picture(page: Page, name: string): Promise<void> {
	await page.screenshot({ path: `${process.env.XCLARITY_PICTURES}/${name}.png` });
}

/** Every action that `hands` can ask for. */
export const actions = {
	contextMenu,
	openContextMenu,
	select,
	enlargeView,
	viewRows,
	expand,
	viewMenu,
	drag,
	choices,
	press,
	type,
	pick,
	answer,
	answerTo,
	question,
	toolbar,
	chooseFile,
	notification,
	button,
	buttons,
	dialog,
	problems,
	status,
	suggestions,
	quickFixes,
	hover,
	...dialogActions,
	...mapActions,
	picture,
};
