import { inARow } from '../../../../texts/inARow';
import { saidFacts, translate } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import { rules } from '../../../rules';
import { newestRelease } from '../commandTable';
import { fileFor, type KickstartFile } from '../kickstartFile';
import { isGuessed } from '../release';
import { isFileAlike } from '../releaseChanges';

/** Releases that a file of which nothing is known can be for, without the newest; newer ones first. */
const olderReleases = [9, 8, 7] as const;

type Check = (file: KickstartFile) => readonly Problem[];

/**
 * What is found in a file whose release is only guessed: an error stays one where every release refuses the same;
 * where some releases take it, information says which. What is on its way out in some releases is told so as well.
 * @param check everything, for the release that is assumed
 * @param errorsOf what of it can be an error, for the other releases
 */
export function checkForEveryRelease(file: KickstartFile, check: Check, errorsOf: Check): Problem[] {
	const newest = check(file);
	if (!isGuessed(file.target)) return [...newest];
	const verdicts = new Map([[newestRelease, newest.filter(isOfRelease)]]);
	let newer = file;
	for (const release of olderReleases) {
		const known = isFileAlike(newer, release) ? verdicts.get(newer.target.release) : undefined;
		if (!known) newer = fileFor(newer, release);
		verdicts.set(release, known ?? errorsOf(newer).filter(isOfRelease));
	}
	const [first = [], ...others] = new Set(verdicts.values());
	const found = others.length === 0 ? first : [...errors(verdicts), ...deprecations(verdicts)];
	return [...newest.filter(one => !isOfRelease(one)), ...found].sort((a, b) => a.start - b.start);
}

const isError = ({ code }: Problem): boolean => rules[code].severity === 'error';

/** True for what another release may say otherwise: errors, and that something is on its way out. */
const isOfRelease = (one: Problem): boolean => isError(one) || isDeprecation(one);
const isDeprecation = ({ code }: Problem): boolean => /^kickstart-(?:command|option)-deprecated$/.test(code);

/** A deprecation of the newest release, where older ones say nothing at its place. */
function deprecations(verdicts: ReadonlyMap<number, readonly Problem[]>): Problem[] {
	const places = [...verdicts].map(([release, found]) => [release, new Set(found.map(({ start }) => start))] as const);
	return (verdicts.get(newestRelease) ?? []).filter(isDeprecation).map(said => {
		const taking = places.filter(([, starts]) => !starts.has(said.start));
		return taking.length === 0
			? said
			: forSome(
					said,
					taking.map(([release]) => release),
				);
	});
}

function forSome(said: Problem, taking: readonly number[]): Problem {
	const message = translate(rules[said.code].message, saidFacts(said.facts));
	const facts = { message, taking: listed(taking.toSorted((a, b) => a - b)) };
	return problem('kickstart-release-matters', said, facts, said.related);
}

function errors(verdicts: ReadonlyMap<number, readonly Problem[]>): Problem[] {
	const byPlace = new Map<number, Map<number, Problem[]>>();
	for (const [release, found] of verdicts) {
		for (const one of found.filter(isError)) {
			const place = byPlace.get(one.start) ?? new Map<number, Problem[]>();
			place.set(release, [...(place.get(release) ?? []), one]);
			byPlace.set(one.start, place);
		}
	}
	return [...byPlace.values()].flatMap(place => {
		const ofNewest = place.get(newestRelease);
		if (ofNewest && place.size === verdicts.size) return ofNewest;
		const [said] = ofNewest ?? place.get(Math.max(...place.keys())) ?? [];
		if (said === undefined) return [];
		return [
			forSome(
				said,
				[...verdicts.keys()].filter(release => !place.has(release)),
			),
		];
	});
}

const listed = (releases: readonly number[]): string => inARow(releases.map(String));
