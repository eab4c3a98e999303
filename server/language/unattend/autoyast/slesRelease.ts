import type { UnattendSource } from '../unattendSource';

const marks: readonly RegExp[] = [
	// The name of a product, a medium or a folder: SLE-15-SP4-Full, SLES15SP3, sles 12 sp5.
	/\bsle[sd]?[-_ ]?(1[25])(?:[-_ .]?(?:sp)?(\d))?(?![\d])/i,
	// The version of an add-on from the registration server.
	/<version>\s*(1[25])\.(\d)\s*<\/version>/,
];

/**
 * The release of SLES that a profile is for: `15.4`, or `15` when the service pack is not said. The link's, else what
 * its text or its path tell; `undefined` when they tell nothing.
 */
export function slesRelease({ release, os, text, document }: UnattendSource): string | undefined {
	// A link that names another system is reported as that; its release may be one of SLES all the same.
	const isSles = os === undefined || /^(?:sle|suse)/i.test(os) || /^1[256](?:\.\d)?$/.test(release ?? '');
	if (release !== undefined && isSles) return release;
	const said = [text.slice(0, 100_000), decodeURIComponentOf(document.uri)].flatMap(where =>
		marks.flatMap(mark => {
			const [, major, pack] = mark.exec(where) ?? [];
			return major === undefined ? [] : [pack === undefined ? major : `${major}.${pack}`];
		}),
	);
	return said.find(one => one.includes('.')) ?? said[0];
}

/** A URI as a person reads it; one with a broken escape stays as it is. */
function decodeURIComponentOf(uri: string): string {
	try {
		return decodeURIComponent(uri);
	} catch (error) {
		if (error instanceof URIError) return uri;
		throw error;
	}
}
