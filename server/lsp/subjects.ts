import { TextDocument } from 'vscode-languageserver-textdocument';
import { hostedLike } from '../language/atWorkOn';
import type { Context, Kind, Language } from '../language/language';
import { languageFor } from '../language/languageService';
import { noLink } from '../language/links/link';
import { setAsideLanguage } from '../language/setAside';
import type { SetAsideFile } from '../workspace/readDocuments';
import type { Workspace } from '../workspace/workspace';
import type { DocumentSettings } from './documentSettings';
import { withKeptChecks } from './keptChecks';
import type { Settings } from './settings';

/** A document of ours together with all that a verb needs. */
export interface Subject {
	readonly document: TextDocument;
	readonly kind: Kind;
	readonly language: Language;
	readonly context: Context;
	readonly settings: Settings;
	/** Why the document is not read; what is here of it is not its text. */
	readonly unread?: SetAsideFile['reason'];
}

interface FindOptions {
	/** Gather also the other files linked with the document's configuration file. */
	readonly acrossFiles?: boolean;
	/** The document as it is at the request: the person may type on while files around it are read. */
	readonly asAsked?: boolean;
}

/** Finds the subject of a request; `undefined` when the document is none of ours. */
export function subjectFinder(
	workspace: Workspace,
	settings: DocumentSettings,
	wrap: (language: Language) => Language = same,
) {
	return async (
		uri: string,
		{ acrossFiles = false, asAsked = false }: FindOptions = {},
	): Promise<Subject | undefined> => {
		const keep = asAsked ? keeperOf(workspace.openDocument(uri)) : same;
		const aside = await workspace.setAside(uri);
		if (aside) return setAsideSubject(aside, workspace, settings);
		const found = await workspace.document(uri);
		const kind = found && (await workspace.kindOf(found));
		if (!found || !kind) return undefined;
		const own = await settings.of(found.uri);
		const context = await workspace.contextOf(found, kind, { severities: own.rules, acrossFiles });
		const document = keep(found);
		return { document, kind, language: wrap(withKeptChecks(languageFor(kind))), context, settings: own };
	};
}

const same = <T>(value: T): T => value;

/**
 * Gives for an open document the text that it has now, however it is edited later: a position of a request means a
 * place of this text, and an editor moves the answer along with what was typed since.
 */
function keeperOf(open: TextDocument | undefined): (found: TextDocument) => TextDocument {
	if (open === undefined) return same;
	const [version, text] = [open.version, open.getText()];
	return found =>
		found === open && found.version !== version
			? hostedLike(found, TextDocument.create(open.uri, open.languageId, version, text))
			: found;
}

/** A file that is not read: nothing around it is looked at. */
async function setAsideSubject(
	{ document, reason }: SetAsideFile,
	workspace: Workspace,
	settings: DocumentSettings,
): Promise<Subject | undefined> {
	// Of what is not even looked at, nobody knows more than the name says.
	const kind = (await workspace.kindOf(document)) ?? (reason === 'tooLong' ? undefined : 'script');
	if (!kind) return undefined;
	const own = await settings.of(document.uri);
	const context = { severities: own.rules, link: noLink, dependents: [], applianceMacros: [], files: [] };
	return { document, kind, language: setAsideLanguage(reason), context, settings: own, unread: reason };
}
