import fs from 'node:fs';
import { promisify } from 'node:util';

// As `promises` has them, which takes longer to load than a short check to read.
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const read = promisify(fs.read);
const close = promisify(fs.close);

/** Something else may lie there by now, and a pipe that nobody writes into would be waited for. */
const flags = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** Bytes of a file of which the system does not say how long it is, as those of a kernel. */
const firstRoom = 64 * 1024;

/**
 * The bytes of a regular file; `undefined` where it is none or has more than `most`, whatever was said of it before: it
 * may grow while it is read.
 * @throws what the system says of a file that cannot be read
 */
export async function readBytes(file: string, most: number): Promise<Uint8Array | undefined> {
	const handle = await open(file, flags);
	try {
		const facts = await fstat(handle);
		if (!facts.isFile() || facts.size > most) return undefined;
		let bytes = Buffer.allocUnsafe(facts.size || firstRoom);
		let length = 0;
		for (;;) {
			const { bytesRead } = await read(handle, bytes, length, bytes.length - length, null);
			length += bytesRead;
			if (length > most) return undefined;
			if (bytesRead === 0 || length === facts.size) return bytes.subarray(0, length);
			if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(length)]);
		}
	} finally {
		await close(handle);
	}
}
