import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeFile } from './decodeFile';
import type { DecodedText, FileSystem } from './fileSystem';
import { folderUri, joinUri } from './fileUri';

const mebibyte = 1024 * 1024;

/** A file larger than this is not read: unattend and configuration-settings files are a few hundred KiB at most. */
const largestFile = 16 * mebibyte;
/** Enough for a repository; a home folder opened by mistake must not keep the server busy. */
const mostFiles = 20_000;

const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG']);

/** `undefined` for a path that is not there or not readable; any other failure is a fault. */
async function ifThere<T>(action: Promise<T>): Promise<T | undefined> {
	try {
		return await action;
	} catch (error) {
		if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return undefined;
		throw error;
	}
}

const longestChain = 8;

/**
 * Where a file is, with its facts, links followed by hand: one that leads to another machine would make Windows
 * send the person's name and password hash there, so it leads nowhere.
 */
async function locate(start: string) {
	let file = start;
	for (let hop = 0; hop < longestChain; hop++) {
		const facts = await ifThere(lstat(file));
		if (!facts?.isSymbolicLink()) return facts && { file, facts };
		const target = await ifThere(readlink(file));
		if (target === undefined || /^[\\/]{2}/.test(target)) return undefined;
		file = path.resolve(path.dirname(file), target);
	}
	return undefined;
}

async function readDecoded(uri: string): Promise<DecodedText | undefined> {
	if (!uri.startsWith('file:///')) return undefined;
	const found = await locate(fileURLToPath(uri));
	if (!found?.facts.isFile() || found.facts.size > largestFile) return undefined;
	const bytes = await ifThere(readFile(found.file));
	return bytes && decodeFile(bytes);
}

const read = async (uri: string): Promise<string | undefined> => (await readDecoded(uri))?.text;

async function isLink(uri: string): Promise<boolean> {
	return uri.startsWith('file:///') && (await ifThere(lstat(fileURLToPath(uri))))?.isSymbolicLink() === true;
}

async function list(folder: string): Promise<readonly string[]> {
	if (!folder.startsWith('file:///')) return [];
	const found: string[] = [];
	const pending = [folderUri(folder)];
	for (let next = pending.shift(); next !== undefined && found.length < mostFiles; next = pending.shift()) {
		const entries = (await ifThere(readdir(fileURLToPath(next), { withFileTypes: true }))) ?? [];
		for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
			const uri = joinUri(next, entry.name);
			if (entry.isFile() || entry.isSymbolicLink()) found.push(uri);
			else if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') {
				pending.push(folderUri(uri));
			}
		}
	}
	return found.slice(0, mostFiles);
}

/** The disk of this machine; only `file:///` URIs, so no other host is ever asked. */
export const nodeFileSystem: FileSystem = { read, readDecoded, list, isLink };
