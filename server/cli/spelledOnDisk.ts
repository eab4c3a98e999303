import { promises } from 'node:fs';
import nodePath from 'node:path';

/** What a system does with the names of files; tests bring those of other systems. */
export interface Disk {
	readonly path: Pick<nodePath.PlatformPath, 'isAbsolute' | 'join' | 'parse' | 'relative' | 'resolve' | 'sep'>;
	/** `KS.CFG` opens `ks.cfg`, as on Windows and macOS. */
	readonly ignoresCase: boolean;
	/** The names in a folder; none for one that cannot be listed. */
	namesIn(folder: string): Promise<readonly string[]>;
}

export const thisDisk: Disk = {
	path: nodePath,
	ignoresCase: process.platform === 'win32' || process.platform === 'darwin',
	namesIn: folder => promises.readdir(folder).catch(() => []),
};

/** macOS also takes `é` as one character for `é` as two. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase();

/**
 * A path from `folder`, absolute, with the letters that the disk has: `SITES\KS.CFG` may open `sites\ks.cfg`, but links,
 * git and `.gitignore` know that file by one name. What does not exist keeps its letters, and so does `folder`.
 */
export async function spelledOnDisk(folder: string, file: string, disk: Disk = thisDisk): Promise<string> {
	const { path } = disk;
	const absolute = path.resolve(folder, file);
	if (!disk.ignoresCase) return absolute;
	const below = path.relative(folder, absolute);
	const isBelow = !path.isAbsolute(below) && below.split(path.sep)[0] !== '..';
	let spelled = isBelow ? folder : path.parse(absolute).root;
	for (const name of (isBelow ? below : absolute.slice(spelled.length)).split(path.sep)) {
		if (name !== '') spelled = path.join(spelled, await nameIn(spelled, name, disk));
	}
	return spelled;
}

async function nameIn(folder: string, given: string, disk: Disk): Promise<string> {
	const names = await disk.namesIn(folder);
	if (names.includes(given)) return given;
	const [only, ...more] = names.filter(name => folded(name) === folded(given));
	return more.length === 0 ? (only ?? given) : given;
}
