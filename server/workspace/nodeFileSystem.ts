import fs, { promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodeFile } from './decodeFile';
import { type DecodedText, emptyList, type FileSystem, largestFile, mostListed } from './fileSystem';
import { type FolderEntry, filesBelow, isNamedAsOurs } from './filesBelow';
import { readBytes, readBytesAtOnce } from './readBytes';

/** What is asked of the disk. */
interface DiskCalls {
	readonly lstat: (file: string) => Promise<fs.Stats>;
	readonly readdir: (folder: string) => Promise<fs.Dirent[]>;
	readonly readBytes: (file: string, most: number) => Promise<Uint8Array | undefined>;
	readonly readlink: (file: string) => Promise<string>;
}

// As `promises` has them, which takes longer to load than a short check to read.
const readdir = promisify(fs.readdir);
const stat = promisify(fs.stat);
const inBackground: DiskCalls = {
	lstat: promisify(fs.lstat),
	readdir: folder => readdir(folder, { withFileTypes: true }),
	readBytes,
	readlink: promisify(fs.readlink),
};

/**
 * The thread itself waits for the disk. To have another one wait, and to be woken by it, takes ten times as long as most
 * answers of a disk: a thread that has nothing else to do meanwhile is twice as fast without.
 */
export const whileThreadWaits: DiskCalls = {
	lstat: async file => fs.lstatSync(file),
	readdir: async folder => fs.readdirSync(folder, { withFileTypes: true }),
	readBytes: readBytesAtOnce,
	readlink: async file => fs.readlinkSync(file),
};

const mebibyte = 1024 * 1024;

const gone = ['ENOENT', 'ENOTDIR', 'EISDIR'];
const unreadable = ['EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG', 'EIO', 'EBUSY', 'ENXIO', 'ESTALE'];
/** What the file systems of a kernel and those of a network answer for some of their files. */
const odd = [
	'EINVAL',
	'ENODEV',
	'ENOTSUP',
	'ESRCH',
	'ENOTCONN',
	'EHOSTDOWN',
	'ETIMEDOUT',
	'EOVERFLOW',
	'EREMOTEIO',
	'EAGAIN',
];
const absent = new Set([...gone, ...unreadable, ...odd]);

/** `undefined` for a path that is not there or not readable; any other failure is a fault. */
async function ifThere<T>(action: Promise<T>): Promise<T | undefined> {
	try {
		return await action;
	} catch (error) {
		if (error instanceof Error && 'code' in error && absent.has(String(error.code))) return undefined;
		throw error;
	}
}

/** Where a file of this machine lies; `undefined` for a URI that can name none, such as one with a zero byte. */
function pathOf(uri: string): string | undefined {
	if (!uri.startsWith('file:///')) return undefined;
	try {
		const file = fileURLToPath(uri);
		return file.includes('\0') ? undefined : file;
	} catch (error) {
		if (error instanceof TypeError || error instanceof URIError) return undefined;
		throw error;
	}
}

const longestChain = 8;

/**
 * Where a file is, with its facts, links followed by hand: one that leads to another machine would make Windows
 * send the person's name and password hash there, so it leads nowhere.
 */
async function locate(start: string, disk: DiskCalls) {
	let file = start;
	for (let hop = 0; hop < longestChain; hop++) {
		const facts = await ifThere(disk.lstat(file));
		if (!facts?.isSymbolicLink()) return facts && { file, facts };
		const target = await ifThere(disk.readlink(file));
		if (target === undefined || /^[\\/]{2}/.test(target)) return undefined;
		file = path.resolve(path.dirname(file), target);
	}
	return undefined;
}

async function readDecoded(uri: string, disk: DiskCalls): Promise<DecodedText | undefined> {
	const named = pathOf(uri);
	const found = named === undefined ? undefined : await locate(named, disk);
	// What is no file is not even opened: a device may do something when it is.
	if (!found?.facts.isFile()) return undefined;
	const bytes = await ifThere(disk.readBytes(found.file, largestFile));
	return bytes && decodeFile(bytes);
}

async function stamp(uri: string, disk: DiskCalls): Promise<string | undefined> {
	const named = pathOf(uri);
	const facts = named === undefined ? undefined : (await locate(named, disk))?.facts;
	return facts && `${facts.ino} ${facts.size} ${facts.mtimeMs}`;
}

async function isLink(uri: string, disk: DiskCalls): Promise<boolean> {
	const named = pathOf(uri);
	return named !== undefined && (await ifThere(disk.lstat(named)))?.isSymbolicLink() === true;
}

/** Lists a folder, unless it has gone; `undefined` when it may not be looked into. */
async function entriesOf(folder: string, disk: DiskCalls): Promise<readonly FolderEntry[] | undefined> {
	try {
		const entries = await disk.readdir(fileURLToPath(folder));
		return entries.map(entry => ({ name: entry.name, isFolder: entry.isDirectory() }));
	} catch (error) {
		if (!(error instanceof Error) || !('code' in error) || !absent.has(String(error.code))) throw error;
		return gone.includes(String(error.code)) && !isGarbled(fileURLToPath(folder)) ? [] : undefined;
	}
}

const noSuchFile = 'there is no such file';
/** As the end of a sentence of the terminal tool. */
export const isAFolder = 'it is a folder';

/** As the end of a sentence of the terminal tool. */
export const notUtf8 = 'its name is not valid UTF-8';

/** Whether signs of a name were lost when it was read as UTF-8: what is there cannot be asked for by such a name. */
export const isGarbled = (path: string): boolean => path.includes('\ufffd');

/** What the system says of a path, in the words of a sentence of the terminal tool. */
const refusals: Readonly<Record<string, string>> = {
	...Object.fromEntries(gone.map(code => [code, noSuchFile])),
	EACCES: 'the system does not allow it to be read',
	EPERM: 'the system does not allow it to be read',
	ELOOP: 'its links lead in a circle',
};

/** As the end of a sentence of the terminal tool, so in English. */
export const refusalOf = (error: Error & { readonly code?: unknown }): string =>
	refusals[String(error.code)] ?? error.message;

/**
 * Why a file of a list has no text, as the end of a sentence of the terminal tool, so in English; `undefined` for a
 * folder whose name no file of ours has.
 */
export async function whyUnread(uri: string): Promise<string | undefined> {
	if (!uri.startsWith('file:///')) return 'it lies on another machine';
	const file = fileURLToPath(uri);
	const named = await stat(file).catch(refusalOf);
	if (typeof named === 'string') return named === noSuchFile && isGarbled(file) ? notUtf8 : named;
	if (named.isDirectory()) return isNamedAsOurs(file) ? isAFolder : undefined;
	if (!named.isFile()) return 'it is no regular file';
	if (named.size > largestFile) return `it is larger than ${largestFile / mebibyte} MiB`;
	if (!(await locate(file, inBackground)))
		return `it is a link to another machine, or through more than ${longestChain} others`;
	return firstByte(file).then(() => 'it could not be read just then', refusalOf);
}

/** What may be opened need not be readable: the kernel has files that refuse each byte. */
async function firstByte(file: string): Promise<void> {
	const handle = await promises.open(file);
	try {
		await handle.read(Buffer.alloc(1), 0, 1);
	} finally {
		await handle.close();
	}
}

/** The disk of this machine, with so many files of a folder; only `file:///` URIs, so no other host is ever asked. */
export const createNodeFileSystem = (most: number, disk: DiskCalls = inBackground): FileSystem => ({
	read: async uri => (await readDecoded(uri, disk))?.text,
	readDecoded: uri => readDecoded(uri, disk),
	list: async folder =>
		pathOf(folder) === undefined ? emptyList : filesBelow(folder, most, each => entriesOf(each, disk)),
	stamp: uri => stamp(uri, disk),
	isLink: uri => isLink(uri, disk),
});

/** The disk for a language server. */
export const nodeFileSystem = createNodeFileSystem(mostListed);
