import {
	type Disposable,
	EventEmitter,
	languages,
	type TextDocument,
	type TextEditor,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { FinishedFileParams, FinishedFileResult } from '../../server/lsp/protocol';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { escapesXmlSetting, settings } from '../settings';
import { finishedReading, type ShownFinished } from './finishedReading';
import { createOriginMarks } from './originMarks';

/** What a finished file is made from. */
export interface Choice {
	/** Of the unattend file. */
	readonly source: Uri;
	/** URI of the values file; the first one that fits when left out. */
	readonly values?: string | undefined;
	/** Counted from 0. */
	readonly server: number;
}

/** Read-only documents: unattend files as the installer of a server will read them. They follow the files they rest on. */
export interface FinishedDocuments extends Disposable {
	uriOf(choice: Choice): Uri;
	/** What the language server makes of it now. */
	read(choice: Choice): Promise<FinishedFileResult | undefined>;
	/** What a document shows; `undefined` for documents that are no finished files. */
	shownIn(document: TextDocument): ShownFinished | undefined;
}

export const finishedScheme = 'xclarity-finished';

/** A tab of its own for each server, told from that of the source. */
function uriOf({ source, values, server }: Choice): Uri {
	const name = source.path.slice(source.path.lastIndexOf('/') + 1);
	const query = JSON.stringify({ source: source.toString(), values, server });
	return Uri.from({ scheme: finishedScheme, path: `/server ${server + 1} · ${name}`, query });
}

/** @throws {SyntaxError} for an address that is none of ours */
function choiceOf(uri: Uri): Choice {
	const { source, values, server } = JSON.parse(uri.query);
	return { source: Uri.parse(String(source)), values, server: Number(server) };
}

export function createFinishedDocuments(server: LanguageServer, log: Log): FinishedDocuments {
	const changed = new EventEmitter<Uri>();
	const problems = languages.createDiagnosticCollection('xclarity-finished');
	const marks = createOriginMarks();
	const results = new Map<string, ShownFinished>();
	const madeAnew = new EventEmitter<void>();

	const read = ({ source, values, server: index }: Choice): Promise<FinishedFileResult | undefined> => {
		const escapesXml = settings.escapesXml(source);
		const params: FinishedFileParams = { uri: source.toString(), values, server: index, escapesXml };
		return server.finishedFile(params);
	};
	const isOurs = (document: TextDocument): boolean => document.uri.scheme === finishedScheme;
	const show = (editor: TextEditor | undefined): void => {
		const result = editor && results.get(editor.document.uri.toString())?.result;
		if (editor && result && editor.document.getText() === result.text) marks.show(editor, result);
	};
	const provide = async (uri: Uri): Promise<string> => {
		const choice = choiceOf(uri);
		const escapesXml = settings.escapesXml(choice.source);
		const result = await read(choice);
		if (!result) return '';
		results.set(uri.toString(), { source: choice.source, result, escapesXml });
		madeAnew.fire();
		problems.set(uri, await server.diagnosticsOf(result.diagnostics));
		return result.text;
	};
	const settle = (document: TextDocument): void => {
		if (!isOurs(document)) return;
		for (const editor of window.visibleTextEditors) if (editor.document === document) show(editor);
	};
	const shownIn = ({ uri }: TextDocument): ShownFinished | undefined => results.get(uri.toString());
	const refreshAll = (): void => {
		for (const document of workspace.textDocuments) if (isOurs(document)) changed.fire(document.uri);
	};

	const parts: Disposable[] = [
		workspace.registerTextDocumentContentProvider(finishedScheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: uri =>
				provide(uri).catch(error => {
					log.error(`The finished file could not be made: ${String(error)}`);
					throw error;
				}),
		}),
		// The name of the tab is not one by which an editor tells languages.
		workspace.onDidOpenTextDocument(async document => {
			const languageId = isOurs(document) ? results.get(document.uri.toString())?.result.languageId : undefined;
			if (languageId !== undefined) await languages.setTextDocumentLanguage(document, languageId);
		}),
		// Whatever file changes may be one that a finished file rests on.
		workspace.onDidChangeTextDocument(({ document }) => (isOurs(document) ? settle(document) : refreshAll())),
		server.onDidChangeFiles(refreshAll),
		workspace.onDidChangeConfiguration(event => event.affectsConfiguration(escapesXmlSetting) && refreshAll()),
		...finishedReading(finishedScheme, shownIn, madeAnew.event),
		window.onDidChangeVisibleTextEditors(editors => editors.forEach(show)),
		workspace.onDidCloseTextDocument(({ uri }) => {
			results.delete(uri.toString());
			problems.delete(uri);
		}),
	];
	return {
		uriOf,
		read,
		shownIn,
		dispose: () => {
			for (const part of [...parts, changed, madeAnew, problems, marks]) part.dispose();
		},
	};
}
