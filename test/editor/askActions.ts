/**
 * What a person asks the editor for at the cursor: quick fixes, suggestions, a hover. VS Code drops what it was asked for,
 * and closes what it shows, when the cursor moves or the reports of the file change meanwhile; of quick fixes even a
 * quarter of a second after either, while a slow answer is still on its way. So each is asked for until it is there.
 * Run outside VS Code, on its window.
 */
import type { Locator, Page } from 'playwright-core';
import { untilEffect } from './untilEffect';

/** The texts of lines that can be seen, one of which has the words. @throws {Error} a `TimeoutError` when it is not there in time */
async function textsOf(lines: Locator, words: string, timeout: number): Promise<string[]> {
	await lines.filter({ hasText: words }).first().waitFor({ timeout });
	return (await lines.allTextContents()).map(text => text.trim());
}

/** Presses keys in the editor, after whatever stands open over it was closed. */
async function ask(page: Page, open: Locator, ...keys: readonly string[]): Promise<void> {
	if (await open.first().isVisible()) await page.keyboard.press('Escape');
	for (const key of keys) await page.keyboard.press(key);
}

/** Asks for quick fixes until one has these words, and answers with all of them. */
const quickFixes = (page: Page, words: string): Promise<string[]> => {
	const menu = page.locator('.action-widget');
	const rows = menu.locator('.monaco-list-row');
	return untilEffect(
		`a quick fix “${words}”`,
		() => ask(page, menu, 'ControlOrMeta+.'),
		timeout => textsOf(rows, words, timeout),
	);
};

/** Asks for suggestions until one has these words, and answers with the labels of those that can be seen. */
const suggestions = (page: Page, words: string): Promise<string[]> => {
	const list = page.locator('.suggest-widget.visible');
	return untilEffect(
		`a suggestion “${words}”`,
		() => ask(page, list, 'Control+Space'),
		timeout => textsOf(list.locator('.monaco-list-row .label-name'), words, timeout),
	);
};

/** Asks for a hover until it has these words, and answers with its text. */
const hover = (page: Page, words: string): Promise<string> => {
	const shown = page.locator('.monaco-hover:not(.hidden) .hover-contents');
	return untilEffect(
		`a hover “${words}”`,
		() => ask(page, shown, 'ControlOrMeta+k', 'ControlOrMeta+i'),
		async timeout => (await textsOf(shown.filter({ hasText: words }), words, timeout)).join('\n'),
	);
};

/** Actions that `hands` can ask for. */
export const askActions = { quickFixes, suggestions, hover };
