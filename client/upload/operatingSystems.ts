import type { CheckedFile } from '../../server/lsp/protocol';
import type { SupportedImage } from '../../server/rest/wire';

/** A name that can be sent as `os`, and releases to offer with it. People may type others: the vendor's list is open. */
export interface OperatingSystem {
	readonly os: string;
	readonly label: string;
	readonly kinds: readonly CheckedFile['kind'][];
	/** Spelled as the appliance spells them in the replies that are known. */
	readonly releases: readonly string[];
}

export const operatingSystems: readonly OperatingSystem[] = [
	{ os: 'rhels', label: 'Red Hat Enterprise Linux Server', kinds: ['kickstart'], releases: ['9.4', '8.10', '7.9'] },
	{
		os: 'sles',
		label: 'SUSE Linux Enterprise Server',
		kinds: ['autoyast'],
		releases: ['15.5', '15.4', '12.5', '12.3'],
	},
	{ os: 'win', label: 'Windows Server', kinds: ['windows'], releases: ['2022', '2019', '2016', '2012r2'] },
	{ os: 'esxi', label: 'VMware ESXi', kinds: ['esxi'], releases: ['8.0', '7.0'] },
];

const strings = (value: unknown): readonly string[] =>
	(Array.isArray(value) ? value : []).filter(entry => typeof entry === 'string');

/** What an appliance lists as supported, in the same form. Its releases for unattend files win over those of images. */
export const supportedSystems = (images: readonly SupportedImage[]): readonly OperatingSystem[] =>
	images.map(({ name, displayName, customUnattendReleases, releases }) => {
		const listed = strings(customUnattendReleases);
		const ofImages = (Array.isArray(releases) ? releases : []).flatMap(release => Object.keys(release));
		return {
			os: name,
			label: typeof displayName === 'string' && displayName !== '' ? displayName : name,
			kinds: operatingSystems.find(({ os }) => os === name)?.kinds ?? [],
			releases: (listed.length > 0 ? listed : ofImages).toReversed(),
		};
	});

/** The appliance's own list, where there is one, and otherwise ours; those that such a file is written for first. */
export const likelyFirst = (
	kind: CheckedFile['kind'] | undefined,
	supported: readonly OperatingSystem[] = [],
): readonly OperatingSystem[] =>
	(supported.length > 0 ? supported : operatingSystems).toSorted(
		(a, b) => Number(b.kinds.some(own => own === kind)) - Number(a.kinds.some(own => own === kind)),
	);
