import type { ApplianceSystem } from '../language/links/applianceSystem';

/** More than any appliance lists; bounds for a hostile one. */
const mostSystems = 200;
const mostReleases = 500;

const isName = (value: unknown): value is string => typeof value === 'string' && /^[^\p{Cc}]{1,100}$/u.test(value);

/** What a connected appliance lists as supported; what is no name or no release is left out. */
export const applianceSystems = (systems: readonly ApplianceSystem[]): readonly ApplianceSystem[] =>
	systems
		.slice(0, mostSystems)
		.filter(({ os }) => isName(os))
		.map(({ os, name, unattendReleases }) => ({
			os,
			name: isName(name) ? name : undefined,
			unattendReleases: unattendReleases.slice(0, mostReleases).filter(isName),
		}));
