import { readFile } from 'node:fs/promises';

const table = /new Array\(maxCachedValues\)\.fill\(0\)\.map\([\s\S]*?\n\s*\}\)/g;

/**
 * Leaves the formatter of JSON without its 1,200 line breaks with indentation behind them: they are made when it is
 * loaded, also for a check, which formats nothing. An indentation that stands in no table it makes itself.
 */
export const jsoncParser = {
	name: 'jsonc-parser',
	setup(build) {
		build.onLoad(
			{ filter: /[\\/]jsonc-parser[\\/]lib[\\/]esm[\\/]impl[\\/]string-intern\.js$/ },
			async ({ path: file }) => {
				const text = await readFile(file, 'utf8');
				if (text.match(table)?.length !== 6) throw new Error('jsonc-parser is written in another way.');
				return { contents: text.replace(table, '[]'), loader: 'js' };
			},
		);
	},
};
