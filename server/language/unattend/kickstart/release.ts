import { english, translate } from '../../../texts/texts';
import type { UnattendSource } from '../unattendSource';
import { newestRelease } from './commandTable';

/** What the file is for, and how we know. */
export interface Target {
	/** Major release of RHEL or a rebuild of it: 6 to 10. */
	readonly release: number;
	readonly from: 'link' | 'version comment' | 'modeline' | 'addresses' | 'path' | 'words' | 'newest';
}

const oldestRelease = 6;
const foreign = /^(?:sle|suse|win|esxi|vmware|ubuntu)/i;
const names = /\b(?:rhels?|rhel|redhat|rocky|alma(?:linux)?|cent(?:os)?|ol|oracle(?:linux)?)\s*[=:]?\s*(\d{1,2})\b/i;

/** The target in words. */
export const targetText = ({ release, from }: Target): string => translate(targets[from], { release });

const targets: Readonly<Record<Target['from'], string>> = {
	link: english('This file is for RHEL {release}, says the link.'),
	'version comment': english('This file is for RHEL {release}, says its #version comment.'),
	modeline: english('This file is for RHEL {release}, says its modeline.'),
	addresses: english('This file is for RHEL {release}, say its addresses.'),
	path: english('This file is for RHEL {release}, says its path.'),
	words: english('This file is for RHEL {release}, say its comments or packages.'),
	newest: english('This file is for RHEL {release}, the newest, as nothing says otherwise.'),
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
	return readFromMarks(source) ?? { release: newestRelease, from: 'newest' };
}

/** True when nothing tells the release, so that the newest is only a guess. */
export const isGuessed = ({ from }: Target): boolean => from === 'newest';

const brand = '(?:rhel|red ?hat(?: enterprise linux)?|centos|rocky|alma(?:linux)?|oracle(?:linux)?|ol|epel|el)';
/** `rocky/9`, `CentOS Stream 9`, `RHEL-8.6`, `rhel9`, `epel-release-latest-8`, `.el7`. */
const branded = new RegExp(
	`(?<![a-z])${brand}(?:[-_ /.](?:linux|stream|server|release|latest|version|v))*[-_ /.]?(\\d{1,2})(?![\\d]|\\.\\d+\\.)`,
	'gi',
);
/** `/9/BaseOS`, `/8.6/os/`, `9-stream/AppStream`. */
const numbered = /\/(\d{1,2})(?:\.\d+)?(?:-stream)?\/(?:BaseOS|AppStream|os|isos|Server)\b/gi;
const variable = /\breleasever=(\d{1,2})\b|\bplatform:el(\d{1,2})\b/gi;

const addressLine = /^[ \t]*(?:url|repo|nfs|harddrive|liveimg|ostreesetup|ostreecontainer)\b.*$/gm;

/** What the file's addresses, its path or its words tell; each counts only when it tells one release. */
function readFromMarks(source: UnattendSource): Target | undefined {
	const read = withValues(source, 100_000);
	const addresses = read.match(addressLine) ?? [];
	const path = source.document.uri.split('/').slice(-3).join('/');
	const sources = [
		['addresses', addresses.join('\n'), [branded, numbered, variable]],
		['path', path, [branded]],
		['words', read.replace(addressLine, ''), [branded, numbered, variable]],
	] as const;
	for (const [from, where, marks] of sources) {
		const releases = new Set(
			marks.flatMap(mark => [...where.matchAll(mark)].flatMap(found => majorOf(found[1] ?? found[2]) ?? [])),
		);
		const [release] = releases;
		if (release !== undefined && releases.size === 1) return { release, from };
	}
	return undefined;
}

/** The beginning of a text; a macro that brings one value, or is offered one, says what that says. */
function withValues(source: UnattendSource, length: number): string {
	const parts: string[] = [];
	let from = 0;
	for (const macro of source.macros) {
		if (macro.start >= length) break;
		const value = source.valueOf(macro);
		const text = value?.choices ? value.choices.join(' ') : value?.default;
		if (text === undefined || macro.start < from) continue;
		parts.push(source.text.slice(from, macro.start), text);
		from = macro.end;
	}
	return parts.join('') + source.text.slice(from, length);
}

function majorOf(release: string | undefined): number | undefined {
	const major = Number.parseInt(/\d+/.exec(release ?? '')?.[0] ?? '', 10);
	if (Number.isNaN(major) || major < oldestRelease) return undefined;
	return Math.min(major, newestRelease);
}
