import { promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeFile } from '../workspace/decodeFile';
import { type NewText, replacedBytes } from './replacedBytes';

/**
 * Replaces the text of a file as a whole, or not at all: the new text is written beside it, in the file's own
 * encoding or in plain UTF-8, and takes its place. Permissions and links to the file stay. Gives the reason, which
 * completes "cannot be written: …", when the file is no longer what was read, cannot be written without loss, or its
 * folder refuses.
 */
export async function writeText(uri: string, before: string, now: NewText): Promise<string | undefined> {
	let beside: string | undefined;
	try {
		const file = await promises.realpath(fileURLToPath(uri));
		const bytes = await promises.readFile(file);
		if (decodeFile(bytes).text !== before) return 'it has just changed';
		const written = replacedBytes(bytes, now);
		if ('refusal' in written) return written.refusal;
		const { mode } = await promises.stat(file);
		const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${crypto.randomUUID()}.tmp`);
		const handle = await promises.open(temporary, 'wx', mode);
		beside = temporary;
		try {
			await handle.writeFile(written);
			await handle.chmod(mode & 0o7777);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await promises.rename(beside, file);
		return undefined;
	} catch (error) {
		if (beside !== undefined) await promises.unlink(beside).catch(ignoreAbsent);
		if (error instanceof Error && 'code' in error) return error.message;
		throw error;
	}
}

/** The file beside is gone once it took the other's place. */
function ignoreAbsent(error: NodeJS.ErrnoException): void {
	if (error.code !== 'ENOENT') throw error;
}
