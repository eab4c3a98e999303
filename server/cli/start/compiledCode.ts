import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Script } from 'node:vm';
import { makeFolder } from '../../rest/makeFolder';

type Environment = Readonly<Record<string, string | undefined>>;

/** How many files are kept: one for each build and Node. */
const mostKept = 3;

/**
 * The folder for compiled code: `XCLARITY_CACHE`, or where the platform keeps such things. `undefined` where nothing is
 * to be kept: the variable is empty, or a CI run begins with an empty home each time.
 */
export function codeFolder(environment: Environment, platform: NodeJS.Platform, home: string): string | undefined {
	const { CI, LOCALAPPDATA, XCLARITY_CACHE, XDG_CACHE_HOME } = environment;
	if (XCLARITY_CACHE !== undefined) return XCLARITY_CACHE === '' ? undefined : resolve(XCLARITY_CACHE);
	if (CI) return undefined;
	if (platform === 'win32') return join(LOCALAPPDATA ?? join(home, 'AppData/Local'), 'xclarity', 'cache');
	if (platform === 'darwin') return join(home, 'Library/Caches/xclarity');
	return join(XDG_CACHE_HOME ?? join(home, '.cache'), 'xclarity');
}

/** The compiled code of a build's files, by their names; `undefined` when none is kept, or it is not to be trusted. */
export function compiledFor(build: string, folder: string): ReadonlyMap<string, Buffer> | undefined {
	try {
		const file = join(folder, nameFor(build));
		return isOurs(folder) && isOurs(file) ? unpacked(readFileSync(file)) : undefined;
	} catch (error) {
		return withoutIt(error);
	}
}

/**
 * Keeps the compiled code of files that have run, beside that of others which was kept before. Where that fails, the
 * next run compiles them again.
 */
export function keepCompiled(
	build: string,
	folder: string,
	scripts: ReadonlyMap<string, Script>,
	before: ReadonlyMap<string, Buffer> = new Map(),
): void {
	try {
		if (!isOwned(nearestFolder(folder))) return;
		makeFolder(folder, 0o700);
		if (!isOurs(folder)) return;
		const file = join(folder, nameFor(build));
		// Another process may read it at the same time.
		const written = `${file}.${process.pid}`;
		const made = [...scripts].map(([name, script]) => [name, script.createCachedData()] as const);
		writeFileSync(written, packed(new Map([...before, ...made])), { mode: 0o600, flag: 'wx' });
		renameSync(written, file);
		dropOldest(folder);
	} catch (error) {
		withoutIt(error);
	}
}

/** No run may fail because of a disk that keeps nothing for it. */
function withoutIt(error: unknown): undefined {
	if (!(error instanceof Error) || !('code' in error)) throw error;
}

const ending = '.code';

/** Code that was compiled under other options, Node refuses; it is then made again. */
const nameFor = (build: string): string => `${build}-${process.arch}-${process.version}${ending}`;

/**
 * Whether a file or folder belongs to the person who runs this. Under `sudo`, root must not run what somebody has put
 * into their own home, nor leave files there that they cannot replace. Windows keeps a person's folders from others.
 */
const isOwned = (place: string): boolean => process.getuid === undefined || statSync(place).uid === process.getuid();

/** Whether nobody else can write there, either. */
const isOurs = (place: string): boolean =>
	isOwned(place) && (process.getuid === undefined || (statSync(place).mode & 0o022) === 0);

/** The folder, or the first above it that exists. */
function nearestFolder(folder: string): string {
	const exists = statSync(folder, { throwIfNoEntry: false }) !== undefined;
	return exists || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));
}

function dropOldest(folder: string): void {
	const kept = readdirSync(folder)
		.filter(name => name.includes(ending))
		.map(name => ({ file: join(folder, name), written: statSync(join(folder, name)).mtimeMs }))
		.sort((a, b) => b.written - a.written);
	for (const { file } of kept.slice(mostKept)) rmSync(file, { force: true });
}

/**
 * The length of a list, the list of names and lengths, and the code of each; then all of it once more. Node does not
 * notice when a disk has spoilt compiled code, and would run it. Two copies are compared in a fraction of the time that
 * a digest takes, which needs `node:crypto` besides: a tenth of what Node itself takes to start.
 */
function packed(compiled: ReadonlyMap<string, Buffer>): Buffer {
	const list = Buffer.from(JSON.stringify([...compiled].map(([name, code]) => [name, code.length])));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(list.length);
	const copy = Buffer.concat([length, list, ...compiled.values()]);
	return Buffer.concat([copy, copy]);
}

function unpacked(bytes: Buffer): ReadonlyMap<string, Buffer> | undefined {
	const half = bytes.length >> 1;
	const copy = bytes.subarray(0, half);
	if (half < 4 || !copy.equals(bytes.subarray(half))) return undefined;
	let at = 4 + copy.readUInt32LE(0);
	// What a machine that went down has left may be nothing but zeros.
	if (at === 4) return undefined;
	const list: [string, number][] = JSON.parse(copy.toString('utf8', 4, at));
	const compiled = new Map<string, Buffer>();
	for (const [name, length] of list) {
		compiled.set(name, copy.subarray(at, at + length));
		at += length;
	}
	return compiled;
}
