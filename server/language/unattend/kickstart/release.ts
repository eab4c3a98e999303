import type { UnattendSource } from '../unattendSource';
import { newestRelease } from './commandTable';

/** What the file is for, and how we know. */
export interface Target {
	/** Major release of RHEL or a rebuild of it: 6 to 10. */
	readonly release: number;
	readonly from: 'link' | 'version comment' | 'modeline' | 'newest';
}

const oldestRelease = 6;
const foreign = /^(?:sle|suse|win|esxi|vmware|ubuntu)/i;
const names = /\b(?:rhels?|rhel|redhat|rocky|alma(?:linux)?|cent(?:os)?|ol|oracle(?:linux)?)\s*[=:]?\s*(\d{1,2})\b/i;

/** The target in words. */
export const targetText = ({ release, from }: Target): string => {
	const says = {
		link: 'says the link',
		'version comment': 'says its #version comment',
		modeline: 'says its modeline',
		newest: 'the newest, as nothing says otherwise',
	};
	return `This file is for RHEL ${release}, ${says[from]}.`;
};

/** The release that a file is checked against: the link's, else what the file says, else the newest. */
export function targetOf(source: UnattendSource): Target {
	const linked = majorOf(source.release) ?? majorOf(/\d+/.exec(source.os ?? '')?.[0]);
	// A link for another operating system says nothing about this file.
	if (linked !== undefined && !foreign.test(source.os ?? '')) return { release: linked, from: 'link' };
	const head = source.text.slice(0, 4000);
	const modeline = /^[ \t]*#[ \t]*xclarity:(.*)$/m.exec(head)?.[1];
	const fromModeline = majorOf(modeline === undefined ? undefined : names.exec(modeline)?.[1]);
	if (fromModeline !== undefined) return { release: fromModeline, from: 'modeline' };
	const version = majorOf(/^#[ \t]*version=(?:RHEL|CENTOS)(\d+)/im.exec(head)?.[1]);
	if (version !== undefined) return { release: version, from: 'version comment' };
	return { release: newestRelease, from: 'newest' };
}

function majorOf(release: string | undefined): number | undefined {
	const major = Number.parseInt(/\d+/.exec(release ?? '')?.[0] ?? '', 10);
	if (Number.isNaN(major) || major < oldestRelease) return undefined;
	return Math.min(major, newestRelease);
}
