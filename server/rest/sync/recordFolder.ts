import {
	closeSync,
	existsSync,
	fstatSync,
	openSync,
	readFileSync,
	renameSync,
	statSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../makeFolder';
import { queue } from '../queue';
import { readServerAddress } from '../serverAddress';
import { isObject, type JsonObject } from '../wire';
import { takeLock } from './applianceLock';
import { digestOf } from './uploadFile';
import type { ObsoleteFile, RecordedFile, RecordStore } from './uploadRecord';

type Environment = Readonly<Record<string, string | undefined>>;

/** Folder for what this tool remembers of its uploads: `XCLARITY_STATE`, or where the platform keeps such things. */
export function stateFolder(environment: Environment, platform: NodeJS.Platform, home: string): string {
	if (environment.XCLARITY_STATE) return path.resolve(environment.XCLARITY_STATE);
	if (platform === 'win32') return path.join(environment.LOCALAPPDATA ?? path.join(home, 'AppData/Local'), 'xclarity');
	if (platform === 'darwin') return path.join(home, 'Library/Application Support/xclarity');
	return path.join(environment.XDG_STATE_HOME ?? path.join(home, '.local/state'), 'xclarity');
}

export const uploadsFolder = (state: string): string => path.join(state, 'uploads');

/** @param label `host:port` of an appliance */
export const folderName = (label: string): string => label.replace(/[^\w.-]/g, '_');

export const journalName = 'uploads.jsonl';

const isRecord = (value: unknown): value is RecordedFile =>
	isObject(value) &&
	typeof value.key === 'string' &&
	Array.isArray(value.obsolete) &&
	value.obsolete.every(isObsolete) &&
	(value.pending === undefined || (isObject(value.pending) && Array.isArray(value.pending.known)));

const isObsolete = (value: unknown): value is ObsoleteFile =>
	isObject(value) && typeof value.id === 'string' && isObject(value.shown);

/** The last record of each file. A line that was cut off by a kill or a power cut is left out. */
export function readJournal(text: string): Map<string, RecordedFile> {
	const records = new Map<string, RecordedFile>();
	for (const line of text.split('\n')) {
		const record = line === '' ? undefined : parseRecord(line);
		if (record) records.set(record.key, record);
	}
	return records;
}

function parseRecord(line: string): RecordedFile | undefined {
	try {
		const value: unknown = JSON.parse(line);
		const record = isObject(value) && Array.isArray(value.obsolete) ? withFacts(value, value.obsolete) : undefined;
		return isRecord(record) ? record : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** Earlier versions kept ids alone of what was replaced: how it was is not known, so it stays until a person decides. */
const withFacts = (record: JsonObject, obsolete: readonly unknown[]): unknown => ({
	...record,
	obsolete: obsolete.map(file => (typeof file === 'string' ? { id: file, shown: {} } : file)),
});

/** A journal longer than this, in bytes, is written anew when it is opened and most of it is past. */
const longest = 4 * 1024 * 1024;

/** Writes lines at the end of a file that others may write to, or put another in the place of, at the same time. */
function appender(file: string): (line: string) => void {
	let opened: { readonly handle: number; readonly inode: number } | undefined;
	return line => {
		if (opened === undefined || statSync(file, { throwIfNoEntry: false })?.ino !== opened.inode) {
			if (opened !== undefined) closeSync(opened.handle);
			const handle = openSync(file, 'a', 0o600);
			opened = { handle, inode: fstatSync(handle).ino };
		}
		// The line before may have been cut off without its end.
		writeSync(opened.handle, `\n${line}`);
	};
}

function openJournal(file: string): Map<string, RecordedFile> {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const records = readJournal(text);
	const lines = [...records.values()].map(record => JSON.stringify(record)).join('\n');
	if (text.length > longest && lines.length < text.length / 4) {
		const beside = `${file}.${process.pid}.new`;
		writeFileSync(beside, lines, { mode: 0o600 });
		renameSync(beside, file);
	}
	return records;
}

const isWhole = (file: string, bytes: number): boolean => statSync(file, { throwIfNoEntry: false })?.size === bytes;

/** Work of this process on one appliance, whichever store it goes through: another window has a lock of its own. */
const queues = new Map<string, ReturnType<typeof queue>>();

/**
 * The memory of uploads to one appliance as a folder: a journal to which every change adds a line, so that programs that
 * run side by side do not undo each other's, and the bytes by their digest.
 * @throws {Error} what the file system says, when the folder cannot be used.
 */
export function recordFolder(state: string, url: string): RecordStore {
	const { label } = readServerAddress(url);
	const folder = path.join(uploadsFolder(state), folderName(label));
	const kept = path.join(folder, 'texts');
	makeFolder(kept, 0o700);
	const journal = path.join(folder, journalName);
	const lock = path.join(folder, 'lock');
	let records = openJournal(journal);
	const append = appender(journal);
	const inTurn = queues.get(lock) ?? queue();
	queues.set(lock, inTurn);
	return {
		get: key => records.get(key),
		put: record => {
			records.set(record.key, record);
			append(JSON.stringify(record));
		},
		all: () => [...records.values()],
		keepBytes: (sha256, bytes) => {
			const file = path.join(kept, sha256);
			if (!isWhole(file, bytes.length)) writeFileSync(file, bytes, { mode: 0o600 });
		},
		bytesOf: sha256 => {
			const file = path.join(kept, sha256);
			const bytes = existsSync(file) ? readFileSync(file) : undefined;
			return bytes !== undefined && digestOf(bytes) === sha256 ? bytes : undefined;
		},
		exclusive: work =>
			inTurn(async () => {
				const release = takeLock(lock, label);
				try {
					// Who had the lock before has written here.
					records = openJournal(journal);
					return await work();
				} finally {
					release();
				}
			}),
	};
}
