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

/** Waits until the page that is shown says the words: a deploy dialog, or Markdown. */
async function pageSays(page: Page, words: string): Promise<void> {
	const shown = page.frameLocator('iframe.webview.ready:visible').frameLocator('iframe#active-frame');
	await shown.locator('body').filter({ hasText: words }).waitFor();
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

/** Of a page, by the sort of theme. */
const bodyClasses = {
	vs: 'vscode-light',
	'vs-dark': 'vscode-dark',
	'hc-black': 'vscode-high-contrast',
	'hc-light': 'vscode-high-contrast-light',
} as const;

/** Waits until the page of a tab has the colours of a sort of theme. */
async function pageTheme(page: Page, sort: keyof typeof bodyClasses): Promise<void> {
	await deployDialog(page).locator(`body.${bodyClasses[sort]}`).waitFor();
}

/** The macros of the fields that the deploy dialog shows, those in which the cursor is with a star. */
async function dialogFields(page: Page): Promise<string[]> {
	return deployDialog(page)
		.locator('[data-macro]')
		.evaluateAll(found =>
			found.map(each => `${each.getAttribute('data-macro')}${each.classList.contains('current') ? ' *' : ''}`),
		);
}

/** What a screen reader is told of the deploy dialog: roles, names and states, one a line. */
const dialogTree = (page: Page): Promise<string> => deployDialog(page).locator('body').ariaSnapshot();

/** Whether the field of a macro says that its text is refused, and that it needs one. */
const fieldStates = (page: Page, macro: string): Promise<{ invalid: string | null; required: string | null }> =>
	deployDialog(page)
		.locator(`[data-macro="${macro}"] input`)
		.evaluate(input => ({
			invalid: input.getAttribute('aria-invalid'),
			required: input.getAttribute('aria-required'),
		}));

/** What is read out after the name of the field of a macro. */
const fieldDescription = async (page: Page, macro: string): Promise<string> =>
	(await deployDialog(page).locator(`[data-macro="${macro}"] input`).getAttribute('aria-description')) ?? '';

/** Actions that `hands` can ask for. */
export const dialogActions = {
	fillField,
	dialogSays,
	pageSays,
	clickInDialog,
	fieldText,
	isChecked,
	isOffered,
	dialogHasKeyboard,
	pageTheme,
	dialogFields,
	dialogTree,
	fieldStates,
	fieldDescription,
};
