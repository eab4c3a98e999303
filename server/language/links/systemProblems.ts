import type { Node } from 'jsonc-parser';
import data from '../../../schemas/operating-systems.json';
import { nearestName } from '../macros/nearestName';
import { type Problem, problem } from '../problem';
import { type ApplianceSystem, listedReleases } from './applianceSystem';
import { type ManifestTree, member } from './manifest';

interface KnownSystem {
	readonly os: string;
	readonly names: RegExp;
	readonly spellings: RegExp;
	readonly releaseForm: RegExp;
	readonly releases: readonly string[];
}

const systems: readonly KnownSystem[] = Object.entries(data.systems).map(
	([os, { names, spellings, releaseForm, releases }]) => ({
		os,
		names: new RegExp(names, 'i'),
		spellings: new RegExp(spellings, 'i'),
		releaseForm: new RegExp(releaseForm, 'i'),
		releases,
	}),
);
/** Names as the appliance writes them; a link with one of these is as it should be. */
const shortNames = [...systems.map(system => system.os), 'rocky'];
const others = new RegExp(data.withoutUnattend, 'i');

/** Systems and releases of links that are like none that is known; what an appliance lists is known. */
export function systemProblems({ root }: ManifestTree, listed: readonly ApplianceSystem[]): Problem[] {
	return (member(root, 'links')?.children ?? [])
		.flatMap(link => {
			const os = textNode(member(link, 'os'));
			const release = textNode(member(link, 'osrelease'));
			const found = os && systemProblem(os, listed);
			if (found) return [found];
			return release && releaseProblem(release, os?.text, listed);
		})
		.filter(found => found !== undefined);
}

interface TextNode {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

function textNode(node: Node | undefined): TextNode | undefined {
	if (typeof node?.value !== 'string' || node.value.trim() === '') return undefined;
	return { text: node.value.trim(), start: node.offset, end: node.offset + node.length };
}

function systemProblem(os: TextNode, listed: readonly ApplianceSystem[]): Problem | undefined {
	if (shortNames.includes(os.text)) return undefined;
	const isKnown =
		others.test(os.text) ||
		systems.some(({ spellings }) => spellings.test(os.text)) ||
		listed.some(system => system.os.toLowerCase() === os.text.toLowerCase());
	if (isKnown) return formProblem(os, listed);
	const word = /^[a-z]*/i.exec(os.text)?.[0] ?? '';
	const nearest = nearestName(word.toLowerCase(), shortNames);
	if (nearest === undefined) {
		return problem('link-system-unknown', os, { os: os.text, known: systems.map(system => system.os) });
	}
	return problem('link-system-spelling', os, { os: os.text, replacement: nearest + os.text.slice(word.length) });
}

/** A known system in capitals, or with its release in the same text. */
function formProblem(os: TextNode, listed: readonly ApplianceSystem[]): Problem | undefined {
	if (listed.some(system => system.os.toLowerCase() === os.text.toLowerCase())) return undefined;
	const [, word = ''] = /^([a-z]+)(?:[\s_-]+v?\d[\w.]*)?$/i.exec(os.text) ?? [];
	const name = word.toLowerCase();
	if (!shortNames.includes(name)) return undefined;
	return problem('link-system-form', os, { os: os.text, replacement: name });
}

function releaseProblem(
	release: TextNode,
	os: string | undefined,
	listed: readonly ApplianceSystem[],
): Problem | undefined {
	const named = systems.find(({ names }) => os !== undefined && names.test(os));
	// One of another system is held against the unattend file, which tells which of the two is meant.
	if (named === undefined || systems.some(({ releaseForm }) => releaseForm.test(release.text))) return undefined;
	// What the appliance lists is held against its list.
	if (listedReleases(listed, os ?? '')) return undefined;
	const facts = { release: release.text, os: os ?? '', known: named.releases };
	return problem('link-release-unknown', release, facts);
}
