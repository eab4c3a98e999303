import { languages, Uri, window, workspace } from 'vscode';
import { type NewFileParams, type NewFileResult, newFileRequest } from '../server/lsp/protocol';
import { t } from '../server/texts/texts';
import { ifThere } from './files/fileRequests';
import { nameOfKind } from './files/languageOf';
import { servedSchemes } from './files/servedSchemes';
import type { LanguageServer } from './languageServer';

type Template = NewFileResult['templates'][number];

/** What a caller other than a person has decided already. */
export interface NewFileAnswers {
	/** Id of a template. */
	readonly template?: string;
	/** Where the file goes. */
	readonly file?: Uri;
}

/**
 * Lets the person choose a starting point and a place, writes the file and opens it. Gives the file, or `undefined`
 * when one of the questions was not answered.
 */
export async function newFile(
	server: LanguageServer,
	of: NewFileParams['of'],
	answers: NewFileAnswers,
): Promise<Uri | undefined> {
	const params: NewFileParams = { of };
	const { templates } = await server.request<NewFileResult>(newFileRequest, params);
	const template = templates.find(({ id }) => id === answers.template) ?? (await pick(of, templates));
	const file = template && (answers.file ?? (await askPlace(template)));
	if (template === undefined || file === undefined) return undefined;
	await workspace.fs.writeFile(file, new TextEncoder().encode(template.text));
	const document = await workspace.openTextDocument(file);
	// A person may choose a name that does not tell the kind.
	await window.showTextDocument(
		template.languageId === document.languageId
			? document
			: await languages.setTextDocumentLanguage(document, template.languageId),
		{ preview: false },
	);
	return file;
}

async function pick(of: NewFileParams['of'], templates: readonly Template[]): Promise<Template | undefined> {
	const picked = await window.showQuickPick(
		templates.map(template => ({ label: template.label, detail: template.detail, template })),
		{ title: of === 'config' ? t('New configuration file') : t('New unattend file'), matchOnDetail: true },
	);
	return picked?.template;
}

/** Beside the active file, or in the first folder. */
async function askPlace({ fileName, label }: Template): Promise<Uri | undefined> {
	const active = window.activeTextEditor?.document.uri;
	const isOnDisk = active && active.scheme !== 'untitled' && servedSchemes().includes(active.scheme);
	const folder = isOnDisk ? Uri.joinPath(active, '..') : workspace.workspaceFolders?.[0]?.uri;
	const ending = /\.(\w+)$/.exec(fileName)?.[1] ?? 'cfg';
	const chosen = await window.showSaveDialog({
		title: label,
		...(folder ? { defaultUri: Uri.joinPath(folder, fileName) } : {}),
		filters: { [ending.toUpperCase()]: [ending], [t('All files')]: ['*'] },
	});
	return chosen && withNameOfKind(chosen, fileName);
}

/** A file that is there was chosen with its own name, and another one is not replaced. */
async function withNameOfKind(chosen: Uri, proposed: string): Promise<Uri> {
	const folder = Uri.joinPath(chosen, '..');
	const name = chosen.path.slice(chosen.path.lastIndexOf('/') + 1);
	const file = Uri.joinPath(folder, nameOfKind(name, proposed));
	const taken = await Promise.all([chosen, file].map(uri => ifThere(workspace.fs.stat(uri))));
	return taken.some(facts => facts !== null) ? chosen : file;
}
