import { describeDialects } from '../../server/simulator/dialects';
import type { HappenedThing } from '../../server/simulator/history';
import { storedBytes } from '../../server/simulator/lineEnds';
import type { RequestRecord } from '../../server/simulator/requestLog';
import { secondPersonName } from '../../server/simulator/secondPerson';
import type { Switches } from '../../server/simulator/switches';
import type { TrueFile, Truth } from '../../server/simulator/truth';
import type { Cell } from './cell';
import type { CommandOutcome } from './runCommand';
import type { Scenario, WantedFile } from './scenarios';

/** A run of a command, with the appliance as it really was before and is after. */
export interface CheckedRun {
	/** A code of -1: killed. */
	readonly outcome: CommandOutcome;
	readonly before: Truth;
	readonly after: Truth;
	readonly records: readonly RequestRecord[];
}

/** What the checks of one run share. */
interface Case extends CheckedRun {
	readonly scenario: Scenario;
	readonly cell: Cell;
	readonly switches: Switches;
	/** What has happened since the beginning of the scenario's command, this run and the one before it. */
	readonly history: readonly HappenedThing[];
	readonly isRerun: boolean;
}

/** Faults after which the client cannot know that it has a session: no header of the answer has reached it. */
const hidesCookies = /^(drop-after|gateway)/;

/** Everything that is wrong after a run, whatever the command has said of itself; each with a word to count it by. */
export function violationsOf(scenario: Scenario, cell: Cell, run: CheckedRun, first?: CheckedRun): string[] {
	const dialect = describeDialects().find(({ name }) => name === cell.dialect);
	if (!dialect) throw new RangeError(`There is no dialect ‘${cell.dialect}’.`);
	const begun = (first ?? run).before.history.length;
	const it: Case = {
		...{ ...run, scenario, cell, switches: dialect.switches, isRerun: first !== undefined },
		history: run.after.history.slice(begun),
	};
	return [...crash(it), ...leftOpen(it), ...missing(it), ...lost(it), ...touched(it), ...unfinished(it)];
}

const isOurs = ({ importedBy }: Pick<TrueFile, 'importedBy'>): boolean => importedBy !== secondPersonName;

const isKilled = ({ outcome }: Case): boolean => outcome.code === -1;

function crash({ outcome: { code, text } }: Case): string[] {
	if (code === 70) return [`crash: ${text.split('\n')[0]}`];
	return code > 0 && text.trim() === '' ? [`silent: exit ${code} without a word`] : [];
}

/** Sessions and jobs that this run has left behind. */
function leftOpen(it: Case): string[] {
	const { before, after, records } = it;
	const hidden = records.filter(
		({ method, path, fault }) =>
			method === 'POST' && path === '/sessions' && fault !== undefined && hidesCookies.test(fault),
	).length;
	const allowed = hidden + (isKilled(it) ? 2 : 0);
	const sessions = after.openSessions.length - before.openSessions.length;
	const jobs = isKilled(it) ? [] : after.openJobs.filter(({ user }) => user !== secondPersonName);
	return [
		...(sessions > allowed ? [`session: ${sessions} left open`] : []),
		...jobs.map(({ id, state }) => `job: ${id} is left ${state}`),
	];
}

/** With exit 0, exactly what was asked for is there, once, linked, byte for byte. */
function missing(it: Case): string[] {
	const { outcome, scenario, after } = it;
	if (outcome.code !== 0) return [];
	const found = new Map(scenario.wanted.map(wanted => [wanted, copiesOf(wanted, it)]));
	const wrong: string[] = [];
	for (const [wanted, copies] of found) {
		const [copy, ...more] = copies;
		if (!copy) {
			if (!isExcused(wanted, it))
				wrong.push(`lie: exit 0, but ${wanted.name} is not there as asked: ${shortly(wanted, it)}`);
		} else {
			if (more.length > 0) wrong.push(`twice: ${wanted.name} is there as ${copies.map(({ id }) => id).join(' and ')}`);
			if (!isLinked(copy, wanted, { found, it }))
				wrong.push(`link: ${wanted.name} names ${nameOf(copy.associatedFileId, after)}`);
		}
	}
	const known = new Set([...found.values()].flat().map(({ id }) => id));
	const extra = after.files.filter(file => isOurs(file) && !known.has(file.id) && !isChangedByThem(file.id, it));
	return [...wrong, ...extra.map(({ id, name }) => `extra: ${name} (${id}) is ours and nobody asked for it`)];
}

/** The files that are as they were asked for; ours, or else one of somebody else’s that is the same. */
function copiesOf(wanted: WantedFile, { after, switches }: Case): TrueFile[] {
	const bytes = storedBytes(wanted.bytes, wanted.kind, { switches });
	const isAsked = (file: TrueFile): boolean =>
		file.kind === wanted.kind && file.name === wanted.name && file.bytes?.equals(bytes) === true;
	const described = (file: TrueFile): boolean =>
		switches['list-description'] === 'dropped' || file.description === wanted.description;
	const same = after.files.filter(isAsked);
	const ours = same.filter(file => isOurs(file) && described(file));
	return ours.length > 0 ? ours : same.filter(file => !isOurs(file));
}

function isLinked(
	copy: TrueFile,
	{ partners }: WantedFile,
	{ found, it }: { readonly found: ReadonlyMap<WantedFile, readonly TrueFile[]>; readonly it: Case },
): boolean {
	if (partners.length === 0 || isChangedByThem(copy.id, it)) return true;
	const wanted = [...found].filter(([{ name }]) => partners.includes(name));
	if (wanted.some(([file, copies]) => copies.length === 0 && isExcused(file, it))) return true;
	return wanted.flatMap(([, copies]) => copies).some(({ id }) => id === copy.associatedFileId);
}

/** The second person has changed or removed the file, and the client has not been shown it since. */
function isChangedByThem(id: string, { history }: Case): boolean {
	const at = history.findLastIndex(
		thing => (thing.what === 'changed' || thing.what === 'removed') && isTheirDoing(thing) && thing.before.id === id,
	);
	const thing = history[at];
	if (thing === undefined) return false;
	const isSeen = history.slice(at).some(({ what }) => what === 'shown');
	return !isSeen || (thing.what === 'changed' && !thing.isVisible);
}

const isTheirDoing = (thing: HappenedThing): boolean =>
	'cause' in thing && typeof thing.cause === 'object' && 'act' in thing.cause;

/** A file of ours of that name has been changed or removed by the second person, and nothing has shown it to us. */
function isExcused({ name, kind }: WantedFile, it: Case): boolean {
	const ids = new Set<string>();
	for (const thing of it.history) {
		if (!('cause' in thing)) continue;
		const file = thing.what === 'added' ? thing.after : thing.before;
		if (file.kind === kind && file.name === name && isOurs(file)) ids.add(file.id);
	}
	return [...ids].some(id => isChangedByThem(id, it));
}

const nameOf = (id: string | undefined, { files }: Truth): string =>
	id === undefined ? 'nothing' : (files.find(file => file.id === id)?.name ?? `${id}, which is gone`);

function shortly({ name }: WantedFile, { after }: Case): string {
	const same = after.files.filter(file => file.name === name);
	if (same.length === 0) return 'no file has its name';
	return same
		.map(({ id, bytes, description, importedBy }) => `${id} of ${importedBy}, ${bytes?.length} bytes, “${description}”`)
		.join('; ');
}

/** Of a file that is replaced, the old or the new is there at any time, whatever has gone wrong. */
function lost(it: Case): string[] {
	const { replaced = [], wanted } = it.scenario;
	return replaced
		.filter(old => {
			const newer = wanted.find(({ name, kind }) => name === old.name && kind === old.kind);
			const versions = newer ? [old, newer] : [old];
			return !versions.some(version => copiesOf(version, it).length > 0) && !isTouchedByThem(old, it);
		})
		.map(({ name }) => `lost: neither the old nor the new ${name} is there`);
}

const isTouchedByThem = ({ name, kind }: WantedFile, { history }: Case): boolean =>
	history.some(
		thing =>
			(thing.what === 'changed' || thing.what === 'removed') &&
			isTheirDoing(thing) &&
			thing.before.kind === kind &&
			thing.before.name === name,
	);

/** What was the second person’s is as they left it, or the run has said otherwise. */
function touched(it: Case): string[] {
	const { outcome, after } = it;
	const told = (id: string, name: string): boolean =>
		outcome.code !== 0 && (outcome.text.includes(id) || outcome.text.includes(name));
	return harmOf(it)
		.filter(({ id, name }) => isKilled(it) || !told(id, name))
		.map(
			({ id, name, what }) =>
				`${what}: ${name} (${id}), ${outcome.code === 0 ? 'exit 0' : `exit ${outcome.code}, unnamed`}`,
		)
		.filter((text, index, all) => all.indexOf(text) === index && after !== undefined);
}

interface Harm {
	readonly id: string;
	readonly name: string;
	readonly what: 'theirs-changed' | 'theirs-removed' | 'their-edit-lost';
}

/** What the client’s own requests have done to files, or to the state of files, that are the second person’s. */
function harmOf(it: Case): Harm[] {
	return it.history.flatMap((thing, at): Harm[] => {
		if ((thing.what !== 'changed' && thing.what !== 'removed') || isTheirDoing(thing)) return [];
		const { id, name } = thing.before;
		if (!isOurs(thing.before)) {
			if (thing.what === 'removed') return isUnknowable(id, at, it) ? [] : [{ id, name, what: 'theirs-removed' }];
			const { before, after } = thing;
			const isSame =
				before.digest === after.digest && before.description === after.description && before.name === after.name;
			const isLinkOnly = isSame && before.associatedFileId !== after.associatedFileId;
			// A partner that goes or is linked anew takes the link along; only a link that we have asked for is our doing.
			if (isLinkOnly && after.associatedFileId === undefined) return [];
			return isSame && !isLinkOnly ? [] : [{ id, name, what: 'theirs-changed' }];
		}
		return isEditLost(thing.before.id, at, it) ? [{ id, name, what: 'their-edit-lost' }] : [];
	});
}

/** An appliance on which a name replaces has done it, and the file was never shown to the client. */
const isUnknowable = (id: string, at: number, { switches, history }: Case): boolean =>
	switches['same-name'] === 'replaced' &&
	!history.slice(0, at).some(thing => thing.what === 'shown' && thing.entries.has(id));

/** Requests of other kinds that may lie between the last look and the change that relies on it. */
const freshness = 8;

/**
 * The second person has changed this file of ours, the list shows the change, and the client changes or removes the
 * file all the same: although it was shown the change, or because it has not looked for a long time.
 */
function isEditLost(id: string, at: number, { history }: Case): boolean {
	const edited = history
		.slice(0, at)
		.findLastIndex(
			thing => thing.what === 'changed' && isTheirDoing(thing) && thing.before.id === id && thing.isVisible,
		);
	if (edited < 0) return false;
	const since = history.slice(edited, at);
	if (since.some(thing => thing.what === 'shown' && thing.entries.has(id))) return true;
	return since.filter(({ what }) => what === 'asked').length > freshness;
}

/** The second run, without faults, ends well; or it names what stands in its way. */
function unfinished(it: Case): string[] {
	const { outcome, scenario, isRerun, cell } = it;
	const isClean = cell.fault === undefined && cell.act === undefined && !isRerun;
	if (outcome.code === 0 || !(isRerun || isClean)) return [];
	if (scenario.endsInNothing && it.after.files.every(file => !isOurs(file))) return [];
	if (cell.act === undefined) return [`stuck: exit ${outcome.code}: ${lastLine(outcome.text)}`];
	const names = [...scenario.wanted, ...(scenario.replaced ?? [])].map(({ name }) => name);
	const ids = it.history.flatMap(thing =>
		'cause' in thing ? [(thing.what === 'added' ? thing.after : thing.before).id] : [],
	);
	return [...names, ...ids].some(word => outcome.text.includes(word)) || scenario.endsInNothing
		? []
		: [`unnamed: exit ${outcome.code}: ${lastLine(outcome.text)}`];
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
