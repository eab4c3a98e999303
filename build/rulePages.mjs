/** The pages of all rules, in one file beside the programs: in a closed network nothing else can show them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './steps.mjs';

/**
 * @param {string} outdir folder of the programs
 * @returns {{ file: string, text: string }} JSON: the Markdown of each page by the code of its rule
 */
export function rulePages(outdir) {
	const folder = path.join(root, 'docs', 'rules');
	const codes = readdirSync(folder)
		.map(name => path.basename(name, '.md'))
		.sort();
	const pages = codes.map(code => [code, readFileSync(path.join(folder, `${code}.md`), 'utf8')]);
	return { file: path.resolve(outdir, 'rulePages.json'), text: JSON.stringify(Object.fromEntries(pages)) };
}
