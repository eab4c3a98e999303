import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readServerAddress } from '../serverAddress';
import { folderName, uploadsFolder } from './recordFolder';
import { digestOf } from './uploadFile';
import { journalName, readJournal } from './uploadJournal';
import type { RecordedFile, SentFacts } from './uploadRecord';

/** What this machine remembers of its uploads to one appliance. */
export interface RecordedUploads {
	/** As the person calls it. */
	readonly server: string;
	readonly files: readonly RecordedFile[];
}

/** A local file, and one appliance that it was uploaded to. */
export interface UploadedFile {
	/** Path of the local file. */
	readonly key: string;
	readonly server: string;
	/** The file has the bytes that were uploaded. */
	readonly isCurrent: boolean;
}

/** An appliance that the person has set up. */
interface NamedServer {
	readonly name: string;
	readonly url: string;
}

/**
 * All that is remembered in the state folder, by appliance. One that the person has set up is called as they call it,
 * another by its address. Reads only: a folder that is not there is not made.
 */
export async function recordedUploads(
	state: string,
	servers: readonly NamedServer[],
): Promise<readonly RecordedUploads[]> {
	const names = new Map(
		servers.flatMap(({ name, url }) => (URL.canParse(url) ? [[folderOf(url), name] as const] : [])),
	);
	const root = uploadsFolder(state);
	const found: RecordedUploads[] = [];
	for (const folder of (await orNothing(readdir(root))) ?? []) {
		const files = await journalIn(path.join(root, folder));
		if (files === undefined) continue;
		const server = names.get(folder) ?? folder.replace(/_(\d+)$/, ':$1');
		found.push({ server, files });
	}
	return found.sort((a, b) => (a.server < b.server ? -1 : 1));
}

/** What is remembered of one appliance, likewise: nothing is made and nothing is locked. */
export async function recordedFiles(state: string, url: string): Promise<readonly RecordedFile[]> {
	if (!URL.canParse(url)) return [];
	return (await journalIn(path.join(uploadsFolder(state), folderOf(url)))) ?? [];
}

async function journalIn(folder: string): Promise<readonly RecordedFile[] | undefined> {
	const journal = await orNothing(readFile(path.join(folder, journalName), 'utf8'));
	return journal === undefined ? undefined : [...readJournal(journal).values()];
}

const folderOf = (url: string): string => folderName(readServerAddress(url).label);

/** The files of these records that were uploaded, as far as they are wanted and still there. */
export async function uploadedFiles(
	recorded: readonly RecordedUploads[],
	isWanted: (file: string) => boolean,
): Promise<readonly UploadedFile[]> {
	const uploaded: UploadedFile[] = [];
	for (const { server, files } of recorded) {
		for (const { key, stored } of files) {
			if (!stored || !isWanted(key)) continue;
			const isCurrent = await isAsUploaded(key, stored);
			if (isCurrent !== undefined) uploaded.push({ key, server, isCurrent });
		}
	}
	return uploaded;
}

/** Whether a local file has the bytes that were uploaded; `undefined` when it is there no longer. */
export async function isAsUploaded(key: string, stored: SentFacts): Promise<boolean | undefined> {
	const facts = await orNothing(stat(key));
	if (!facts?.isFile()) return undefined;
	const bytes = facts.size === stored.bytes ? await orNothing(readFile(key)) : undefined;
	return bytes !== undefined && digestOf(bytes) === stored.sha256;
}

/** `undefined` for what is not there or may not be looked at. */
async function orNothing<T>(reading: Promise<T>): Promise<T | undefined> {
	return reading.catch((error: NodeJS.ErrnoException) => {
		if (error.code === undefined) throw error;
		return undefined;
	});
}
