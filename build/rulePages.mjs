/** The pages of all rules, in one file beside the programs: in a closed network nothing else can show them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packedText } from './packedText.mjs';
import { productModule } from './productModule.mjs';
import { root } from './steps.mjs';

/**
 * @param {string} outdir folder of the programs
 * @param {number} [phrases] see `packedText`
 * @returns {Promise<{ file: string, text: Buffer }>} what `rulePagesIn` reads
 */
export async function rulePages(outdir, phrases) {
	const { ownCode, rulePagesFile } = await productModule('server/texts/rulePages.ts');
	const { textSeparator } = await productModule('server/texts/texts.ts');
	const folder = path.join(root, 'docs', 'rules');
	const codes = readdirSync(folder)
		.map(name => path.basename(name, '.md'))
		.sort();
	const pages = codes.map(code => {
		const [heading, ...lines] = readFileSync(path.join(folder, `${code}.md`), 'utf8').split('\n');
		return [heading, ...lines.map(line => line.replaceAll(code, ownCode))].join('\n');
	});
	return { file: path.resolve(outdir, rulePagesFile), text: await packedText(pages.join(textSeparator), phrases) };
}
