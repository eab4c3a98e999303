import { readFile } from 'node:fs/promises';

/** What is cut out of the parser, and what stands there instead. */
const cuts = [
	// `\p{…}` is read in Unicode mode only, in which we never read (`regexParser.ts`).
	[/(const \w+Sets = new DataSet)\(.*\);/g, '$1();'],
	// The letters that names of groups may have: every Node and browser knows them.
	[/(function isLargeIdStart\(cp\) \{)[\s\S]*?\n\}/g, '$1 return /\\p{ID_Start}/u.test(String.fromCodePoint(cp)); }'],
	[
		/(function isLargeIdContinue\(cp\) \{)[\s\S]*?\n\}/g,
		'$1 return /\\p{ID_Continue}/u.test(String.fromCodePoint(cp)); }',
	],
];

/** Leaves out of the parser of regular expressions its tables of Unicode, a third of its size in the package. */
export const regexpParser = {
	name: 'regexp-parser',
	setup(build) {
		build.onLoad({ filter: /[\\/]@eslint-community[\\/]regexpp[\\/]index\.m?js$/ }, async ({ path: file }) => {
			const text = await readFile(file, 'utf8');
			if (!cuts.every(([place]) => text.search(place) >= 0)) throw new Error('regexpp is written in another way.');
			return { contents: cuts.reduce((code, [place, instead]) => code.replace(place, instead), text), loader: 'js' };
		});
	},
};
