import type { SupportedImage } from '../rest/wire';

/** Short name, full name, releases. Names and attributes as in a public reply of 2018; newer releases are made up. */
const families: readonly (readonly [string, string, readonly string[]])[] = [
	['sles', 'Suse Linux Enterprise Server', ['12.3', '12.5', '15.5', '15.6']],
	['rhels', 'Red Hat Enterprise Linux', ['7.6', '8.10', '9.2', '9.4']],
	['win', 'Microsoft Windows Server', ['2016', '2019', '2022']],
	['esxi', 'VMware ESXi', ['7.0', '8.0']],
];

export const osNames: readonly string[] = families.map(([name]) => name);

export const supportedImages: readonly SupportedImage[] = families.map(([name, displayName, releases]) => ({
	name,
	displayName,
	allowCustomBootFile: String(name === 'win'),
	allowCustomConfigFile: 'true',
	allowCustomDriver: String(name !== 'esxi'),
	allowCustomInstallScriptFile: String(name !== 'esxi'),
	allowCustomSoftwareFile: String(name !== 'esxi'),
	customConfigReleases: releases,
	customUnattendReleases: releases,
	releases: releases.map(release => ({ [release]: ['IMM2', 'IMM3v1'] })),
}));
