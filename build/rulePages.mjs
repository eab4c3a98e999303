/** The pages of all rules, in one file beside the programs: in a closed network nothing else can show them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './steps.mjs';

/**
 * @param {string} outdir folder of the programs
 * @returns {Promise<{ file: string, text: string }>} JSON: `rules` in the order of their codes, `pages` by name
 */
export async function rulePages(outdir) {
	const { outputFiles } = await build({
		entryPoints: [path.join(root, 'server', 'language', 'rules.ts')],
		bundle: true,
		format: 'esm',
		write: false,
	});
	const { rules } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
	const listed = Object.entries(rules)
		.map(([code, { title, severity, grade, source, page = code }]) => ({ code, title, severity, grade, source, page }))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
	const names = [...new Set(listed.map(({ page }) => page))].sort();
	const textOf = name => readFileSync(path.join(root, 'docs', 'rules', `${name}.md`), 'utf8');
	const pages = Object.fromEntries(names.map(name => [name, textOf(name)]));
	return { file: path.resolve(outdir, 'rulePages.json'), text: JSON.stringify({ rules: listed, pages }) };
}
