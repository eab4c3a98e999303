import { readFile } from 'node:fs/promises';

const title = /^\t\ttitle: (?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"),\n/gm;

/** As `server/cli/check/ruleTitles.ts`, from the pages. */
const fromPages = `
	import { listRules } from '../../texts/rulePages';
	import { shippedPages } from '../shippedPages';
	let titles;
	export const titleOf = code => {
		titles ??= new Map(listRules(shippedPages()).map(({ code, title }) => [code, title]));
		return titles.get(code);
	};
`;

/** Leaves the titles of rules out of the programs: only SARIF says them, and 6 KB of the package hold them once more. */
export const ruleTitles = {
	name: 'rule-titles',
	setup(build) {
		build.onLoad({ filter: /[\\/]server[\\/]language[\\/]rules[\\/]\w+[rR]ules\.ts$/ }, async ({ path: file }) => {
			const text = (await readFile(file, 'utf8')).replace(title, '');
			if (/^\s*title:/m.test(text)) throw new Error(`${file} writes a title in another way.`);
			return { contents: text, loader: 'ts' };
		});
		build.onLoad({ filter: /[\\/]server[\\/]cli[\\/]check[\\/]ruleTitles\.ts$/ }, () => ({
			contents: fromPages,
			loader: 'js',
		}));
	},
};
