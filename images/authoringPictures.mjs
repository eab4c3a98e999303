/**
 * Repair, completion and rename, and a tour of the dialects, for docs/authoring.md. Works on a copy of the examples:
 *
 *   npm run build && cp -r examples /tmp/tour && cp images/pasted.txt /tmp/tour/pasted.xclarity.json &&
 *   : > /tmp/tour/empty.xclarity.json &&
 *   node test/vscodeWeb/screenshot.mjs images/authoringPictures.mjs --folder /tmp/tour --out images --size 1180x680
 */
export async function script(tools) {
	await repair(tools);
	await completion(tools);
	await rename(tools);
	await dialects(tools);
}

async function repair({ page, open, goTo, picture }) {
	await open('pasted.xclarity.json');
	await page.locator('.squiggly-error').first().waitFor();
	await page.keyboard.press('Control+Shift+M');
	await page.locator('.markers-panel .monaco-list-row', { hasText: 'closing ] is missing' }).first().waitFor();
	await page.locator('.monaco-editor .view-line').first().click();
	await goTo(2, 12);
	await page.keyboard.press('Control+.');
	const action = page.locator('.action-widget .monaco-list-row', { hasText: 'Repair this file' }).last();
	await action.waitFor();
	await picture('repair-before');
	await action.click();
	await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
	await page.locator('.codelens-decoration', { hasText: 'Repair' }).waitFor({ state: 'detached' });
	await picture('repair-after');
	await page.keyboard.press('Control+J');
}

async function completion({ page, open, picture }) {
	await open('empty.xclarity.json');
	await page.keyboard.press('Control+Space');
	await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
	await picture('new-file');
	await page.keyboard.press('Enter');
	await page.locator('.view-line', { hasText: 'asked when servers are deployed' }).first().waitFor();
	await page.keyboard.press('Escape');
}

async function rename({ page, open, goTo, picture }) {
	await open('rhel9/ks.cfg');
	await aside(page);
	await page.locator('.codelens-decoration').first().waitFor();
	await goTo(10, 45);
	await page.keyboard.press('F2');
	await page.locator('.rename-box input').first().fill('host0');
	await picture('rename-before');
	await page.locator('.rename-box input').first().press('Enter');
	await page.locator('.view-line', { hasText: 'host0.keyboard' }).first().waitFor();
	await picture('rename-after');
}

/** A mistake typed into a file of each dialect. */
async function dialects({ page, open, goTo, command, picture }) {
	for (const [name, file, line, column, text, code] of [
		[
			'tour-esxi',
			'esxi8/host.esxi.cfg',
			1,
			1,
			'zerombr\nnetwork --bootproto=dhpc --onboot=yes\n',
			'esxi-foreign-option',
		],
		[
			'tour-autoyast',
			'sles15/autoinst.xml',
			5,
			1,
			'<keyboard><keymapp>german</keymapp></keyboard>\n',
			'autoyast-element-unknown',
		],
		['tour-windows', 'windows2022/unattend.xml', 3, 1, '<settings pass="specialise"></settings>\n', 'windows-pass'],
		[
			'tour-kickstart',
			'rhel9/ks.cfg',
			5,
			1,
			'install\nlogvol / --vgname=missing --size=20G --name=root\n',
			'kickstart-command-removed',
		],
	]) {
		await open(file);
		await goTo(line, column);
		await page.keyboard.insertText(text);
		await page.locator('.squiggly-error').first().waitFor();
		await page.keyboard.press('Control+Shift+M');
		// Until then the list tells of what was half typed.
		await page.locator('.markers-panel .monaco-list-row', { hasText: code }).first().waitFor();
		await aside(page);
		await picture(name);
		await page.keyboard.press('Control+Shift+M');
		await page.keyboard.press('Control+J');
		await command('File: Revert File');
	}
}

/** The mouse leaves what shows a path of this machine. */
const aside = page => page.mouse.move(600, 665);
