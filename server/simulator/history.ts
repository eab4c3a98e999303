import { isObject, paths } from '../rest/wire';
import type { Call } from './call';
import type { Reply } from './reply';
import type { Repository, StoredFile } from './repository';
import type { Act } from './secondPersonScript';

/** What changed something: a request of a client, the second person, or a job that has come to its end. */
export type Cause = { readonly request: Pick<Call, 'method' | 'path'> } | { readonly act: Act } | 'job';

/** One thing that has happened to the stored files, or that a client has been shown of them. */
export type HappenedThing =
	| { readonly what: 'added'; readonly cause: Cause; readonly after: StoredFile }
	/** `shows`: how the lists of this appliance tell the two apart, if they do: by the file itself, or by its time or version alone. */
	| {
			readonly what: 'changed';
			readonly cause: Cause;
			readonly before: StoredFile;
			readonly after: StoredFile;
			readonly shows: 'itself' | 'time' | 'nothing';
	  }
	| { readonly what: 'removed'; readonly cause: Cause; readonly before: StoredFile }
	/** A request, whatever came of it. */
	| { readonly what: 'asked'; readonly request: Pick<Call, 'method' | 'path'> }
	| { readonly what: 'shown'; readonly entries: ReadonlyMap<string, string> }
	| { readonly what: 'acted'; readonly act: Act; readonly outcome: ActOutcome };

export interface ActOutcome {
	/** `missed`: the file it is about is not there. */
	readonly result: 'done' | 'missed' | 'refused';
	/** The files that it made, changed or removed. */
	readonly ids: readonly string[];
}

/** What has happened since the start, oldest first: for tests that want to know who did what to whose file. */
export interface History {
	readonly things: readonly HappenedThing[];
	/** Looks what an answered request has changed; a list that the client could read was shown to it. */
	answered(call: Call, answer: { readonly reply: Reply; readonly isSeen: boolean }): void;
	acted(act: Act, outcome: ActOutcome): void;
	/** Looks what the jobs have made that have just ended. */
	settled(): void;
	/** Forgets everything so far. */
	clear(): void;
}

/** @param show how the lists show a file */
export function createHistory({ state }: Repository, show: (file: StoredFile) => unknown): History {
	let last = state.files;
	let things: HappenedThing[] = [];
	const difference = (before: StoredFile, after: StoredFile): 'itself' | 'time' | 'nothing' => {
		const isSame = (one: StoredFile, other: StoredFile): boolean =>
			JSON.stringify(show(one)) === JSON.stringify(show(other));
		if (isSame(before, after)) return 'nothing';
		return isSame({ ...before, revision: after.revision, modified: after.modified }, after) ? 'time' : 'itself';
	};
	const compare = (cause: Cause): void => {
		const { before, after } = whereTheyDiffer(last, state.files);
		last = state.files;
		for (const [id, file] of before) {
			const now = after.get(id);
			if (!now) things.push({ what: 'removed', cause, before: file });
			else if (now !== file) {
				things.push({ what: 'changed', cause, before: file, after: now, shows: difference(file, now) });
			}
		}
		for (const [id, file] of after) if (!before.has(id)) things.push({ what: 'added', cause, after: file });
	};
	return {
		get things() {
			return things;
		},
		answered({ method, path }, { reply, isSeen }) {
			things.push({ what: 'asked', request: { method, path } });
			compare({ request: { method, path } });
			if (isSeen && method === 'GET' && path === paths.osImages && reply.status === 200) {
				things.push({ what: 'shown', entries: entriesIn(reply.body) });
			}
		},
		acted(act, outcome) {
			compare({ act });
			things.push({ what: 'acted', act, outcome });
		},
		settled() {
			compare('job');
		},
		clear() {
			last = state.files;
			things = [];
		},
	};
}

type Files = readonly StoredFile[];

/**
 * What lies between the same beginning and the same end of both lists, by id: every request compares, most change
 * nothing, and the others few of the files.
 */
function whereTheyDiffer(before: Files, after: Files): Record<'before' | 'after', ReadonlyMap<string, StoredFile>> {
	const shorter = Math.min(before.length, after.length);
	let [start, end] = [before === after ? shorter : 0, 0];
	while (start < shorter && before[start] === after[start]) start++;
	while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
	const middle = (files: Files) => new Map(files.slice(start, files.length - end).map(file => [file.id, file]));
	return { before: middle(before), after: middle(after) };
}

/** What one list has shown, the next one mostly shows again. */
const texts = new WeakMap<object, string>();

function textOf(entry: object): string {
	const text = texts.get(entry) ?? JSON.stringify(entry);
	texts.set(entry, text);
	return text;
}

/** Every entry of every list, as JSON, by its id. */
function entriesIn(body: unknown): ReadonlyMap<string, string> {
	const lists = isObject(body) ? Object.values(body).filter(Array.isArray) : [];
	return new Map(
		lists
			.flat()
			.filter(isObject)
			.filter(({ id }) => id !== undefined)
			.map(entry => [String(entry.id), textOf(entry)]),
	);
}
