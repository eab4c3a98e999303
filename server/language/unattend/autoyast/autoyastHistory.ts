import table from '../../../../schemas/autoyast-history.json';

/** Service packs between which the schema knows an element, both inclusive; `15.3` is SLES 15 SP3. */
export interface Lifetime {
	readonly since?: string;
	readonly until?: string;
}

type ByRelease = Readonly<Record<string, Readonly<Record<string, string>>>>;

const releases: readonly string[] = table.releases.split(' ');
export const newestRelease = releases.at(-1) ?? '';

let lifetimes: Map<string, Lifetime> | undefined;

/**
 * When the schema of an element that not every service pack knows had it; `undefined` for all others.
 * @param path the names of its parents, the section first, joined with `/`; empty for a section.
 */
export function lifetimeOf(path: string, name: string): Lifetime | undefined {
	lifetimes ??= readLifetimes();
	return lifetimes.get(path === '' ? name : `${path}/${name}`);
}

function readLifetimes(): Map<string, Lifetime> {
	const read = new Map<string, Lifetime>();
	for (const end of ['since', 'until'] as const) {
		for (const [release, parents] of Object.entries<ByRelease[string]>(table[end])) {
			for (const [path, names] of Object.entries(parents)) {
				for (const name of names.split(' ')) {
					const key = path === '' ? name : `${path}/${name}`;
					read.set(key, { ...read.get(key), [end]: release });
				}
			}
		}
	}
	return read;
}

/** A release as the table writes it: `15 SP3` as `15.3`; `15` without a service pack stays. */
export function servicePackOf(release: string | undefined): string | undefined {
	const [, major, pack] = /^(1[25])(?:\.|[ -]?sp)?(\d)?\b/i.exec(release ?? '') ?? [];
	if (major === undefined) return undefined;
	return pack === undefined ? major : `${major}.${pack}`;
}

/** True when a release has the element; where more than one release is meant, when any of them has it. */
export function livesIn({ since, until }: Lifetime, release: string | undefined): boolean {
	const first = releases.indexOf(since ?? releases[0] ?? '');
	const last = releases.indexOf(until ?? newestRelease);
	const meant = releases.filter(one => release === undefined || one === release || one.startsWith(`${release}.`));
	return meant.length === 0 || meant.some(one => releases.indexOf(one) >= first && releases.indexOf(one) <= last);
}

/** True when a release is later than the last one that had something. */
export const isPast = (until: string | undefined, release: string | undefined): boolean =>
	until !== undefined && release !== undefined && releases.indexOf(release) > releases.indexOf(until);

/** `15.3` as `SLES 15 SP3`. */
export const releaseName = (release: string): string => {
	const [major, pack] = release.split('.');
	return pack === undefined || pack === '0' ? `SLES ${major}` : `SLES ${major} SP${pack}`;
};
