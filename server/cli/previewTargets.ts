import { type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { safeFileName } from './safeFileName';
import { UsageError } from './usageError';

/** Where the previews of all servers go. */
interface Into {
	readonly folder: string;
	/** Name of the unattend file. */
	readonly file: string;
	/** Paths of all files that they are made from. */
	readonly read: readonly string[];
	/** Working folder of the person. */
	readonly cwd: string;
}

/**
 * A file for each server, in a folder of its own.
 * @param servers their names, where they have one
 * @throws {UsageError} before anything is written: two would be one file, or one would take the place of what is read.
 */
export function previewTargets(
	servers: readonly { readonly name?: string | undefined }[],
	{ folder, file, read, cwd }: Into,
): { readonly name: string; readonly target: string }[] {
	const names = servers.map(({ name }, index) => safeFileName(name ?? `server${index + 1}`));
	// Some file systems do not tell capitals from small letters.
	const folders = names.map(name => name.toLowerCase());
	const twice = names.find((_, index) => folders.indexOf(folders[index] ?? '') !== index);
	if (twice !== undefined) throw new UsageError(`Two servers of the values file are called ${twice}.`);
	const sources = read.map(source => ({ source, facts: statSync(source, { throwIfNoEntry: false }) }));
	return names.map(name => {
		const target = path.join(folder, name, file);
		const there = statSync(target, { throwIfNoEntry: false });
		const same = there && sources.find(({ facts }) => isSameFile(facts, there));
		if (!same) return { name, target };
		const [written, source] = [target, same.source].map(shown => path.relative(cwd, shown));
		throw new UsageError(`${written} would take the place of ${source}, which is read. Give another --out.`);
	});
}

const isSameFile = (one: Stats | undefined, other: Stats): boolean => one?.ino === other.ino && one.dev === other.dev;
