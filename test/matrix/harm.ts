import type { HappenedThing } from '../../server/simulator/history';
import type { StoredFile } from '../../server/simulator/repository';
import {
	type Case,
	type Change,
	isHidden,
	isLookAt,
	isOurs,
	isTheirDoing,
	type Removal,
	tellsNothing,
} from './checkedCase';

/** What this run has done to what is not its own, without a word. */
export function harmDone(it: Case): string[] {
	const { outcome } = it;
	const names = new Set([...it.scenario.wanted, ...(it.scenario.replaced ?? [])].map(({ name }) => name));
	// A name that is ours as well does not tell which file is meant.
	const isTold = ({ id, name }: Harm): boolean =>
		outcome.code > 0 && (outcome.text.includes(id) || (!names.has(name) && outcome.text.includes(name)));
	const texts = harmOf(it)
		.filter(harm => !isTold(harm))
		.map(({ id, name, what }) => `${what}: ${name} (${id}), exit ${outcome.code}`);
	return [...new Set(texts)];
}

interface Harm {
	readonly id: string;
	readonly name: string;
	readonly what: 'theirs-changed' | 'theirs-removed' | 'their-edit-lost' | 'other-changed' | 'spoiled';
}

/** What requests of this run have done to files of the second person, to their changes of ours, and to others of ours. */
function harmOf(it: Case): Harm[] {
	const { history, own, scenario, command } = it;
	const names = new Set([...scenario.wanted, ...(scenario.replaced ?? [])].map(({ name }) => name));
	return history.flatMap((thing, at): Harm[] => {
		if (at < own || (thing.what !== 'changed' && thing.what !== 'removed') || isTheirDoing(thing)) return [];
		const { id, name } = thing.before;
		if (isOurs(thing.before)) {
			if (isEditLost(thing, at, it)) return [{ id, name, what: 'their-edit-lost' }];
			// A description that no list shows cannot be sent along by a PUT that must not leave it out.
			const isBlind = it.switches['list-description'] !== 'shown';
			const isExcused = isUnseenEdit(id, at, it) || hasHiddenEdit(id, at, it);
			const isSpoiled = scenario.links && !isLinkOnly(thing, isBlind) && !isExcused;
			if (isSpoiled) return [{ id, name, what: 'spoiled' }];
			const isMeant = names.has(firstName(id, name, it)) || command.includes(id) || isLinkOnly(thing);
			return isMeant ? [] : [{ id, name, what: 'other-changed' }];
		}
		if (command.includes(id) || isTakenForOurs(thing.before, at, it)) return [];
		if (thing.what === 'removed')
			return isUnknowable(id, at, it) || isUntold(thing, it) ? [] : [{ id, name, what: 'theirs-removed' }];
		// A partner that goes or is linked anew takes the link along; only a link that we have asked for is our doing.
		return isLinkOnly(thing) && thing.after.associatedFileId === undefined
			? []
			: [{ id, name, what: 'theirs-changed' }];
	});
}

/** The name under which the file came: the second person may have given it another one since. */
const firstName = (id: string, name: string, { history }: Case): string => {
	const added = history.find(thing => thing.what === 'added' && thing.after.id === id);
	return added?.what === 'added' ? added.after.name : name;
};

/**
 * An appliance that names no new id and shows neither size, content nor description has put their file in the place of
 * ours before a list has shown ours: nothing in the world tells the two apart.
 */
function isTakenForOurs({ name, kind }: StoredFile, at: number, { switches, history }: Case): boolean {
	if (!tellsNothing(switches) || switches['same-name'] !== 'replaced') return false;
	const before = history.slice(0, at);
	const replaced = before.findLast(
		thing =>
			thing.what === 'removed' &&
			isTheirDoing(thing) &&
			isOurs(thing.before) &&
			thing.before.name === name &&
			thing.before.kind === kind,
	);
	return replaced?.what === 'removed' && !before.some(thing => isLookAt(thing, replaced.before.id));
}

/** The second person has changed the file after the last look of the client. */
function isUnseenEdit(id: string, at: number, { history }: Case): boolean {
	const look = history.findLastIndex((thing, index) => index < at && isLookAt(thing, id));
	return history
		.slice(look + 1, at)
		.some(thing => thing.what === 'changed' && isTheirDoing(thing) && thing.before.id === id);
}

/** The second person has changed the file in a way that the lists of this appliance do not show. */
const hasHiddenEdit = (id: string, at: number, { history, switches }: Case): boolean =>
	history
		.slice(0, at)
		.some(
			(edit, index) =>
				edit.what === 'changed' &&
				isTheirDoing(edit) &&
				edit.before.id === id &&
				isHidden(edit, index, { history, switches }),
		);

/** Nothing of the file itself has changed, only what it is linked with. */
function isLinkOnly(thing: HappenedThing, isBlind = false): boolean {
	if (thing.what !== 'changed') return false;
	const { before, after } = thing;
	const isDescribed = isBlind || before.description === after.description;
	return isDescribed && before.digest === after.digest && before.name === after.name;
}

/** An appliance on which a name replaces, or a partner goes along, has done it, and the client was never shown the file. */
const isUnknowable = (id: string, at: number, { switches, history }: Case): boolean =>
	(switches['same-name'] === 'replaced' || switches['delete-in-use'] === 'cascades') &&
	!history.slice(0, at).some(thing => thing.what === 'shown' && thing.entries.has(id));

/** A killed run can tell nothing of what its import has replaced: the next one does. */
const isUntold = ({ cause }: Removal, { outcome, switches }: Case): boolean =>
	outcome.code === -1 &&
	switches['same-name'] === 'replaced' &&
	(cause === 'job' || ('request' in Object(cause) && JSON.stringify(cause).includes('"POST"')));

/** Requests of other kinds that may lie between the last look and the change that relies on it. */
const freshness = 5;

/**
 * The second person has changed this file of ours, the list shows the change, and the client takes it back or removes
 * the file all the same: although it was shown the change, or because it has not looked for a long time.
 */
function isEditLost(thing: Change | Removal, at: number, { history, own, scenario, switches }: Case): boolean {
	const { id } = thing.before;
	const edited = history.findLastIndex(
		(edit, index) =>
			index < at &&
			edit.what === 'changed' &&
			isTheirDoing(edit) &&
			edit.before.id === id &&
			!isHidden(edit, index, { history, switches }) &&
			isUndone(edit, thing),
	);
	if (edited < 0) return false;
	// Who names a file by its id means it as it is when the command looks at it first.
	const firstLook = history.findIndex(({ what }, index) => index >= own && what === 'shown');
	if ((scenario.links || scenario.removes) && (edited < firstLook || firstLook < 0)) return false;
	const since = history.slice(edited, at);
	if (since.some(later => later.what === 'shown' && later.entries.has(id))) return true;
	return since.filter(({ what }) => what === 'asked').length > freshness;
}

/** A link is none of it: who uploads asks for the link, whatever it is now. */
const editable = ['digest', 'description', 'name'] as const;

/** Something that the edit has set is no longer so. */
const isUndone = (edit: Change, thing: Change | Removal): boolean =>
	editable.some(
		key => edit.before[key] !== edit.after[key] && (thing.what === 'removed' || thing.before[key] !== thing.after[key]),
	);
