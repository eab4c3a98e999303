/**
 * The pictures of the README, taken in a real VS Code against the simulator:
 *
 *   npm run build && node test/vscodeWeb/screenshot.mjs images/pictures.mjs --out images --size 1180x680
 */
export async function script({ page, open, goTo, command, picture }) {
	await open('rhel9-with-a-mistake/ks.cfg');
	await page.locator('.squiggly-error').first().waitFor();
	await page.keyboard.press('Control+Shift+M');
	await page.locator('.markers-panel .monaco-list-row', { hasText: 'locael' }).first().waitFor();
	await picture('mistake');

	await page.keyboard.press('Control+J');
	await open('rhel9/ks.cfg');
	await goTo(9, 6);
	await page.keyboard.press('Shift+End');
	await page.keyboard.type('#server-settings.server0.');
	await page.locator('.suggest-widget .monaco-list-row', { hasText: 'rack' }).first().waitFor();
	await picture('completion');
	await page.keyboard.press('Escape');
	await command('File: Revert File');

	await command('XClarity: Start simulator');
	await page.locator('.notification-toast', { hasText: 'The simulator runs' }).waitFor();
	await open('rhel9/ks.cfg');
	await command('XClarity: Upload');
	await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Simulator' }).first().click();
	await page.locator('.notification-toast', { hasText: 'Uploaded' }).first().waitFor();
	await picture('upload');
}
