import { type Disposable, languages, type TextDocument, type Uri, window, workspace } from 'vscode';
import { type RecogniseParams, type RecogniseResult, recogniseRequest } from '../../server/lsp/protocol';
import { t } from '../../server/texts/texts';
import type { LanguageServer } from '../languageServer';
import type { Log } from '../log';
import { settings } from '../settings';
import { mayBeOurs } from './firstLook';
import { headOf } from './headOf';
import { decideLanguage, mayChange, ourLanguages } from './languageOf';
import type { OfferMemory } from './offerMemory';
import { servedSchemes } from './servedSchemes';

/** How much of a file the language server is shown, in characters. */
const recognisedLength = 65_536;

export interface Recognition extends Disposable {
	/** Looks at a file again because the person asks; answers whether it is ours. */
	recognise(document: TextDocument): Promise<boolean>;
}

export interface RecognitionParts {
	readonly server: LanguageServer;
	readonly offers: OfferMemory;
	readonly log: Log;
	/** Told about each open file that is ours by its content. */
	readonly found: (file: Uri) => void;
}

/** Kinds whose files are known by their names, or are none that an appliance takes. */
const named: ReadonlySet<string> = new Set(['config', 'manifest', 'values']);

export function createRecognition({ server, offers, log, found }: RecognitionParts): Recognition {
	// After a switch the file is opened anew; what the person then makes of it is left alone.
	const decided = new Set<string>();

	const ask = (document: TextDocument): Promise<RecogniseResult> => {
		const text = document.getText().slice(0, recognisedLength);
		const params: RecogniseParams = { uri: document.uri.toString(), languageId: document.languageId, text };
		return server.request<RecogniseResult>(recogniseRequest, params);
	};

	const switchTo = async (document: TextDocument, languageId: string): Promise<void> => {
		decided.add(document.uri.toString());
		log.info(`${workspace.asRelativePath(document.uri)} is shown as ${languageId}`);
		await languages.setTextDocumentLanguage(document, languageId);
	};

	const offer = async (document: TextDocument, languageId: string): Promise<void> => {
		const uri = document.uri.toString();
		decided.add(uri);
		const answers = { [t('Yes')]: 'yes', [t('Not this file')]: 'no', [t('Never')]: 'never' } as const;
		const known = offers.answerFor(uri);
		if (known === 'no') return;
		if (known === undefined) {
			const picked = await window.showInformationMessage(
				t('{file} looks like an XClarity configuration-settings file. Check and complete it as one?', {
					file: workspace.asRelativePath(document.uri),
				}),
				...Object.keys(answers),
			);
			if (picked === undefined) return;
			const answer = answers[picked] ?? 'no';
			await offers.remember(uri, answer);
			if (answer !== 'yes') return;
		}
		await switchTo(document, languageId);
	};

	const look = async (document: TextDocument): Promise<void> => {
		const { languageId, uri } = document;
		if (!servedSchemes().includes(uri.scheme) || document.isClosed) return;
		const xml = languageId === 'xml';
		if (ourLanguages.has(languageId)) await server.start();
		if (!xml && !mayChange(languageId)) return;
		if (!server.running && !mayBeOurs(languageId, headOf(document))) return;
		if (decided.has(uri.toString())) return;
		const recognised = await ask(document);
		if (recognised.kind !== undefined && !named.has(recognised.kind)) found(uri);
		const decision = decideLanguage(languageId, recognised, settings.recognizeFiles(uri));
		if (decision.action === 'switch') await switchTo(document, decision.languageId);
		if (decision.action === 'offer') await offer(document, decision.languageId);
	};

	const lookSafely = (document: TextDocument): void => {
		look(document).catch(error => log.error(`${document.uri.toString()} could not be recognised: ${String(error)}`));
	};
	const watch = workspace.onDidOpenTextDocument(lookSafely);
	workspace.textDocuments.forEach(lookSafely);

	return {
		async recognise(document) {
			const recognised = await ask(document);
			const { kind } = recognised;
			const decision = decideLanguage(document.languageId, { ...recognised, reason: 'listed' }, true);
			if (decision.action === 'switch') await switchTo(document, decision.languageId);
			return kind !== undefined;
		},
		dispose: () => watch.dispose(),
	};
}
