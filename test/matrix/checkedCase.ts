import type { HappenedThing } from '../../server/simulator/history';
import { secondPersonName } from '../../server/simulator/secondPerson';
import type { Switches } from '../../server/simulator/switches';
import type { TrueFile } from '../../server/simulator/truth';
import type { Scenario } from './scenarios';
import type { CheckedRun } from './world';

/** A run to check, and what it is to be measured by. */
export interface Check {
	readonly scenario: Pick<Scenario, 'wanted' | 'replaced' | 'removes' | 'links'>;
	readonly dialect: string;
	readonly run: CheckedRun;
	/** Length of the history at which the story begins that this run is part of. */
	readonly begun: number;
	/** The run before was killed, and could tell nothing of the harm that it has done: this one must. */
	readonly tellsOfKilled?: boolean;
	/** `success or conflict`: a run that fails names what is in its way. */
	readonly expected: 'success' | 'success or conflict' | 'anything';
	/** Ids of jobs that a run about other files has left: this one need not care. */
	readonly othersJobs?: ReadonlySet<number>;
}

/** What the checks of one run share. */
export interface Case extends CheckedRun, Pick<Check, 'scenario' | 'expected' | 'othersJobs'> {
	readonly switches: Switches;
	/** Since the story began. */
	readonly history: readonly HappenedThing[];
	/** Where in the history this run begins. */
	readonly own: number;
}

export type Change = Extract<HappenedThing, { readonly what: 'changed' }>;
export type Removal = Extract<HappenedThing, { readonly what: 'removed' }>;

export const isOurs = ({ importedBy }: Pick<TrueFile, 'importedBy'>): boolean => importedBy !== secondPersonName;

/**
 * No list tells this change: it shows nothing of it, or only another time or version, and either the client has changed
 * the file itself, or one that it has linked with it, or still followed a job between the same two looks, or the time is
 * all that the list ever shows of a file.
 */
export function isHidden(
	{ before: { id }, shows }: Change,
	at: number,
	{ history, switches }: Pick<Case, 'history' | 'switches'>,
): boolean {
	if (shows !== 'time') return shows === 'nothing';
	if (tellsNothing(switches)) return true;
	const previous = history.findLastIndex((thing, index) => index < at && isLookAt(thing, id));
	const next = history.findIndex((thing, index) => index > at && isLookAt(thing, id));
	// Before anything was seen of the file, nothing tells what it was like.
	if (previous < 0) return true;
	const between = history.slice(previous + 1, next < 0 ? undefined : next);
	const isOwn = between.some(
		thing =>
			'cause' in thing &&
			!isTheirDoing(thing) &&
			'after' in thing &&
			(thing.after.id === id || thing.after.associatedFileId === id),
	);
	// A file whose job has not been seen to end may change by itself. Answers may overtake each other.
	const asked = history.slice(0, previous).filter(({ what }) => what === 'asked');
	return isOwn || [...asked.slice(-2), ...between].some(isJobAsked);
}

const isJobAsked = (thing: HappenedThing): boolean => thing.what === 'asked' && thing.request.path.startsWith('/tasks');

export const isLookAt = (thing: HappenedThing, id: string): boolean => thing.what === 'shown' && thing.entries.has(id);

export const isTheirDoing = (thing: HappenedThing): boolean =>
	'cause' in thing && typeof thing.cause === 'object' && 'act' in thing.cause;

/** An appliance that tells no new id anywhere, and shows neither size, content nor description: files look alike. */
export const tellsNothing = (switches: Switches): boolean =>
	switches['reply-id'] === 'no' &&
	switches['job-result'] === 'no' &&
	switches['list-size'] === 'no' &&
	switches['list-content'] === 'no' &&
	switches['list-description'] !== 'shown';

/** The list proves whose a file is, by a mark in its description; the same content may be somebody else’s. */
export const listProves = (switches: Switches): boolean => switches['list-description'] === 'shown';
