/** What a person does in the page of the deploy dialog. Like the other actions, these run outside VS Code. */
import type { FrameLocator, Page } from 'playwright-core';

/** The page of the deploy dialog, which lies in two frames. */
const deployDialog = (page: Page): FrameLocator =>
	page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

/** Types into the field of a macro in the deploy dialog, in the place of what stands there. */
async function fillField(page: Page, macro: string, text: string): Promise<void> {
	await deployDialog(page).locator(`[data-macro="${macro}"] input`).fill(text);
}

/** Waits until the field of a macro, or the whole page for none, says the words. */
async function dialogSays(page: Page, macro: string | null, words: string): Promise<void> {
	const place = macro === null ? 'body' : `[data-macro="${macro}"]`;
	await deployDialog(page).locator(place).filter({ hasText: words }).waitFor();
}

/** Clicks a button or a tab of the deploy dialog. */
async function clickInDialog(page: Page, role: 'button' | 'tab', name: string): Promise<void> {
	await deployDialog(page).getByRole(role, { name, exact: true }).click();
}

/** What stands in the field of a macro in the deploy dialog. */
const fieldText = (page: Page, macro: string): Promise<string> =>
	deployDialog(page).locator(`[data-macro="${macro}"] input`).inputValue();

/** Whether the box of a macro is ticked in the deploy dialog. */
const isChecked = (page: Page, macro: string): Promise<boolean> =>
	deployDialog(page).locator(`[data-macro="${macro}"] input`).isChecked();

/** Whether a button of the deploy dialog can be pressed. */
const isOffered = (page: Page, name: string): Promise<boolean> =>
	deployDialog(page).getByRole('button', { name, exact: true }).isEnabled();

/** Whether keys go to the deploy dialog. */
const dialogHasKeyboard = (page: Page): Promise<boolean> =>
	deployDialog(page)
		.locator('body')
		.evaluate(body => body.ownerDocument.hasFocus());

/** Waits until the page of a tab has the colours of a sort of theme. */
async function pageTheme(page: Page, sort: 'vs' | 'vs-dark' | 'hc-black'): Promise<void> {
	const kinds = { vs: 'vscode-light', 'vs-dark': 'vscode-dark', 'hc-black': 'vscode-high-contrast' } as const;
	await deployDialog(page).locator(`body.${kinds[sort]}`).waitFor();
}

/** The macros of the fields that the deploy dialog shows, those in which the cursor is with a star. */
async function dialogFields(page: Page): Promise<string[]> {
	return deployDialog(page)
		.locator('[data-macro]')
		.evaluateAll(found =>
			found.map(each => `${each.getAttribute('data-macro')}${each.classList.contains('current') ? ' *' : ''}`),
		);
}

/** Actions that `hands` can ask for. */
export const dialogActions = {
	fillField,
	dialogSays,
	clickInDialog,
	fieldText,
	isChecked,
	isOffered,
	dialogHasKeyboard,
	pageTheme,
	dialogFields,
};
