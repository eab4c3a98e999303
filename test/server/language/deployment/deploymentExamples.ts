import { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import { deployForm } from '../../../../server/language/deployment/deployForm';
import type { Finishing } from '../../../../server/language/deployment/finishedUnattend';
import type { Context, Kind } from '../../../../server/language/language';
import { finish } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';

const setting = (name: string, facts: object): object => ({
	category: 'dynamic',
	name,
	type: 'string',
	optional: true,
	...facts,
});

/** A locale for each server, up to three time servers, an optional note and a static path. */
export const siteConfig = TextDocument.create(
	'file:///site/site.xclarity.json',
	'xclarity-config',
	1,
	JSON.stringify(
		setting('site', {
			type: 'assoc_array',
			content: [
				setting('servers', {
					common: false,
					type: 'assoc_array',
					template: [
						setting('server', {
							common: false,
							type: 'assoc_array',
							autoCreateInstance: true,
							content: [
								setting('locale', {
									common: false,
									label: 'Language',
									optional: false,
									choices: ['de_DE', 'en_US'],
									value: 'en_US',
								}),
								setting('rack', { common: false, label: 'Rack', optional: false, regex: '^[A-Z][0-9]{2}$' }),
							],
						}),
					],
				}),
				setting('time', {
					common: true,
					type: 'array',
					minElements: 0,
					maxElements: 3,
					template: [setting('ntp', { common: true, label: 'Time server', regex: '^[a-z.]+$' })],
				}),
				setting('note', { common: true, label: 'Note' }),
				setting('log', { category: 'static', common: true, value: '/var/log/a&b.log' }),
			],
		}),
	),
);

export const siteForm = deployForm(declaredMacros(siteConfig));

/** An unattend file that is linked with the configuration-settings file of the site, as the installer will read it. */
export function finished(kind: Kind, text: string, finishing?: Finishing) {
	const document = TextDocument.create('file:///site/file', kind, 1, text);
	const link = { ...noLink, config: siteConfig, configPath: 'site.xclarity.json', os: 'rhels', osrelease: '9.4' };
	const context: Context = { severities: {}, link, dependents: [], applianceMacros: [], files: [] };
	const result = finish(kind, document, context, finishing);
	if (!result) throw new Error(`${kind} is no unattend file`);
	return { ...result, document };
}
