/**
 * The map of a small deployment, for docs/preview.md. Works on a folder of its own:
 *
 *   npm run build && rm -rf /tmp/tour && mkdir -p /tmp/tour/hosts && cp examples/rhel9/*.json /tmp/tour &&
 *   cp examples/rhel9/ks.cfg /tmp/tour/hosts/database.ks && cp examples/rhel9-with-a-mistake/ks.cfg /tmp/tour/hosts/web.ks &&
 *   sed -i 's/ks.cfg/hosts\/*.ks/' /tmp/tour/xclarity.json && sed -i 's/#logpath#/install.log/' /tmp/tour/hosts/*.ks &&
 *   node test/vscodeWeb/screenshot.mjs images/mapPictures.mjs --folder /tmp/tour --out images --size 1180x620
 */
export async function script({ page, open, command, picture }) {
	await open('hosts/web.ks');
	await page.locator('.squiggly-error').first().waitFor();
	await command('Explorer: Focus on Deployment map View');
	await page.locator('.pane .monaco-list-row', { hasText: 'without a value' }).first().waitFor();
	await command('XClarity: Show the map of the deployment');
	const map = page.frameLocator('iframe.webview.ready').frameLocator('iframe[title], iframe#active-frame');
	await map.locator('svg').filter({ hasText: 'unknown' }).waitFor();
	await page.mouse.move(0, 0);
	await picture('map');
}
