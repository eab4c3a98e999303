import { env, Uri, workspace } from 'vscode';
import { type Bundle, bundleOf, languageOf, speak } from '../server/texts/texts';

/**
 * Makes this program speak the language of the editor, before it says anything.
 * @returns the texts, for the language server; `undefined` for English, and for languages that we do not speak
 */
export async function speakDisplayLanguage(extension: Uri): Promise<Bundle | undefined> {
	const language = languageOf(env.language);
	if (language === undefined) return undefined;
	const read = (name: string): Thenable<Uint8Array> =>
		workspace.fs.readFile(Uri.joinPath(extension, 'dist', `texts.${name}`));
	const [keys, packed] = await Promise.all([read('keys.txt'), read(`${language}.packed`)]);
	const texts = bundleOf(new TextDecoder().decode(keys), packed);
	speak(texts);
	return texts;
}
