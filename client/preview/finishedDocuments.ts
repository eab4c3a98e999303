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
import type { ConnectedValues, SaidByServer } from '../servers/connectedValues';
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

export interface FinishedParts {
	readonly server: LanguageServer;
	readonly log: Log;
	readonly connected: Pick<ConnectedValues, 'of' | 'onDidChange'>;
}

/** A finished file, and the server that said some of it. */
interface Finished extends ShownFinished {
	readonly said: SaidByServer | undefined;
}

export function createFinishedDocuments({ server, log, connected }: FinishedParts): FinishedDocuments {
	const changed = new EventEmitter<Uri>();
	const problems = languages.createDiagnosticCollection('xclarity-finished');
	const marks = createOriginMarks();
	const results = new Map<string, Finished>();
	const madeAnew = new EventEmitter<void>();

	const finish = async ({ source, values, server: index }: Choice): Promise<Finished | undefined> => {
		const said = await connected.of(source);
		const escapesXml = settings.escapesXml(source);
		const params: FinishedFileParams = {
			uri: source.toString(),
			values,
			server: index,
			appliance: said?.values,
			escapesXml,
		};
		const result = await server.finishedFile(params);
		return result && { source, result, escapesXml, said };
	};
	const isOurs = (document: TextDocument): boolean => document.uri.scheme === finishedScheme;
	const show = (editor: TextEditor | undefined): void => {
		const finished = editor && results.get(editor.document.uri.toString());
		if (!editor || !finished || editor.document.getText() !== finished.result.text) return;
		marks.show(editor, finished.result, finished.said?.server);
	};
	const provide = async (uri: Uri): Promise<string> => {
		const finished = await finish(choiceOf(uri));
		if (!finished) return '';
		results.set(uri.toString(), finished);
		madeAnew.fire();
		problems.set(uri, await server.diagnosticsOf(finished.result.diagnostics));
		return finished.result.text;
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
		connected.onDidChange(refreshAll),
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
		read: async choice => (await finish(choice))?.result,
		shownIn,
		dispose: () => {
			for (const part of [...parts, changed, madeAnew, problems, marks]) part.dispose();
		},
	};
}
