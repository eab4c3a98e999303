import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind, Language } from '../language/language';
import { languageFor } from '../language/languageService';
import { noLink } from '../language/links/link';
import { setAsideLanguage } from '../language/setAside';
import type { SetAsideFile } from '../workspace/readDocuments';
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

/** Makes a language one that always comes back from this document. */
export type Limited = (language: Language, document: TextDocument) => Language;

/** Finds the subject of a request; `undefined` when the document is none of ours. */
export function subjectFinder(workspace: Workspace, settings: DocumentSettings, limited: Limited = same) {
	return async (uri: string, { acrossFiles = false } = {}): Promise<Subject | undefined> => {
		const aside = await workspace.setAside(uri);
		if (aside) return setAsideSubject(aside, workspace, settings);
		const document = await workspace.document(uri);
		const kind = document && (await workspace.kindOf(document));
		if (!document || !kind) return undefined;
		const own = await settings.of(document.uri);
		const context = await workspace.contextOf(document, kind, { severities: own.rules, acrossFiles });
		return { document, kind, language: limited(languageFor(kind), document), context, settings: own };
	};
}

const same: Limited = language => language;

/** A file that is not read: nothing around it is looked at. */
async function setAsideSubject(
	{ document, reason }: SetAsideFile,
	workspace: Workspace,
	settings: DocumentSettings,
): Promise<Subject | undefined> {
	const kind = await workspace.kindOf(document);
	if (!kind) return undefined;
	const own = await settings.of(document.uri);
	const context = { severities: own.rules, link: noLink, dependents: [], applianceMacros: [], files: [] };
	return { document, kind, language: setAsideLanguage(reason), context, settings: own };
}
