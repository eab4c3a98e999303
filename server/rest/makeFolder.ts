import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it that are missing. `mkdir` of Node with `recursive` does not come back, in Node 20 at
 * least, where a system has no folder to make, as below `/proc`.
 * @param mode of what is made
 * @throws {NodeJS.ErrnoException} when there is none afterwards
 */
export function makeFolder(folder: string, mode?: number): void {
	try {
		mkdirSync(folder, { mode });
	} catch (error) {
		if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
		const above = dirname(folder);
		if (existsSync(above) || above === folder) throw error;
		makeFolder(above, mode);
		makeFolder(folder, mode);
	}
}
