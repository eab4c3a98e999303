import { TextDocument } from 'vscode-languageserver-textdocument';
import {
	deploymentMap,
	type MappedUpload,
	type MapSubject,
} from '../../../../../server/language/deployment/map/deploymentMap';
import type { Context, Kind } from '../../../../../server/language/language';
import { noLink } from '../../../../../server/language/links/link';
import { siteConfig } from '../deploymentExamples';

const context = (facts: Partial<Context>): Context => ({
	severities: {},
	link: noLink,
	dependents: [],
	applianceMacros: [],
	files: [],
	...facts,
});

/** The map of the site's configuration-settings file and the unattend files that are linked with it, by name. */
export function siteMap(
	linked: Readonly<Record<string, string>>,
	{
		alone = {},
		uploads = {},
		config = siteConfig,
	}: {
		readonly alone?: Readonly<Record<string, string>>;
		readonly uploads?: Readonly<Record<string, readonly MappedUpload[]>>;
		readonly config?: TextDocument;
	} = {},
) {
	const documentOf = (name: string, text: string) => TextDocument.create(`file:///site/${name}`, 'kickstart', 1, text);
	const dependents = Object.entries(linked).map(([name, text]) => documentOf(name, text));
	const link = { ...noLink, config, configPath: 'site.xclarity.json', os: 'rhels', osrelease: '9.4' };
	const subject = (document: TextDocument, kind: Kind, own: Context): MapSubject => ({
		document,
		kind,
		context: own,
		path: nameOf(document),
		uploads: uploads[nameOf(document)] ?? [],
	});
	return deploymentMap([
		subject(config, 'config', context({ dependents })),
		...dependents.map(document => subject(document, 'kickstart', context({ link }))),
		...Object.entries(alone).map(([name, text]) => subject(documentOf(name, text), 'kickstart', context({}))),
	]);
}

const nameOf = ({ uri }: TextDocument): string => uri.slice('file:///site/'.length);
