import { nearestName } from '../macros/nearestName';

/** What a path that names no file may be a misspelling of. */
interface NearestFiles {
	file(path: string): string | undefined;
	/** @param taken gives configuration-settings files that are not meant */
	config(path: string, taken: () => ReadonlySet<string>): string | undefined;
}

/** Pairs of paths that are compared in all; the first path in any case. Behind a thousand mistakes nobody misses a hint. */
const mostCompared = 100_000;

export function nearestFiles(files: readonly string[]): NearestFiles {
	const configs = files.filter(file => file.endsWith('.json') && !isManifest(file));
	let compared = 0;
	const isEnough = (pairs: number): boolean => {
		const wasEnough = compared >= mostCompared;
		compared += pairs;
		return wasEnough;
	};
	return {
		file: path => (isEnough(files.length) ? undefined : nearestName(path, files)),
		config(path, taken) {
			if (isEnough(configs.length)) return undefined;
			const others = taken();
			return nearestName(
				path,
				configs.filter(file => !others.has(file)),
			);
		},
	};
}

export const isManifest = (path: string): boolean => `/${path}`.toLowerCase().endsWith('/xclarity.json');
