import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ManifestLink, readManifest } from '../language/links/manifest';
import { isConfigOf, linksOf } from '../language/links/manifestIndex';
import { matchesUnattend, normalPath } from '../language/links/matching';
import { oncePerVersion } from '../language/oncePerVersion';
import type { FileList } from './fileSystem';
import { joinUri, relativePath } from './fileUri';
import { pathsBelow } from './pathsBelow';
import type { PlacedManifest } from './workspace';

/** How a manifest speaks of one file. */
export interface LinkedFile {
	readonly role: 'unattend' | 'script' | 'config';
	readonly configUri: string | undefined;
	/** As the manifest writes it. */
	readonly configPath: string | undefined;
	/** Every configuration-settings file that an entry names for this file, the used one first. */
	readonly matches: readonly string[];
	readonly os: string | undefined;
	readonly osrelease: string | undefined;
	readonly description: string | undefined;
	readonly manifestUri: string;
}

/** What a manifest says about a file; `undefined` when it does not name it. */
export function linkedFileOf(
	{ uri: manifestUri, folder, manifest }: PlacedManifest,
	uri: string,
): LinkedFile | undefined {
	const path = relativePath(folder, uri);
	if (path === undefined) return undefined;
	if (isConfigOf(manifest, path)) {
		const nothing = { configUri: undefined, configPath: undefined, matches: [] };
		return { role: 'config', ...nothing, os: undefined, osrelease: undefined, description: undefined, manifestUri };
	}
	const [used, ...more] = linksOf(manifest, path);
	if (!used) return undefined;
	const configPath = used.config?.text;
	const normal = configPath === undefined ? undefined : normalPath(configPath);
	const matches = configsOf([used, ...more]);
	return {
		role: matchesUnattend(used, path) ? 'unattend' : 'script',
		configUri: normal === undefined ? undefined : joinUri(folder, normal),
		configPath,
		matches: [...matches],
		os: used.os,
		osrelease: used.osrelease,
		description: used.description,
		manifestUri,
	};
}

/** How the nearest of some manifests that names a file speaks of it. */
export function linkIn(manifests: readonly PlacedManifest[], uri: string): LinkedFile | undefined {
	for (const placed of manifests) {
		const linked = linkedFileOf(placed, uri);
		if (linked) return linked;
	}
	return undefined;
}

/** URIs, among the files of a list, of those that a manifest links with a configuration-settings file. */
export function linkedFilesOf({ document, folder }: PlacedManifest, config: string, list: FileList): readonly string[] {
	const path = relativePath(folder, config);
	return (path !== undefined && linkedByConfig(document, list, folder).get(path)) || [];
}

/** URIs of unattend files and scripts by the path of the configuration-settings file that a manifest links them with. */
const linkedByConfig = oncePerVersion(
	(document: TextDocument, list: FileList, folder: string): ReadonlyMap<string, readonly string[]> => {
		const manifest = readManifest(document);
		const linked = new Map<string, string[]>();
		for (const { uri, path } of pathsBelow(list, folder)) {
			for (const config of configsOf(linksOf(manifest, path))) {
				if (config === path) continue;
				const known = linked.get(config);
				if (known) known.push(uri);
				else linked.set(config, [uri]);
			}
		}
		return linked;
	},
);

const configsOf = (links: readonly ManifestLink[]): ReadonlySet<string> =>
	new Set(links.flatMap(({ config }) => (config && normalPath(config.text)) ?? []));
