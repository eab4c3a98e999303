import { storedBytes } from '../../server/simulator/lineEnds';
import { secondPersonName } from '../../server/simulator/secondPerson';
import type { TrueFile, Truth } from '../../server/simulator/truth';
import { applianceNamed } from './applianceNamed';
import { type Case, type Check, isHidden, isLookAt, isOurs, isTheirDoing, tellsNothing } from './checkedCase';
import { harmDone } from './harm';
import type { WantedFile } from './scenarios';

/** Faults after which the client cannot know of the session that it has: no header of the answer has reached it. */
const hidesCookies = /^(drop-after|gateway)/;

/** Everything that is wrong after a run, whatever the command has said of itself; each begins with a word to count by. */
export function violationsOf({
	scenario,
	dialect,
	run,
	begun,
	expected,
	othersJobs = new Set(),
	tellsOfKilled = false,
}: Check): string[] {
	const it: Case = {
		...run,
		scenario,
		expected,
		othersJobs,
		switches: applianceNamed(dialect).switches,
		history: run.after.history.slice(begun),
		own: tellsOfKilled ? 0 : run.before.history.length - begun,
	};
	return [...crash(it), ...leftOpen(it), ...missing(it), ...lost(it), ...harmDone(it), ...unfinished(it)].map(text =>
		text.replaceAll('\n', ' '),
	);
}

const isKilled = ({ outcome }: Case): boolean => outcome.code === -1;

function crash({ outcome: { code, text } }: Case): string[] {
	if (code === 70) return [`crash: ${text.split('\n')[0]}`];
	return code > 0 && text.trim() === '' ? [`silent: exit ${code} without a word`] : [];
}

/** Sessions and jobs that this run has left behind. */
function leftOpen(it: Case): string[] {
	const { before, after, records } = it;
	const hidden = records.filter(
		({ method, path, fault = '' }) =>
			path === '/sessions' && (method === 'POST' ? hidesCookies.test(fault) : fault.startsWith('refuse')),
	).length;
	const allowed = hidden + (isKilled(it) ? 2 : 0);
	const sessions = after.openSessions.length - before.openSessions.length;
	const jobs = isKilled(it)
		? []
		: after.openJobs.filter(({ user, id }) => user !== secondPersonName && !it.othersJobs?.has(id));
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
			if (!isExcused(wanted, it) && !isLinked(copy, wanted, { found, it }))
				wrong.push(`link: ${wanted.name} names ${nameOf(copy.associatedFileId, after)}`);
		}
	}
	const known = new Set([...found.values()].flat().map(({ id }) => id));
	const extra = after.files.filter(
		file =>
			isOurs(file) &&
			scenario.wanted.some(({ name, kind }) => name === file.name && kind === file.kind) &&
			!known.has(file.id) &&
			!isTouched(file.id, it),
	);
	const kept = scenario.removes ? after.files.filter(file => isOurs(file) && it.command.includes(file.id)) : [];
	return [
		...wrong,
		...kept.map(({ id, name }) => `kept: ${name} (${id}) was to be removed`),
		...extra.map(({ id, name }) => `extra: ${name} (${id}) is ours and nobody asked for it`),
	];
}

/** The files that are as they were asked for; ours, or else one of somebody else’s that is the same. */
function copiesOf(wanted: WantedFile, it: Case): TrueFile[] {
	const { after, switches, scenario, command } = it;
	if (scenario.links) return after.files.filter(({ id, kind }) => kind === wanted.kind && command.includes(id));
	const described = (file: TrueFile): boolean =>
		switches['list-description'] === 'dropped' || file.description === wanted.description;
	const same = after.files.filter(file => hasBytesOf(wanted, file, it));
	const ours = same.filter(file => isOurs(file) && described(file));
	// Only content that the list shows lets somebody else's file do.
	return ours.length > 0 || switches['list-content'] === 'no' ? ours : same.filter(file => !isOurs(file));
}

function isLinked(
	copy: TrueFile,
	{ partners }: WantedFile,
	{ found, it }: { readonly found: ReadonlyMap<WantedFile, readonly TrueFile[]>; readonly it: Case },
): boolean {
	if (partners.length === 0 || isChangedByThem(copy.id, it)) return true;
	const wanted = [...found].filter(([{ name }]) => partners.includes(name));
	if (wanted.some(([file]) => isExcused(file, it))) return true;
	// A list of all partners shows a link from both of its ends, whichever of them names the other.
	const isShared = !['associatedFileId', 'no'].includes(it.switches['list-association']);
	return wanted
		.flatMap(([, copies]) => copies)
		.some(({ id, associatedFileId }) => id === copy.associatedFileId || (isShared && associatedFileId === copy.id));
}

/** The second person has changed the file: it may bear no sign any more that it is ours. */
const isTouched = (id: string, { history }: Case): boolean =>
	history.some(thing => thing.what === 'changed' && isTheirDoing(thing) && thing.before.id === id);

/** The second person has changed or removed the file, and the client could not see it. */
function isChangedByThem(id: string, { history, switches }: Case): boolean {
	const at = history.findLastIndex(
		thing => (thing.what === 'changed' || thing.what === 'removed') && isTheirDoing(thing) && thing.before.id === id,
	);
	const thing = history[at];
	if (thing === undefined) return false;
	const isSeen = history.slice(at).some(({ what }) => what === 'shown');
	const wasKnown = history.slice(0, at).some(look => isLookAt(look, id));
	if (!isSeen || (!wasKnown && tellsNothing(switches))) return true;
	return thing.what === 'changed' && isHidden(thing, at, { history, switches });
}

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

/** Of a file that is replaced, the old or the new bytes are there at any time, whatever has gone wrong. */
function lost(it: Case): string[] {
	const { replaced = [], wanted } = it.scenario;
	return replaced
		.filter(old => {
			const newer = wanted.find(({ name, kind }) => name === old.name && kind === old.kind);
			const versions = newer ? [old, newer] : [old];
			return (
				!it.after.files.some(file => versions.some(version => hasBytesOf(version, file, it))) &&
				!isTouchedByThem(old, it)
			);
		})
		.map(({ name }) => `lost: neither the old nor the new ${name} is there`);
}

const hasBytesOf = ({ kind, name, bytes }: WantedFile, file: TrueFile, { switches }: Case): boolean =>
	file.kind === kind && file.name === name && file.bytes?.equals(storedBytes(bytes, kind, { switches })) === true;

const isTouchedByThem = ({ name, kind }: WantedFile, { history }: Case): boolean =>
	history.some(
		thing =>
			(thing.what === 'changed' || thing.what === 'removed') &&
			isTheirDoing(thing) &&
			thing.before.kind === kind &&
			thing.before.name === name,
	);

/** A run that nothing disturbs ends well, or it names what somebody else has put in its way. */
function unfinished({ outcome, scenario, expected, history, after, command }: Case): string[] {
	if (outcome.code === 0 || expected === 'anything') return [];
	if (scenario.removes && !after.files.some(({ id }) => command.includes(id))) return [];
	const last = outcome.text.trim().split('\n').at(-1) ?? '';
	if (expected === 'success') return [`stuck: exit ${outcome.code}: ${last}`];
	const names = [...scenario.wanted, ...(scenario.replaced ?? [])].map(({ name }) => name);
	const ids = history.flatMap(thing =>
		'cause' in thing ? [(thing.what === 'added' ? thing.after : thing.before).id] : [],
	);
	const isNamed = [...names, ...ids, ...command].some(word => outcome.text.includes(word));
	return isNamed ? [] : [`unnamed: exit ${outcome.code}: ${last}`];
}
