import { promises } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeFile } from '../workspace/decodeFile';
import { type NewText, replacedBytes } from './replacedBytes';

/**
 * A new text for a file, made ready: `write` puts it there and gives the reason when the folder refuses. `refusal`: it
 * cannot be written without loss. `problem`: the file is no longer what was read. Reasons complete "cannot be written: …".
 */
export type ReadyText =
	| { readonly refusal: string }
	| { readonly problem: string }
	| { readonly write: () => Promise<string | undefined> };

/** Reads the file once more, and makes its bytes with the new text: in its own encoding, or in plain UTF-8. */
export async function readyText(uri: string, before: string, now: NewText): Promise<ReadyText> {
	try {
		const file = await promises.realpath(fileURLToPath(uri));
		const bytes = await promises.readFile(file);
		const decoded = decodeFile(bytes);
		const written = replacedBytes(bytes, now, decoded);
		if ('refusal' in written) return written;
		return decoded.text === before ? { write: () => replace(file, written) } : { problem: 'it has just changed' };
	} catch (error) {
		return { problem: reasonOf(error) };
	}
}

/** Makes it ready and writes it. Gives the reason when that cannot be done. */
export async function writeText(uri: string, before: string, now: NewText): Promise<string | undefined> {
	const ready = await readyText(uri, before, now);
	if ('write' in ready) return ready.write();
	return 'refusal' in ready ? ready.refusal : ready.problem;
}

/** As a whole, or not at all: written beside it, then put in its place. Permissions and links to the file stay. */
async function replace(file: string, bytes: Uint8Array): Promise<string | undefined> {
	let beside: string | undefined;
	try {
		const { mode } = await promises.stat(file);
		const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${crypto.randomUUID()}.tmp`);
		const handle = await promises.open(temporary, 'wx', mode);
		beside = temporary;
		try {
			await handle.writeFile(bytes);
			await handle.chmod(mode & 0o7777);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await promises.rename(beside, file);
		return undefined;
	} catch (error) {
		if (beside !== undefined) await promises.unlink(beside).catch(ignoreAbsent);
		return reasonOf(error);
	}
}

/** What the file system says; anything else is a fault. */
function reasonOf(error: unknown): string {
	if (error instanceof Error && 'code' in error) return error.message;
	throw error;
}

/** The file beside is gone once it took the other's place. */
function ignoreAbsent(error: NodeJS.ErrnoException): void {
	if (error.code !== 'ENOENT') throw error;
}
