import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './steps.mjs';

const folder = path.join(root, 'schemas');
const isTable = name => /^[\w-]+\.json$/.test(name);

/**
 * The tables of `schemas/` as they ship: without what only their readers ask for, and one behind the other. Among the
 * code each of them would push out of an archive's sight what it could have found again: 3 KB more.
 */
export const tables = {
	name: 'tables',
	setup(build) {
		build.onLoad({ filter: /[\\/]schemas[\\/][\w-]+\.json$/ }, async ({ path: file }) => {
			if (path.dirname(file) !== folder) return undefined;
			const { $schema, source, ...table } = JSON.parse(await readFile(file, 'utf8'));
			return { contents: JSON.stringify(table), loader: 'json' };
		});
		build.onLoad({ filter: /[\\/]server[\\/]language[\\/]languageService\.ts$/ }, async ({ path: file }) => {
			const imports = readdirSync(folder)
				.filter(isTable)
				.sort()
				.map(name => `import '../../schemas/${name}';`);
			return { contents: `${imports.join('')}${await readFile(file, 'utf8')}`, loader: 'ts' };
		});
	},
};
