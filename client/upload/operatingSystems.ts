import known from '../../schemas/operating-systems.json';
import type { UploadPlanFile } from '../../server/lsp/protocol';
import type { SupportedImage } from '../../server/rest/wire';

/** A name that can be sent as `os`, and releases to offer with it. People may type others: the vendor's list is open. */
export interface OperatingSystem {
	readonly os: string;
	readonly label: string;
	/** Kind of the unattend file that installs it, as far as known. */
	readonly kind: string | undefined;
	/** Spelled as the appliance spells them in the replies that are known. */
	readonly releases: readonly string[];
}

export const operatingSystems: readonly OperatingSystem[] = Object.entries(known.systems).map(
	([os, { label, kind, releases }]) => ({ os, label, kind, releases }),
);

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
			kind: operatingSystems.find(({ os }) => os === name)?.kind,
			releases: (listed.length > 0 ? listed : ofImages).toReversed(),
		};
	});

const isFor = (system: OperatingSystem, kind: string | undefined): boolean =>
	kind !== undefined && system.kind === kind;

/** The appliance's own list, where there is one, and otherwise ours; those that such a file is written for first. */
export const likelyFirst = (
	kind: UploadPlanFile['kind'] | undefined,
	supported: readonly OperatingSystem[] = [],
): readonly OperatingSystem[] =>
	(supported.length > 0 ? supported : operatingSystems).toSorted(
		(a, b) => Number(isFor(b, kind)) - Number(isFor(a, kind)),
	);
