import { linksOf, matchesScript, matchesUnattend, namesConfig, normalPath } from '../language/links/matching';
import { canonicalUri, joinUri, relativePath } from './fileUri';
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
	if (manifest.links.some(link => namesConfig(link, path))) {
		const nothing = { configUri: undefined, configPath: undefined, matches: [] };
		return { role: 'config', ...nothing, os: undefined, osrelease: undefined, description: undefined, manifestUri };
	}
	const [used, ...more] = linksOf(manifest, path);
	if (!used) return undefined;
	const configPath = used.config?.text;
	const normal = configPath === undefined ? undefined : normalPath(configPath);
	const matches = new Set([used, ...more].flatMap(({ config }) => normalPath(config?.text ?? '') ?? []));
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

/** URIs, among `files`, of the unattend files and scripts that a manifest links with a configuration-settings file. */
export function linkedFilesOf(
	{ folder, manifest }: PlacedManifest,
	config: string,
	files: readonly string[],
): string[] {
	const path = relativePath(folder, config);
	const links = path === undefined ? [] : manifest.links.filter(link => namesConfig(link, path));
	if (links.length === 0) return [];
	return files.filter(uri => {
		const file = relativePath(folder, uri);
		if (file === undefined || canonicalUri(uri) === canonicalUri(config)) return false;
		return links.some(link => matchesUnattend(link, file) || matchesScript(link, file));
	});
}
