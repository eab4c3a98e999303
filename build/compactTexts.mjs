/** The translations as they ship: by short keys instead of whole English texts. */
import path from 'node:path';
import { build } from 'esbuild';
import { bundlePath, languages, readJson } from './bundlesOfTexts.mjs';

/**
 * @param {string} outdir folder of the programs
 * @returns {Promise<{ file: string, text: string }[]>} a file for each language
 * @throws {Error} when two texts have one key
 */
export async function compactTexts(outdir) {
	const { keyOf } = await textsModule();
	return languages.map(language => {
		const compact = {};
		for (const [english, wording] of Object.entries(readJson(bundlePath(language)))) {
			const key = keyOf(english);
			if (Object.hasOwn(compact, key)) throw new Error(`Two texts have the key ${key}; change one: ${english}`);
			compact[key] = wording;
		}
		return { file: path.resolve(outdir, `texts.${language}.json`), text: JSON.stringify(compact) };
	});
}

/** The product's own module for texts, so that keys are made in one place. */
async function textsModule() {
	const { outputFiles } = await build({
		entryPoints: ['server/texts/texts.ts'],
		bundle: true,
		format: 'esm',
		write: false,
	});
	return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
