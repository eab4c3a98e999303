import {
	type Dirent,
	lstat,
	lstatSync,
	readdir,
	readdirSync,
	readFile,
	readFileSync,
	readlink,
	readlinkSync,
	type Stats,
} from 'node:fs';
import { promisify } from 'node:util';

/** How a disk is asked for what lies on it. */
export interface Disk {
	lstat(file: string): Promise<Stats> | Stats;
	readlink(file: string): Promise<string> | string;
	readFile(file: string): Promise<Buffer> | Buffer;
	readdir(folder: string): Promise<Dirent[]> | Dirent[];
}

const lists: (folder: string, options: { withFileTypes: true }) => Promise<Dirent[]> = promisify(readdir);

/** Its thread goes on meanwhile. `node:fs/promises` does the same, and takes longer to load than a short check to read. */
export const asyncDisk: Disk = {
	lstat: promisify(lstat),
	readlink: promisify(readlink),
	readFile: promisify(readFile),
	readdir: folder => lists(folder, { withFileTypes: true }),
};

/** Its thread waits: for one that has nothing else to do, and that another one can end. */
export const syncDisk: Disk = {
	lstat: lstatSync,
	readlink: readlinkSync,
	readFile: file => readFileSync(file),
	readdir: folder => readdirSync(folder, { withFileTypes: true }),
};
