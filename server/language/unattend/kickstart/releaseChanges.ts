import { commandEntries, type KickstartEntry, newestRelease, sectionEntries } from './commandTable';
import type { KickstartFile } from './kickstartFile';

/**
 * True when nothing about a command or a section changes from one release to a later one, so that both judge its lines
 * alike. Of a name that is not known, the commands of the release are part of the judgement.
 */
export const isAlike = (name: string, release: number, later: number): boolean => {
	const known = changesOf(name);
	return known?.every(change => change <= release || change > later) ?? release === later;
};

/** True when an older release judges every line of a file as the one it is read for. */
export function isFileAlike({ statements, sections, target }: KickstartFile, release: number): boolean {
	const names = new Set<string>();
	for (const { kind, head } of statements) if (kind === 'command') names.add(head.text);
	for (const { name } of sections) names.add(name);
	return [...names].every(name => isAlike(name, release, target.release));
}

const changes = new Map<KickstartEntry, readonly number[]>();

function changesOf(name: string): readonly number[] | undefined {
	const entries: ReadonlyMap<string, KickstartEntry> = name.startsWith('%') ? sectionEntries : commandEntries;
	const own = entries.get(name);
	if (!own) return undefined;
	let found = changes.get(own);
	if (!found) {
		const shared = own.sameAs === undefined ? undefined : entries.get(own.sameAs);
		found = releasesOfChange({ ...shared, ...own });
		changes.set(own, found);
	}
	return found;
}

/** Releases in which a command, an option or a rule about them comes, goes or is no longer recommended. */
function releasesOfChange({ options = {}, constraints = [], ...entry }: KickstartEntry): readonly number[] {
	const required = Object.values(options).flatMap(option =>
		typeof option.required === 'object' ? option.required : [],
	);
	const lifetimes = [entry, ...Object.values(options), ...required, ...constraints];
	return [
		entry.argumentSince ?? 0,
		...Object.values(entry.conflictsSince ?? {}),
		...lifetimes.flatMap(({ since = 0, until = newestRelease }) => [since, until + 1]),
		...[entry, ...Object.values(options)].map(({ deprecated = 0 }) => deprecated),
	];
}
