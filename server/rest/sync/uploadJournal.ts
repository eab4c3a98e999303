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
import { isObject, type JsonObject } from '../wire';
import { digestOf } from './uploadFile';
import type { ObsoleteFile, RecordedFile } from './uploadRecord';

export const journalName = 'uploads.jsonl';

const isRecord = (value: unknown): value is RecordedFile =>
	isObject(value) &&
	typeof value.key === 'string' &&
	Array.isArray(value.obsolete) &&
	value.obsolete.every(isObsolete) &&
	(value.pending === undefined || (isObject(value.pending) && Array.isArray(value.pending.known)));

const isObsolete = (value: unknown): value is ObsoleteFile =>
	isObject(value) && typeof value.id === 'string' && isObject(value.shown);

/** Ids by the digest that names them in records: a large appliance lists thousands, and each record would repeat them. */
type Lists = Map<unknown, readonly unknown[]>;

/** The last record of each file. A line that was cut off by a kill or a power cut is left out. */
export function readJournal(text: string): Map<string, RecordedFile> {
	const records = new Map<string, RecordedFile>();
	const lists: Lists = new Map();
	for (const line of text.split('\n')) {
		const value = line === '' ? undefined : parseLine(line);
		if (!value) continue;
		if (Array.isArray(value.ids)) lists.set(value.list, value.ids);
		const record = withLists(withFacts(value), lists);
		if (isRecord(record)) records.set(record.key, record);
	}
	return records;
}

function parseLine(line: string): JsonObject | undefined {
	try {
		const value: unknown = JSON.parse(line);
		return isObject(value) ? value : undefined;
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** Earlier versions kept ids alone of what was replaced: how it was is not known, so it stays until a person decides. */
const withFacts = (record: JsonObject): JsonObject =>
	Array.isArray(record.obsolete)
		? { ...record, obsolete: record.obsolete.map(file => (typeof file === 'string' ? { id: file, shown: {} } : file)) }
		: record;

/** Earlier versions wrote the ids themselves into each record. */
const withLists = (record: JsonObject, lists: Lists): JsonObject =>
	isObject(record.pending) && typeof record.pending.known === 'string'
		? { ...record, pending: { ...record.pending, known: lists.get(record.pending.known) } }
		: record;

/** A journal longer than this, in bytes, is written anew when most of it is past. */
const longest = 4 * 1024 * 1024;

/** @param isOurs nobody else writes to it meanwhile: a line that came between reading and writing anew would be lost */
export function openJournal(file: string, { isOurs }: { readonly isOurs: boolean }): readonly RecordedFile[] {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const records = [...readJournal(text).values()];
	const lines = isOurs && text.length > longest ? records.map(record => JSON.stringify(record)).join('\n') : text;
	if (lines.length < text.length / 4) {
		const beside = `${file}.${process.pid}.new`;
		writeFileSync(beside, lines, { mode: 0o600 });
		renameSync(beside, file);
	}
	return records;
}

/** Writes records at the end of a file that others may write to, or put another in the place of, at the same time. */
export function journalWriter(file: string): (record: RecordedFile) => void {
	let opened: { readonly handle: number; readonly inode: number; readonly lists: Set<string> } | undefined;
	return record => {
		if (opened === undefined || statSync(file, { throwIfNoEntry: false })?.ino !== opened.inode) {
			if (opened !== undefined) closeSync(opened.handle);
			opened = undefined;
			makeFolder(path.dirname(file), 0o700);
			const handle = openSync(file, 'a', 0o600);
			opened = { handle, inode: fstatSync(handle).ino, lists: new Set() };
		}
		const { pending } = record;
		const list = pending && nameOf(pending.known);
		const line = JSON.stringify(pending ? { ...record, pending: { ...pending, known: list } } : record);
		const isNew = list !== undefined && !opened.lists.has(list);
		const before = isNew ? `\n${JSON.stringify({ list, ids: pending?.known })}` : '';
		// The line before may have been cut off without its end.
		writeSync(opened.handle, `${before}\n${line}`);
		if (isNew) opened.lists.add(list);
	};
}

const names = new WeakMap<readonly string[], string>();

function nameOf(ids: readonly string[]): string {
	const name = names.get(ids) ?? digestOf(Buffer.from(JSON.stringify(ids)));
	names.set(ids, name);
	return name;
}
