import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oncePerVersion } from '../oncePerVersion';
import { type Manifest, type ManifestLink, readManifest } from './manifest';
import { isGlob, matcherOf, normalPath } from './matching';

/** The links of a manifest by what they name, so that a file is found without a look at each link. */
interface ManifestIndex {
	/** By the path of their configuration-settings file. */
	readonly byConfig: ReadonlyMap<string, readonly ManifestLink[]>;
	/** By the paths of unattend files and scripts that are written out. */
	readonly byPath: ReadonlyMap<string, readonly ManifestLink[]>;
	readonly patterns: readonly { readonly link: ManifestLink; readonly matches: (path: string) => boolean }[];
}

const indexOf = oncePerVersion(({ links }: Manifest): ManifestIndex => {
	const byConfig = new Map<string, ManifestLink[]>();
	const byPath = new Map<string, ManifestLink[]>();
	const patterns: { link: ManifestLink; matches: (path: string) => boolean }[] = [];
	for (const link of links) {
		const config = link.config && normalPath(link.config.text);
		if (config !== undefined) add(byConfig, config, link);
		for (const { text } of [...link.unattend, ...link.scripts]) {
			const path = normalPath(text);
			if (path === undefined) continue;
			add(byPath, path, link);
			if (isGlob(path)) patterns.push({ link, matches: matcherOf(path) });
		}
	}
	return { byConfig, byPath, patterns };
});

/** Reads a manifest together with its index, so that both count as work on its document; once for each version of it. */
export const indexedManifest = oncePerVersion((document: TextDocument): Manifest => {
	const manifest = readManifest(document);
	indexOf(manifest);
	return manifest;
});

function add(map: Map<string, ManifestLink[]>, key: string, link: ManifestLink): void {
	const known = map.get(key);
	if (known) known.push(link);
	else map.set(key, [link]);
}

/** Whether some entry names this configuration-settings file. */
export const isConfigOf = (manifest: Manifest, path: string): boolean => indexOf(manifest).byConfig.has(path);

/**
 * Entries of a manifest that name a file as unattend file or script, in file order; the first one counts.
 * @param path relative to the manifest's folder, `/`-separated
 */
export function linksOf(manifest: Manifest, path: string): ManifestLink[] {
	const { byPath, patterns } = indexOf(manifest);
	const found = new Set(byPath.get(path));
	for (const { link, matches } of patterns) if (!found.has(link) && matches(path)) found.add(link);
	return [...found].sort((a, b) => a.start - b.start);
}
