import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Bundle, bundleOf, languageOf } from '../texts/texts';

/** The texts that the build has put into a folder, by locale; read once, when a program starts. */
export const textsIn =
	(folder: string) =>
	(locale: string | undefined): Bundle | undefined => {
		const language = languageOf(locale);
		const read = (name: string): Buffer => readFileSync(path.join(folder, `texts.${name}`));
		return language && bundleOf(read('keys.txt').toString(), read(`${language}.packed`));
	};
