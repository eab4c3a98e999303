import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './steps.mjs';

const folder = path.join(root, 'schemas');
const isTable = name => /^[\w-]+\.json$/.test(name);

/** Tables that come with the dialect whose name they bear, and lists of names that no configuration-settings file needs. */
const isOfDialects = name =>
	/^(?:kickstart|esxi|autoyast|windows|keyboards|locales|time-zones|file-systems)\b/.test(name);

/**
 * What puts tables one behind the other at the beginning of a program. Among the code each of them would push out of an
 * archive's sight what it could have found again: 3 KB more.
 * @param {(name: string) => boolean} isWanted by its name in `schemas/`
 */
export const importsOfTables = isWanted =>
	readdirSync(folder)
		.filter(name => isTable(name) && isWanted(name))
		.sort()
		.map(name => `import ${JSON.stringify(path.join(folder, name))};`)
		.join('');

/** The tables of `schemas/` as they ship: without what only their readers ask for, and one behind the other. */
export const tables = {
	name: 'tables',
	setup(build) {
		build.onLoad({ filter: /[\\/]schemas[\\/][\w-]+\.json$/ }, async ({ path: file }) => {
			if (path.dirname(file) !== folder) return undefined;
			const { $schema, source, ...table } = JSON.parse(await readFile(file, 'utf8'));
			return { contents: JSON.stringify(table), loader: 'json' };
		});
		build.onLoad({ filter: /[\\/]server[\\/]language[\\/]languageService\.ts$/ }, async ({ path: file }) => ({
			contents: `${importsOfTables(name => !isOfDialects(name))}${await readFile(file, 'utf8')}`,
			loader: 'ts',
		}));
	},
};
