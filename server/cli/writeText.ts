import { promises } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeFile } from '../workspace/decodeFile';
import { type NewText, replacedBytes } from './replacedBytes';
import { tryToOpen, writeWhole } from './writeWhole';

/**
 * A new text for a file, made ready: `write` puts it there and gives the reason when the system refuses. `refusal`: it
 * may not be written, or not without loss. `problem`: the file is no longer what was read. Reasons complete "cannot be
 * written: …".
 */
export type ReadyText =
	| { readonly refusal: string }
	| { readonly problem: string }
	| { readonly write: () => Promise<string | undefined> };

/** Reads the file once more, and makes its bytes with the new text: in its own encoding, or in plain UTF-8. */
export async function readyText(uri: string, before: string, now: NewText): Promise<ReadyText> {
	try {
		const file = await promises.realpath(fileURLToPath(uri));
		if (await isReadOnly(file)) return { refusal: 'it is read-only for you' };
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

/** As a whole, or not at all. */
async function replace(file: string, bytes: Uint8Array): Promise<string | undefined> {
	try {
		await writeWhole(file, bytes);
		return undefined;
	} catch (error) {
		return reasonOf(error);
	}
}

/** Its folder would let it be replaced, but somebody took the right to write it away. */
async function isReadOnly(file: string): Promise<boolean> {
	try {
		await tryToOpen(file);
		return false;
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) return true;
		throw error;
	}
}

/** What the file system says; anything else is a fault. */
function reasonOf(error: unknown): string {
	if (error instanceof Error && 'code' in error) return error.message;
	throw error;
}
