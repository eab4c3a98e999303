import type { Connection } from 'vscode-languageserver';
import type { DocumentLink, SymbolInformation } from 'vscode-languageserver-types';
import { settingSymbols } from '../language/readingAids/settingSymbols';
import type { Workspace } from '../workspace/workspace';
import { askWith, type Find } from './ask';
import type { Editor } from './editor';
import { formattingOptions } from './formattingOptions';
import { packTokens } from './semanticTokens';
import type { Subject } from './subjects';

export interface ReadingAidParts {
	readonly find: Find;
	readonly workspace: Workspace;
	/** What is known of it once it has told. */
	readonly editor: () => Editor;
}

/** What helps to read: links, lenses, hints, colours, formatting, and the settings of the whole workspace. */
export function registerReadingAids(connection: Connection, { find, workspace, editor }: ReadingAidParts): void {
	const ask = askWith(find);
	connection.onDocumentLinks(async ({ textDocument }) => {
		const subject = await find(textDocument.uri, { asAsked: true });
		return subject ? linksOf(subject, workspace) : null;
	});
	connection.onCodeLens(
		ask(({ language, document, context }) => editor().codeLenses(language.codeLenses?.(document, context) ?? [])),
	);
	connection.onDocumentFormatting(
		ask(({ language, document, context }, { options }) =>
			language.format?.(document, formattingOptions(options), context),
		),
	);
	connection.languages.inlayHint.on(
		ask(({ language, kind, document, context, settings: { inlayHints } }, { range }) => {
			const isWanted = kind === 'config' ? inlayHints.macros : inlayHints.values;
			return isWanted ? language.inlayHints?.(document, range, context) : undefined;
		}),
	);
	connection.languages.semanticTokens.on(async ({ textDocument }) => {
		const subject = await find(textDocument.uri, { asAsked: true });
		if (!subject) return { data: [] };
		const tokens = subject.language.semanticTokens?.(subject.document, subject.context) ?? [];
		// An editor that colours by grammar shows the parts of a regular expression; one token would cover them.
		const hasGrammar = editor().capabilities.textDocument?.semanticTokens?.augmentsSyntaxTokens === true;
		return packTokens(subject.document, hasGrammar ? tokens.filter(({ type }) => type !== 'regexp') : tokens);
	});
	connection.onWorkspaceSymbol(({ query }) => settingsIn(workspace, query));
}

/** A link to a file that is not there would lead to an error; a manifest reports such files itself. */
async function linksOf({ kind, language, document, context }: Subject, workspace: Workspace): Promise<DocumentLink[]> {
	const links = language.links?.(document, context) ?? [];
	if (kind === 'manifest') return links;
	const found: DocumentLink[] = [];
	for (const link of links) {
		const { target } = link;
		const isAddress = target === undefined || /^https?:/.test(target);
		if (isAddress || (await workspace.document(target)) !== undefined) found.push(link);
	}
	return found;
}

/** A list that nobody reads to its end. */
const mostSymbols = 1000;

async function settingsIn(workspace: Workspace, query: string): Promise<SymbolInformation[]> {
	const symbols: SymbolInformation[] = [];
	for (const { uri } of await workspace.ourFiles()) {
		if (symbols.length >= mostSymbols) break;
		const document = uri.endsWith('.json') ? await workspace.document(uri) : undefined;
		if (document && (await workspace.kindOf(document)) === 'config') symbols.push(...settingSymbols(document, query));
	}
	return symbols.slice(0, mostSymbols);
}
