import { inflateRawSync } from 'node:zlib';

/**
 * The files in a zip archive, by its central directory (PKWARE APPNOTE 4.3.12).
 * @param {Buffer} zip
 * @returns {{ name: string, content: Buffer }[]}
 */
export function zipEntries(zip) {
	const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
	if (end < 0) throw new Error('This is no zip archive');
	const entries = [];
	let at = zip.readUInt32LE(end + 16);
	for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => zip.readUInt16LE(at + offset));
		const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
		entries.push({ name, content: contentAt(zip, at) });
		at += 46 + nameLength + extraLength + commentLength;
	}
	return entries.filter(({ name }) => !name.endsWith('/'));
}

function contentAt(zip, directoryEntry) {
	const method = zip.readUInt16LE(directoryEntry + 10);
	const compressedSize = zip.readUInt32LE(directoryEntry + 20);
	const local = zip.readUInt32LE(directoryEntry + 42);
	const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
	const data = zip.subarray(start, start + compressedSize);
	return method === 0 ? data : inflateRawSync(data);
}
