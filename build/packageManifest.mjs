import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './steps.mjs';

const manifest = path.join(root, 'package.json');

/**
 * Programs that import `package.json` get its version and its languages. The rest of it, which is most, lies beside the
 * programs anyway: an import of anything else fails at its first use.
 */
export const packageManifest = {
	name: 'package-manifest',
	setup(build) {
		build.onLoad({ filter: /[\\/]package\.json$/ }, async ({ path: file }) => {
			if (file !== manifest) return undefined;
			const { version, contributes } = JSON.parse(await readFile(file, 'utf8'));
			return {
				contents: JSON.stringify({ version, contributes: { languages: contributes.languages } }),
				loader: 'json',
			};
		});
	},
};
