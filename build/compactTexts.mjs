/**
 * The translations as they ship: short keys instead of whole English texts, once for all languages, and for each a list
 * of its texts in the order of the keys. Keys between the texts would cost as much again as the keys themselves.
 */
import path from 'node:path';
import { build } from 'esbuild';
import { bundlePath, languages, readJson } from './bundlesOfTexts.mjs';

/**
 * @param {string} outdir folder of the programs
 * @returns {Promise<{ file: string, text: string }[]>} the keys, and a file for each language
 * @throws {Error} when two texts have one key
 */
export async function compactTexts(outdir) {
	const { keyOf } = await textsModule();
	const bundles = languages.map(language => readJson(bundlePath(language)));
	const texts = [...new Set(bundles.flatMap(bundle => Object.keys(bundle)))].sort();
	const keys = new Set();
	for (const english of texts) {
		const key = keyOf(english);
		if (keys.has(key)) throw new Error(`Two texts have the key ${key}; change one: ${english}`);
		keys.add(key);
	}
	return [
		{ file: path.resolve(outdir, 'texts.keys.json'), text: JSON.stringify([...keys]) },
		...languages.map((language, index) => ({
			file: path.resolve(outdir, `texts.${language}.json`),
			text: JSON.stringify(texts.map(english => bundles[index][english] ?? '')),
		})),
	];
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
