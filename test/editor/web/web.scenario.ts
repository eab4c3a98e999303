import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { siteConfig, siteKickstart } from '../../support/sampleFiles';
import { actions } from '../actions';
import { command, goTo, mistake, openFile, shows, tab } from './webEditor';
import { type Missing, type OpenWeb, webScenario } from './webScenario';

export const webName =
	'VS Code for the Web checks, completes, renames and previews a pair, and says why nothing is uploaded';

const files = {
	'/site/xclarity.json':
		'{ "links": [{ "unattend": "ks.cfg", "config": "config/site.xclarity.json", "os": "rhel9" }] }\n',
	'/site/ks.cfg': siteKickstart.replace('server0.locale', 'server0.lokale'),
	'/site/config/site.xclarity.json': siteConfig,
};

export const declareWebScenario = (open: OpenWeb | Missing): void =>
	webScenario({ name: webName, open, files }, async page => {
		await checksAndCompletes(page);
		await renamesAcrossFiles(page);
		await showsTheFinishedFile(page);
		await showsTheDialog(page);
		await opensTheExample(page);
		await saysWhyTheNetworkIsOff(page);
	});

async function checksAndCompletes(page: Page): Promise<void> {
	await openFile(page, 'ks.cfg');
	await mistake(page).waitFor();
	await actions.picture(page, 'web-mistake');
	// A worker that has ended is followed by another one.
	await command(page, 'Restart language server');
	await goTo(page, 5, 'lang #server-settings.server0.'.length + 1);
	for (const _ of 'lokale') await page.keyboard.press('Delete');
	await page.keyboard.type('lo');
	await actions.suggested(page, 'locale');
	await page.keyboard.press('Enter');
	await shows(page, '#server-settings.server0.locale#.UTF-8');
	await mistake(page).waitFor({ state: 'detached' });
}

async function renamesAcrossFiles(page: Page): Promise<void> {
	await goTo(page, 5, 'lang #server-settings.server0.lo'.length + 1);
	await page.keyboard.press('F2');
	const name = page.locator('.rename-box input');
	await name.fill('language');
	await name.press('Enter');
	await shows(page, '#server-settings.server0.language#');
	await openFile(page, 'site.xclarity.json', 'config');
	await shows(page, '"language"');
}

async function showsTheFinishedFile(page: Page): Promise<void> {
	await openFile(page, 'ks.cfg');
	await command(page, 'Show as the installer reads it');
	await tab(page, 'server 1').waitFor();
	await shows(page, 'en_GB.UTF-8');
	await actions.picture(page, 'web-finished');
}

async function showsTheDialog(page: Page): Promise<void> {
	await openFile(page, 'site.xclarity.json', 'config');
	await command(page, 'Show the deploy dialog');
	await actions.dialogSays(page, null, 'Time servers');
	await actions.picture(page, 'web-dialog');
	await command(page, 'Close All Editors');
	await command(page, 'Show the map of the deployment');
	await actions.pictureSays(page, 'ks.cfg');
}

async function opensTheExample(page: Page): Promise<void> {
	await command(page, 'Open the example');
	await actions.pick(page, 'with a mistake to find');
	await tab(page, 'ks.cfg').waitFor();
	await mistake(page).waitFor();
}

async function saysWhyTheNetworkIsOff(page: Page): Promise<void> {
	const offered = await actions.palette(page, 'XClarity');
	assert.ok(offered.includes('XClarity: Turn into a pair…') || offered.length > 0, offered.join());
	assert.deepEqual(
		offered.filter(title => /upload|simulator|appliance|server for|servers?…/i.test(title)),
		[],
	);
	const menu = await actions.openContextMenu(page, 'ks.cfg', 'XClarity');
	assert.ok(menu.includes('Link to configuration file…'), menu.join());
	assert.deepEqual(
		menu.filter(title => /upload|appliance/i.test(title)),
		[],
	);
	await actions.leaveMenus(page);
	assert.ok(!(await actions.views(page)).includes('XClarity'));
	// The key of somebody who is used to it; see the extension `memoryFiles`.
	await page.keyboard.press('Control+Alt+U');
	await actions.notification(page, 'A browser cannot connect to an appliance');
	await actions.picture(page, 'web-upload');
}
