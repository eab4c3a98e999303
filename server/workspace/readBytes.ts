import fs from 'node:fs';
import { promisify } from 'node:util';

/** What is asked of the system for one file. */
interface FileCalls {
	readonly open: (file: string, flags: number) => Promise<number>;
	readonly fstat: (handle: number) => Promise<fs.Stats>;
	/** Gives how many bytes were read into `bytes` behind the first `at`. */
	readonly read: (handle: number, bytes: Uint8Array, at: number) => Promise<number>;
	readonly close: (handle: number) => Promise<void>;
}

type ReadBytes = (file: string, most: number) => Promise<Uint8Array | undefined>;

/** Something else may lie there by now, and a pipe that nobody writes into would be waited for. */
const flags = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** Bytes of a file of which the system does not say how long it is, as those of a kernel. */
const firstRoom = 64 * 1024;

const readBytesBy =
	({ open, fstat, read, close }: FileCalls): ReadBytes =>
	async (file, most) => {
		const handle = await open(file, flags);
		try {
			const facts = await fstat(handle);
			if (!facts.isFile() || facts.size > most) return undefined;
			let bytes = Buffer.allocUnsafe(facts.size || firstRoom);
			let length = 0;
			for (;;) {
				const count = await read(handle, bytes, length);
				length += count;
				if (length > most) return undefined;
				if (count === 0 || length === facts.size) return bytes.subarray(0, length);
				if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
			}
		} finally {
			await close(handle);
		}
	};

// As `promises` has it, which takes longer to load than a short check to read.
const read = promisify(fs.read);

/**
 * The bytes of a regular file; `undefined` where it is none or has more than `most`, whatever was said of it before: it
 * may grow while it is read.
 * @throws what the system says of a file that cannot be read
 */
export const readBytes = readBytesBy({
	open: promisify(fs.open),
	fstat: promisify(fs.fstat),
	read: async (handle, bytes, at) => (await read(handle, bytes, at, bytes.length - at, null)).bytesRead,
	close: promisify(fs.close),
});

/** The same; the thread waits for the disk. */
export const readBytesAtOnce = readBytesBy({
	open: async (file, how) => fs.openSync(file, how),
	fstat: async handle => fs.fstatSync(handle),
	read: async (handle, bytes, at) => fs.readSync(handle, bytes, at, bytes.length - at, null),
	close: async handle => fs.closeSync(handle),
});
