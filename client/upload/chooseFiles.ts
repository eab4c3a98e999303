import { type Uri, window } from 'vscode';
import { type CheckedFile, type FilesToUploadResult, filesToUploadRequest } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import type { LanguageServer } from '../languageServer';
import { tooLarge } from './openBytes';
import { type Chosen, missingPartner, onlyThese, withLinked } from './selection';
import { fileName } from './uploadMessages';

const ask = (languageServer: LanguageServer, uri: string): Promise<FilesToUploadResult> =>
	languageServer.request<FilesToUploadResult>(filesToUploadRequest, { uri });

/**
 * The files of one upload: the given ones and, unless `only` these are wanted, those that they are linked with. The
 * person picks which unattend files go with a configuration file. `undefined` when nothing is to be uploaded.
 */
export async function chooseFiles(
	languageServer: LanguageServer,
	files: readonly Uri[],
	{ only }: { readonly only: boolean },
): Promise<readonly Chosen[] | undefined> {
	const found = await Promise.all(files.map(file => ask(languageServer, file.toString())));
	for (const [at, file] of files.entries()) {
		if (found[at]?.file?.imageType !== undefined) continue;
		const message = t('{file} is neither a configuration-settings file nor an unattend file.', {
			file: fileName(file.toString()),
		});
		void window.showWarningMessage((await tooLarge(file)) ?? message);
		return undefined;
	}
	if (only) return onlyThese(found);
	const missing = missingPartner(found);
	if (missing !== undefined) {
		void window.showWarningMessage(missing);
		return undefined;
	}
	// Who selects several files has said which unattend files are meant.
	const [first, ...others] = found;
	const unattends = first && others.length === 0 ? await pickUnattends(first) : [];
	return unattends && withLinked(found, unattends);
}

async function pickUnattends({ file, unattends }: FilesToUploadResult): Promise<readonly CheckedFile[] | undefined> {
	if (file === undefined || unattends.length < 2) return unattends;
	const items = unattends.map(unattend => ({
		label: fileName(unattend.uri),
		description: [unattend.os, unattend.osrelease].filter(part => part !== undefined).join(' '),
		picked: true,
		unattend,
	}));
	const picked = await window.showQuickPick(items, {
		title: t('Upload {file} with', { file: fileName(file.uri) }),
		placeHolder: t('Unattend files that are linked with it'),
		canPickMany: true,
		ignoreFocusOut: true,
	});
	return picked?.map(({ unattend }) => unattend);
}

/** The same files as they are now. `undefined` when one of them is none of ours any more. */
export async function lookAgain(
	languageServer: LanguageServer,
	chosen: readonly Chosen[],
): Promise<readonly Chosen[] | undefined> {
	const found = await Promise.all(chosen.map(({ file }) => ask(languageServer, file.uri)));
	const files = found.flatMap(({ file }, at) => (file?.imageType === undefined ? [] : [{ ...chosen[at], file }]));
	return files.length === chosen.length ? files : undefined;
}
