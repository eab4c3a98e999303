import { bundlePath, readJson } from '../../../build/bundlesOfTexts.mjs';
import { siteConfig, siteKickstart, siteManifest } from '../../support/sampleFiles';
import { actions } from '../actions';
import { goTo, mistake, openFile } from './webEditor';
import { type Missing, type OpenWeb, webScenario } from './webScenario';

export const germanName = 'with German as display language a mistake is explained and cured in German';

const files = {
	'/site/xclarity.json': siteManifest,
	'/site/ks.cfg': siteKickstart.replace('server0.locale', 'server0.lokale'),
	'/site/site.xclarity.json': siteConfig,
};

const unknown = 'server-settings.server0.lokale';
const known = 'server-settings.server0.locale';

const [message, hintText, title] = [
	'#{macro}# is not declared by {config}.{hint}',
	'Did you mean #{corrected}#?',
	'Change to #{replacement}#',
] as const;

const german = readJson(bundlePath('de'));

/** The German words for a text, with the facts of the mistake in them. */
function inGerman(english: string): string {
	const wording = german[english];
	if (wording === undefined) throw new Error(`There is no German for: ${english}`);
	const hint = (): string => ` ${inGerman(hintText)}`;
	return wording
		.replace('{macro}', unknown)
		.replace('{config}', 'site.xclarity.json')
		.replace('{hint}', hint)
		.replace(/\{(corrected|replacement)\}/, known);
}

export const declareGermanScenario = (open: OpenWeb | Missing): void => {
	webScenario({ name: germanName, open, files, language: 'de' }, async page => {
		await openFile(page, 'ks.cfg');
		await mistake(page).waitFor();
		await goTo(page, 5, 'lang #server-settings'.length);
		await page.keyboard.press('F8');
		const explanation = page.locator('.marker-widget');
		await explanation.getByText(inGerman(message)).first().waitFor();
		await actions.picture(page, 'german-mistake');
		await page.keyboard.press('Escape');
		await actions.quickFixes(page, inGerman(title));
		await actions.picture(page, 'german-fix');
	});
};
