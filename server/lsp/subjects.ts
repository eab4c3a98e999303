import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind, Language } from '../language/language';
import { languageFor } from '../language/languageService';
import type { Workspace } from '../workspace/workspace';
import type { DocumentSettings } from './documentSettings';
import type { Settings } from './settings';

/** A document of ours together with all that a verb needs. */
export interface Subject {
	readonly document: TextDocument;
	readonly kind: Kind;
	readonly language: Language;
	readonly context: Context;
	readonly settings: Settings;
}

/** Finds the subject of a request; `undefined` when the document is none of ours. */
export function subjectFinder(workspace: Workspace, settings: DocumentSettings) {
	return async (uri: string, { acrossFiles = false } = {}): Promise<Subject | undefined> => {
		const document = await workspace.document(uri);
		const kind = document && (await workspace.kindOf(document));
		if (!document || !kind) return undefined;
		const own = await settings.of(document.uri);
		const context = await workspace.contextOf(document, kind, { severities: own.rules, acrossFiles });
		return { document, kind, language: languageFor(kind), context, settings: own };
	};
}
