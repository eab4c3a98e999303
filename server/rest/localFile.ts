import { promises } from 'node:fs';
import path from 'node:path';
import { t } from '../texts/texts';

const mebibyte = 1024 * 1024;

/** Bytes of a file that is still checked. */
export const largestChecked = 16 * mebibyte;

/** Bytes of an unattend file that is still sent: it is held in memory. What an appliance takes is not known. */
const largestSent = 256 * mebibyte;

/** A size for a person; rounded up, so that what is over a limit also looks so. */
export const inMebibytes = (bytes: number): string =>
	t('{bytes} MiB', { bytes: (Math.ceil((bytes * 10) / mebibyte) / 10).toFixed(1) });

/** Why there are no bytes, as a sentence for the person. */
interface Problem {
	readonly problem: string;
}

const problemOf = (shown: string, error: unknown): Problem => {
	if (error instanceof Error)
		return { problem: t('{shown} cannot be read: {error}.', { shown, error: error.message }) };
	throw error;
};

/** Bytes of a regular file. */
export async function fileSize(file: string, shown: string): Promise<{ readonly size: number } | Problem> {
	try {
		const facts = await promises.stat(file);
		return facts.isFile() ? { size: facts.size } : { problem: t('{shown} is no regular file.', { shown }) };
	} catch (error) {
		return problemOf(shown, error);
	}
}

/** Folders of which one must hold the file, after symbolic links were followed. */
export interface Border {
	readonly folders: readonly string[];
	/** As in `the workspace`. */
	readonly name: string;
}

/**
 * The bytes of a file. A link in a repository must not make a person send any other file of the machine: where there
 * is a border, nothing beyond it is read.
 */
export async function readLocalFile(
	file: string,
	{ shown, border }: { readonly shown: string; readonly border: Border | undefined },
): Promise<{ readonly bytes: Uint8Array } | Problem> {
	const sized = await fileSize(file, shown);
	if ('problem' in sized) return sized;
	if (sized.size > largestSent) {
		return {
			problem: t('{shown} has {size}, and at most {largestSent} are sent.', {
				shown,
				size: inMebibytes(sized.size),
				largestSent: inMebibytes(largestSent),
			}),
		};
	}
	try {
		const real = await promises.realpath(file);
		const folders = await Promise.all((border?.folders ?? []).map(folder => promises.realpath(folder)));
		if (border && !folders.some(folder => isWithin(folder, real))) {
			return {
				problem: t('{shown} is a link to {real}, outside {border}. Nothing from there is sent: copy it.', {
					shown,
					real,
					border: border.name,
				}),
			};
		}
		return { bytes: await promises.readFile(real) };
	} catch (error) {
		return problemOf(shown, error);
	}
}

export function isWithin(folder: string, file: string): boolean {
	const way = path.relative(folder, file);
	return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
