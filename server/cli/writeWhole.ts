import { promises, type Stats } from 'node:fs';
import path from 'node:path';

type Content = string | Uint8Array;

/**
 * Writes a file as a whole, or leaves it as it was. Links to it are followed; its permissions, its owner and its other
 * names stay. A device or a pipe takes the bytes as they come.
 * @throws {NodeJS.ErrnoException} what the file system says
 */
export async function writeWhole(file: string, content: Content): Promise<void> {
	const target = await promises.realpath(file).catch(error => unlessAbsent(error, file));
	const there = await promises.lstat(target).catch(error => unlessAbsent(error, undefined));
	if (!there) return replaceName(target, content);
	// Of a link that leads nowhere, too, the system knows where the bytes go.
	if (!there.isFile()) return promises.writeFile(target, content);
	await tryToOpen(target);
	if (there.nlink > 1) return overwrite(target, content);
	try {
		await replaceName(target, content, there);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && notBeside.has(error.code))) throw error;
		await overwrite(target, content);
	}
}

/** The folder takes no other file, that file cannot have the same owner, or this one is a mount. */
const notBeside: ReadonlySet<unknown> = new Set(['EACCES', 'EPERM', 'EINVAL', 'EBUSY']);

/**
 * Makes a file that no other one was, or leaves none.
 * @param like whose owner and permissions it gets
 * @throws {NodeJS.ErrnoException} `EEXIST` when something has the name
 */
export async function createFile(file: string, content: Content, like?: Stats): Promise<void> {
	const handle = await promises.open(file, 'wx', like?.mode);
	try {
		await fill(handle, content, like);
	} catch (error) {
		await promises.unlink(file);
		throw error;
	}
}

/** Makes a file beside, and puts it in the place of what has the name: also of a link, which is not followed. */
export async function replaceName(file: string, content: Content, like?: Stats): Promise<void> {
	const name = `.${path.basename(file).slice(0, 60)}.${crypto.randomUUID()}.tmp`;
	const beside = path.join(path.dirname(file), name);
	try {
		await createFile(beside, content, like);
		await promises.rename(beside, file).catch(async error => {
			await promises.unlink(beside);
			throw error;
		});
	} catch (error) {
		// A person knows the file by its own name.
		if (error instanceof Error) error.message = error.message.replace(beside, file);
		throw error;
	}
}

/** Whether a file may be written is for the system to say. @throws {NodeJS.ErrnoException} what it says */
export const tryToOpen = async (file: string): Promise<void> => (await promises.open(file, 'r+')).close();

async function fill(handle: promises.FileHandle, content: Content, like?: Stats): Promise<void> {
	try {
		if (like) await makeAlike(handle, like);
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

async function makeAlike(handle: promises.FileHandle, { uid, gid, mode }: Stats): Promise<void> {
	const own = await handle.stat();
	if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid);
	await handle.chmod(mode & 0o7777);
}

/** In its place, where another one would not be the same file. It gets back what it held when there is no room. */
async function overwrite(file: string, content: Content): Promise<void> {
	const handle = await promises.open(file, 'r+');
	try {
		const before = await handle.readFile();
		await put(handle, Buffer.from(content)).catch(async error => {
			await put(handle, before);
			throw error;
		});
	} finally {
		await handle.close();
	}
}

/** Cuts it at the end only: until then, the room that it had stays its own. */
async function put(handle: promises.FileHandle, bytes: Uint8Array): Promise<void> {
	for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, at)).bytesWritten;
	await handle.truncate(bytes.length);
	await handle.sync();
}

function unlessAbsent<Instead>(error: NodeJS.ErrnoException, instead: Instead): Instead {
	if (error.code === 'ENOENT') return instead;
	throw error;
}
