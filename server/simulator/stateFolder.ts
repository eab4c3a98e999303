import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Where a simulator keeps what must outlive it: small named texts, and contents by their digest. */
export interface Storage {
	read(name: string): string | undefined;
	/** Asks for the text only where it has to be written out. */
	write(name: string, text: () => string): void;
	readContent(digest: string): Buffer | undefined;
	writeContent(digest: string, bytes: Buffer): void;
}

/** Keeps everything until the process ends. */
export function memoryStorage(): Storage {
	const texts = new Map<string, () => string>();
	const contents = new Map<string, Buffer>();
	return {
		read: name => texts.get(name)?.(),
		write: (name, text) => void texts.set(name, text),
		readContent: digest => contents.get(digest),
		writeContent: (digest, bytes) => void contents.set(digest, bytes),
	};
}

/**
 * Keeps everything in a folder, which is made when it is missing. A write is on the disk, whole, before the call
 * returns; after a kill at any moment each name holds its old or its new text.
 * @throws {Error} what the file system says, when the folder cannot be used.
 */
export function folderStorage(folder: string): Storage {
	const contents = path.join(folder, 'contents');
	mkdirSync(contents, { recursive: true, mode: 0o700 });
	const placeOf = (digest: string): string => path.join(contents, digest);
	return {
		read: name => readIfThere(path.join(folder, name))?.toString('utf8'),
		write: (name, text) => replaceFile(path.join(folder, name), Buffer.from(text())),
		readContent: digest => readIfThere(placeOf(digest)),
		writeContent: (digest, bytes) => {
			if (!existsSync(placeOf(digest))) replaceFile(placeOf(digest), bytes);
		},
	};
}

const readIfThere = (file: string): Buffer | undefined => (existsSync(file) ? readFileSync(file) : undefined);

/** Written beside, synced, then renamed over: no reader ever sees half of it. */
function replaceFile(file: string, bytes: Buffer): void {
	const beside = `${file}.new`;
	const handle = openSync(beside, 'w', 0o600);
	try {
		for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
	renameSync(beside, file);
}
