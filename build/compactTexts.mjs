/**
 * The translations as they ship: short keys instead of whole English texts, once for all languages, and for each a list
 * of its texts in the order of the keys. Keys between the texts would cost as much again as the keys themselves.
 */
import path from 'node:path';
import { bundlePath, languages, readJson } from './bundlesOfTexts.mjs';
import { packedText } from './packedText.mjs';
import { productModule } from './productModule.mjs';

/**
 * @param {string} outdir folder of the programs
 * @param {number} [phrases] see `packedText`
 * @returns {Promise<{ file: string, text: string | Buffer }[]>} the keys, and a file for each language
 * @throws {Error} when two texts have one key
 */
export async function compactTexts(outdir, phrases) {
	const { keyOf, textSeparator } = await productModule('server/texts/texts.ts');
	const bundles = languages.map(language => readJson(bundlePath(language)));
	const texts = [...new Set(bundles.flatMap(bundle => Object.keys(bundle)))].sort();
	const keys = new Set();
	for (const english of texts) {
		const key = keyOf(english);
		if (keys.has(key)) throw new Error(`Two texts have the key ${key}; change one: ${english}`);
		keys.add(key);
	}
	const translations = languages.map(async (language, index) => ({
		file: path.resolve(outdir, `texts.${language}.packed`),
		text: await packedText(texts.map(english => bundles[index][english] ?? '').join(textSeparator), phrases),
	}));
	return [
		{ file: path.resolve(outdir, 'texts.keys.txt'), text: [...keys].join('') },
		...(await Promise.all(translations)),
	];
}
