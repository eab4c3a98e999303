import type { Redact } from './redact';
import { readFormatted, readMessages, readText } from './reply';
import {
	isFinalState,
	isObject,
	isTaskEntry,
	type JsonObject,
	readTaskState,
	type TaskEntry,
	type TaskState,
} from './wire';
import type { LxcaMessage } from './xclarityError';

/** A job of the appliance at one moment. */
export interface Task {
	readonly id: string;
	/** Undefined for a state nobody has told us of; `status` then has the appliance's word. */
	readonly state: TaskState | undefined;
	readonly status: string;
	/** 0 to 100. */
	readonly percent: number | undefined;
	readonly done: boolean;
	readonly succeeded: boolean;
	/** Its messages and those of its parts; without any, the summary of a job that ended badly. */
	readonly messages: readonly LxcaMessage[];
	readonly raw: TaskEntry;
}

/** Parts of parts are read so deep; an appliance nests one level. */
const deepest = 5;

function collectMessages(entry: JsonObject, redact: Redact, depth = 0): readonly LxcaMessage[] {
	const children = Array.isArray(entry.children) && depth < deepest ? entry.children.filter(isObject) : [];
	const single =
		readText(entry.messageID) === '' && readText(entry.messageDisplay) === ''
			? []
			: [{ id: entry.messageID, text: entry.messageDisplay }];
	return [
		...readMessages(entry.messages, redact),
		...readMessages(single, redact),
		...children.flatMap(child => collectMessages(child, redact, depth + 1)),
	];
}

/** Reads the status of a job: a word, or an object with `state` as the older interface had it. */
export function readTask(entry: TaskEntry, redact: Redact): Task {
	const older: JsonObject = isObject(entry.status) ? entry.status : {};
	const status = readText(isObject(entry.status) ? older.state : (entry.status ?? entry.jobState ?? entry.state));
	const state = readTaskState(status);
	const percent = Number.parseFloat(readText(entry.percentage ?? older.percentage));
	const complete = entry.complete === true || readText(entry.complete).toLowerCase() === 'true';
	const done = complete || (state === undefined ? status !== '' : isFinalState(state));
	const succeeded = done && (state === 'Complete' || (status === '' && complete));
	const messages = collectMessages(entry, redact);
	const summary = { text: readFormatted(entry.summary) };
	return {
		id: String(entry.jobUID),
		state,
		status,
		percent: Number.isFinite(percent) ? Math.min(100, Math.max(0, percent)) : undefined,
		done,
		succeeded,
		messages: succeeded || messages.length > 0 ? messages : readMessages(summary, redact),
		raw: entry,
	};
}

/** What may be jobs in an answer, which is an array, though some have seen an object. */
function entriesIn(body: unknown): readonly unknown[] | undefined {
	if (Array.isArray(body)) return body;
	if (!isObject(body)) return undefined;
	return isTaskEntry(body) ? [body] : Object.values(body).find(Array.isArray);
}

/** The jobs in an answer; `undefined` where not every one can be read: one that runs may be among them. */
export function tasksIn(body: unknown): readonly TaskEntry[] | undefined {
	const entries = entriesIn(body);
	return entries?.every(isTaskEntry) ? entries : undefined;
}

/** The job in the answer to `GET /tasks/{list}`. */
export function findTask(body: unknown, jobId: string): TaskEntry | undefined {
	const tasks = (entriesIn(body) ?? []).filter(isTaskEntry);
	return tasks.find(({ jobUID }) => String(jobUID) === jobId) ?? (tasks.length === 1 ? tasks[0] : undefined);
}
