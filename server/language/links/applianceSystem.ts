/** An operating system that a connected appliance lists as supported. */
export interface ApplianceSystem {
	/** Short name as the appliance spells it: `rhels`. */
	readonly os: string;
	/** Its full name, for people. */
	readonly name?: string | undefined;
	/** Releases that it takes unattend files for, in the order to offer them; empty when it does not say. */
	readonly unattendReleases: readonly string[];
}

/** Names and releases are compared without regard to case and outer blanks. */
const folded = (text: string): string => text.trim().toLowerCase();

/**
 * Releases listed for a system, each once, in the order of the lists; those of entries with the same full name count
 * too. `undefined` when the system is not listed, or one of its entries does not say which releases it means.
 */
export function listedReleases(systems: readonly ApplianceSystem[], os: string): readonly string[] | undefined {
	const own = systems.filter(system => folded(system.os) === folded(os));
	const names = new Set(own.flatMap(({ name }) => (name ? [folded(name)] : [])));
	const all = systems.filter(system => own.includes(system) || names.has(folded(system.name ?? '')));
	if (all.length === 0 || all.some(({ unattendReleases }) => unattendReleases.length === 0)) return undefined;
	return [...new Set(all.flatMap(({ unattendReleases }) => unattendReleases))];
}

export const isListed = (releases: readonly string[], release: string): boolean =>
	releases.some(listed => folded(listed) === folded(release));
