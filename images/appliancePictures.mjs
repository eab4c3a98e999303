/**
 * The pictures of what is done with a server, taken in a real VS Code against the simulator:
 *
 *   npm run build && node test/vscodeWeb/screenshot.mjs images/appliancePictures.mjs --out images --size 1180x680
 */
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { testBundle } from '../build/bundles.mjs';
import { root } from '../build/steps.mjs';

const temporary = mkdtempSync(path.join(root, 'out', 'pictures-'));
// What VS Code remembers of the uploads goes with the pictures.
process.env.XCLARITY_STATE = path.join(temporary, 'state');

/** The simulator and our own client, for what others do to the server meanwhile. */
async function load() {
	const entries = { simulator: 'server/simulator/simulator.ts', client: 'server/rest/xclarityClient.ts' };
	await build({ ...testBundle(entries), outdir: temporary });
	const [simulator, client] = await Promise.all(
		Object.keys(entries).map(name => import(pathToFileURL(path.join(temporary, `${name}.mjs`)).href)),
	);
	return { ...simulator, ...client };
}

/** Is saved by an upload, and put back. */
const example = path.join(root, 'examples', 'rhel9', 'ks.cfg');

export async function script(tools) {
	const before = await readFile(example);
	const { startSimulator, withSession } = await load();
	const simulator = await startSimulator({ jobMilliseconds: 200 });
	const asSomebody = use =>
		withSession(
			{ url: simulator.url, trust: { kind: 'fingerprint', sha256: simulator.fingerprint } },
			{ user: simulator.user, password: simulator.password },
			{},
			use,
		);
	const changeByOthers = () =>
		asSomebody(async client => {
			const { configs } = await client.osImages();
			for (const { id, associatedFileId = '' } of configs) {
				await client.relink(id, { imageType: 'CONFIG', associatedFileId, description: 'New racks' });
			}
		});
	try {
		await asSomebody(importImage);
		await addServer(tools, simulator);
		await uploadAndView(tools);
		await planAndConflict(tools, changeByOthers);
		await failure(tools, simulator);
	} finally {
		await writeFile(example, before);
		await simulator.stop();
		await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** An image, as far as the simulator looks at one. */
async function importImage(client) {
	const facts = { imageType: 'OS', name: 'rhel-9.4-x86_64-dvd.iso', os: 'rhels', osrelease: '9.4' };
	const { jobId } = await client.importByFile({ ...facts, body: { size: 1, read: () => [Buffer.from(' ')] } });
	await client.followTask(jobId);
}

async function answer({ page }, text) {
	await page.locator('.quick-input-widget input.input').fill(text);
	await page.keyboard.press('Enter');
}

const entry = ({ page }, words) => page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();

/** A notification that has come to rest. */
const toast = ({ page }, words) =>
	page.locator('.notification-toast.notification-fade-in-done', { hasText: words }).first();

/** Waits until the list of choices has faded in. */
const listAtRest = ({ page }) =>
	page.locator('.quick-input-widget').evaluate(async widget => {
		const ending = widget
			.getAnimations({ subtree: true })
			.filter(({ effect }) => effect.getTiming().iterations !== Infinity);
		await Promise.allSettled(ending.map(({ finished }) => finished));
	});

async function addServer(tools, { url, user, password }) {
	const { page, open, command, picture } = tools;
	await open('rhel9/ks.cfg');
	await command('XClarity: Add server…');
	await answer(tools, url);
	await page.locator('.monaco-dialog-box').waitFor();
	await picture('trust');
	await page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Trust this certificate' }).click();
	for (const [step, text] of [
		['2/4', user],
		['3/4', password],
		['4/4', 'Lab appliance'],
	]) {
		await page.locator('.quick-input-title', { hasText: step }).waitFor();
		await answer(tools, text);
	}
	await toast(tools, 'was added').waitFor();
	await command('Notifications: Clear All Notifications');
}

async function uploadAndView(tools) {
	const { page, command, picture } = tools;
	await command('XClarity: Upload');
	await entry(tools, 'Lab appliance').click();
	await entry(tools, 'don’t ask again for this server').click();
	await toast(tools, 'Uploaded').waitFor();
	await command('Notifications: Clear All Notifications');
	await command('XClarity: Show servers');
	const view = page.locator('.pane').filter({ has: page.locator('.pane-header', { hasText: 'XClarity' }) });
	await view.waitFor();
	await view.locator('.monaco-list-row', { hasText: 'Lab appliance' }).locator('.monaco-tl-twistie').click();
	await view.locator('.monaco-list-row', { hasText: 'Unattend files' }).waitFor();
	await widen(page, view);
	await view.locator('.monaco-list-row', { hasText: 'uses this configuration' }).waitFor();
	await view.locator('.monaco-list-row', { hasText: 'OS images' }).locator('.monaco-tl-twistie').click();
	await view.locator('.monaco-list-row', { hasText: 'rhel-9.4' }).locator('.monaco-tl-twistie').click();
	await view.locator('.monaco-list-row', { hasText: 'install-Minimal' }).waitFor();
	await page.mouse.move(700, 400);
	await picture('view');
}

/** Gives the view room: to the right, and to the top or the bottom, wherever VS Code has put it. */
async function widen(page, view) {
	const drag = async (from, to) => {
		await page.mouse.move(...from);
		await page.mouse.down();
		await page.mouse.move(...to, { steps: 5 });
		await page.mouse.up();
	};
	const wide = await view.boundingBox();
	await drag([wide.x + wide.width + 2, wide.y + 40], [420, wide.y + 40]);
	const box = await view.boundingBox();
	await drag([box.x + 80, box.y < 200 ? box.y + box.height : box.y], [box.x + 80, box.y < 200 ? 420 : 300]);
}

async function planAndConflict(tools, changeByOthers) {
	const { page, open, goTo, command, picture } = tools;
	await open('rhel9/ks.cfg');
	await goTo(1, 1);
	await page.keyboard.press('End');
	await page.keyboard.type('\n# Racks 7 and 8');
	// Over the question it would bring up a tooltip.
	await page.mouse.move(700, 600);
	await command('XClarity: Upload');
	await page.locator('.quick-input-title', { hasText: 'Upload to Lab appliance' }).waitFor();
	await entry(tools, 'replaces').waitFor();
	await listAtRest(tools);
	await picture('plan');
	await page.keyboard.press('Escape');
	await changeByOthers();
	await command('XClarity: Upload');
	await entry(tools, 'Overwrite').waitFor();
	await listAtRest(tools);
	await picture('conflict');
	await page.keyboard.press('Escape');
}

async function failure(tools, simulator) {
	const { command, picture } = tools;
	simulator.setFaults(['full@POST /osImages']);
	await command('XClarity: Upload');
	await entry(tools, 'Overwrite').click();
	await toast(tools, 'FQXHMFC0057M').waitFor();
	await picture('failure');
}
