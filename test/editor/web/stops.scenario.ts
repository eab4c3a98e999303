import type { Page } from 'playwright-core';
import { longestAnswer } from '../../../server/lsp/statusProtocol';
import { siteConfig, siteKickstart, siteManifest } from '../../support/sampleFiles';
import { actions } from '../actions';
import { command, mistake, openFile } from './webEditor';
import { type Missing, type OpenWeb, webScenario } from './webScenario';

/** What runs in a worker of the page. */
declare const self: { postMessage(message: unknown, ...more: unknown[]): void };

interface Told {
	readonly method?: string;
	readonly params?: { readonly uri?: string };
}

export const stopsName =
	'VS Code for the Web ends a language server that does not come back from a file, and reads the others';

const files = {
	'/site/xclarity.json': siteManifest,
	'/site/ks.cfg': siteKickstart.replace('server0.locale', 'server0.lokale'),
	'/site/poison.cfg': siteKickstart,
	'/site/site.xclarity.json': siteConfig,
};

export const declareStopsScenario = (open: OpenWeb | Missing): void =>
	webScenario({ name: stopsName, open, files }, async page => {
		await openFile(page, 'ks.cfg');
		await mistake(page).waitFor();
		await poison(page, 'poison.cfg');
		await openFile(page, 'poison.cfg');
		await command(page, 'Problems: Focus on Problems View');
		const report = page.locator('.markers-panel').getByText('The language server has stopped while it read this file');
		await report.first().waitFor({ timeout: 6 * longestAnswer });
		await openFile(page, 'ks.cfg');
		await mistake(page).waitFor();
		await actions.picture(page, 'web-set-aside');
	});

/** From now on the worker of the language server stays for ever in a file of this name, when it has said that it reads it. */
async function poison(page: Page, name: string): Promise<void> {
	for (const worker of page.workers())
		await worker.evaluate(file => {
			const { postMessage } = self;
			self.postMessage = (message: Told, ...more): void => {
				Reflect.apply(postMessage, self, [message, ...more]);
				while (message?.method === 'xclarity/atWork' && message.params?.uri?.endsWith(file));
			};
		}, name);
}
