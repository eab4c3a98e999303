/** The rooms in which `mutate.mjs` plants faults: folders, found in the tree, so that a new one is a room by itself. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders whose own folders are rooms. */
const divided = ['server/language/unattend', 'server/language', 'server'];

const isSource = name => name.endsWith('.ts') && !name.endsWith('.d.ts');

const sourcesBelow = folder =>
	readdirSync(folder, { recursive: true })
		.map(String)
		.filter(isSource)
		.map(name => path.join(folder, name))
		.sort();

/**
 * Every room with its files; what lies in a divided folder itself is a room as well.
 * @returns {{ name: string, files: string[] }[]}
 */
export function readRooms() {
	const rooms = divided.flatMap(folder => {
		const entries = readdirSync(folder, { withFileTypes: true });
		const own = entries
			.filter(entry => entry.isFile() && isSource(entry.name))
			.map(({ name }) => path.join(folder, name));
		const folders = entries.filter(entry => entry.isDirectory()).map(({ name }) => path.posix.join(folder, name));
		return [
			{ name: path.basename(folder), files: own },
			...folders
				.filter(inner => !divided.includes(inner))
				.map(inner => ({ name: path.basename(inner), files: sourcesBelow(inner) })),
		];
	});
	return [...rooms, { name: 'client', files: sourcesBelow('client') }].filter(({ files }) => files.length > 0);
}
