import { env, Uri, workspace } from 'vscode';
import { type Bundle, bundleOf, languageOf, speak } from '../server/texts/texts';

/**
 * Makes this program speak the language of the editor, before it says anything.
 * @returns the texts, for the language server; `undefined` for English, and for languages that we do not speak
 */
export async function speakDisplayLanguage(extension: Uri): Promise<Bundle | undefined> {
	const language = languageOf(env.language);
	if (language === undefined) return undefined;
	const read = async (name: string): Promise<string> =>
		new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', `texts.${name}.txt`)));
	const texts = bundleOf(...(await Promise.all([read('keys'), read(language)])));
	speak(texts);
	return texts;
}
