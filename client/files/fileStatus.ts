import { type Disposable, type LanguageStatusItem, languages, type TextDocument, Uri, window, workspace } from 'vscode';
import { type FileStatusParams, type FileStatusResult, fileStatusRequest } from '../../server/lsp/statusProtocol';
import { t } from '../../server/texts/texts';
import { commandIds } from '../commandIds';
import { foldedWork } from '../foldedWork';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { linkText, releaseText, type StatusText } from './fileStatusTexts';
import type { OurFiles } from './ourFiles';

export interface FileStatusParts {
	readonly server: LanguageServer;
	readonly ourFiles: OurFiles;
	readonly log: Log;
}

/** Beside the language of the file in front: the release it is for, and what it is linked with. */
export function createFileStatus({ server, ourFiles, log }: FileStatusParts): Disposable {
	const release = languages.createLanguageStatusItem('xclarity.release', []);
	release.name = t('XClarity: system and release');
	const link = languages.createLanguageStatusItem('xclarity.link', []);
	link.name = t('XClarity: linked files');

	const update = foldedWork(
		async () => {
			const document = window.activeTextEditor?.document;
			const found = document && ourFiles.isOurs(document.uri) ? await ask(server, document) : undefined;
			if (document !== window.activeTextEditor?.document) return;
			show(release, document, found && releaseText(found, nameOf));
			show(link, document, found && linkText(found, nameOf));
			if (!document || !found) return;
			const { manifest, linked } = found;
			const first = linked[0];
			release.command = manifest === undefined ? linking(document) : opening(manifest);
			link.command = found.kind === 'config' ? showingMap() : first === undefined ? linking(document) : opening(first);
		},
		error => log.error(`What is known of the file could not be read: ${String(error)}`),
	);
	const watches = [
		window.onDidChangeActiveTextEditor(update),
		ourFiles.onDidChange(update),
		workspace.onDidChangeTextDocument(({ document }) => {
			if (document.uri.path.endsWith('/xclarity.json')) update();
		}),
	];
	update();
	return {
		dispose: () => {
			for (const part of [...watches, release, link]) part.dispose();
		},
	};
}

const ask = async (server: LanguageServer, { uri }: TextDocument): Promise<FileStatusResult | undefined> => {
	const params: FileStatusParams = { uri: uri.toString() };
	return (await server.request<FileStatusResult | null>(fileStatusRequest, params)) ?? undefined;
};

const nameOf = (uri: string): string => workspace.asRelativePath(Uri.parse(uri), false);

/** An item without words is shown nowhere. */
function show(item: LanguageStatusItem, document: TextDocument | undefined, words: StatusText | undefined): void {
	item.selector = document && words ? [{ scheme: document.uri.scheme, language: document.languageId }] : [];
	if (!words) return;
	item.text = words.text;
	item.detail = words.detail;
}

const opening = (uri: string) => ({ command: commandIds.showFile, title: t('Open'), arguments: [uri] });
const linking = ({ uri }: TextDocument) => ({ command: commandIds.link, title: t('Link…'), arguments: [uri] });
const showingMap = () => ({ command: commandIds.showMap, title: t('Show map') });
