import { crc32, deflateRawSync } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';

/**
 * A zip archive (PKWARE APPNOTE 4.3) whose bytes depend on nothing but its arguments: no clock, time zone, mask or order
 * of a folder. Zopfli finds shorter forms of deflate than zlib does; every reader takes them.
 * @param {{ name: string, content: Buffer }[]} files
 * @param {Date} date of every file, at which a zip archive counts from 1980 in steps of two seconds
 * @returns {Promise<Buffer>}
 */
export async function zipOf(files, date) {
	const sorted = files.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const parts = [];
	const directory = [];
	let offset = 0;
	for (const { name, content } of sorted) {
		const shared = await describe(Buffer.from(name), content, date);
		const local = Buffer.concat([numbers([4, 0x04034b50]), shared.head, shared.name, shared.data]);
		directory.push(
			Buffer.concat([
				numbers([4, 0x02014b50], [2, (unix << 8) | 20]),
				shared.head,
				numbers([2, 0], [2, 0], [2, 0], [4, (modeOf(content) << 16) >>> 0], [4, offset]),
				shared.name,
			]),
		);
		parts.push(local);
		offset += local.length;
	}
	const central = Buffer.concat(directory);
	const count = [2, sorted.length];
	const end = numbers([4, 0x06054b50], [2, 0], [2, 0], count, count, [4, central.length], [4, offset], [2, 0]);
	return Buffer.concat([...parts, central, end]);
}

/** Attributes of the files are modes of this system. */
const unix = 3;

/** A regular file; what begins like a program can be started. */
const modeOf = content => (content.subarray(0, 2).toString('latin1') === '#!' ? 0o100755 : 0o100644);

/** What a file's entry and its line in the directory have in common. */
async function describe(name, content, date) {
	const data = await compressed(content);
	const isStored = data === content;
	const head = numbers(
		[2, 20],
		[2, 0x0800],
		[2, isStored ? 0 : 8],
		[2, (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)],
		[2, ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()],
		[4, crc32(content)],
		[4, data.length],
		[4, content.length],
		[2, name.length],
		[2, 0],
	);
	return { name, head, data };
}

async function compressed(content) {
	if (content.length === 0 || deflateRawSync(content).length >= content.length) return content;
	return Buffer.from(await deflateAsync(content, { numiterations: 5 }));
}

/** Little-endian numbers, each with its size in bytes. */
function numbers(...fields) {
	const bytes = Buffer.alloc(fields.reduce((sum, [size]) => sum + size, 0));
	let at = 0;
	for (const [size, value] of fields) at = bytes.writeUIntLE(value, at, size);
	return bytes;
}
