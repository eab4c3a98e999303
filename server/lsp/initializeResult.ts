import { type InitializeParams, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { Editor } from './editor';
import { semanticTokensLegend } from './semanticTokens';

const capabilities: InitializeResult['capabilities'] = {
	textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
	completionProvider: { triggerCharacters: ['#', '.', '"', '-', '<', '%', '=', ':'] },
	hoverProvider: true,
	definitionProvider: true,
	referencesProvider: true,
	renameProvider: { prepareProvider: true },
	documentSymbolProvider: true,
	foldingRangeProvider: true,
	selectionRangeProvider: true,
	workspaceSymbolProvider: true,
	documentLinkProvider: { resolveProvider: false },
	inlayHintProvider: true,
	codeLensProvider: { resolveProvider: false },
	documentFormattingProvider: true,
	codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll', 'source.repair'] },
	semanticTokensProvider: { legend: semanticTokensLegend, full: true, range: false },
	workspace: {
		workspaceFolders: { supported: true, changeNotifications: true },
		// A link may name a file of any name, and a folder in the middle of its path.
		fileOperations: { willRename: { filters: [{ pattern: { glob: '**/*' } }] } },
	},
};

const diagnosticProvider = { identifier: 'xclarity', interFileDependencies: true, workspaceDiagnostics: true };

/** What the server tells an editor of itself. Nothing of the language is asked for it, so that it is told at once. */
export function initializeResult(params: InitializeParams): InitializeResult {
	const { isPulling, commandsHere } = new Editor(params);
	const executeCommandProvider = { commands: [...commandsHere] };
	const offered = { ...capabilities, executeCommandProvider, ...(isPulling ? { diagnosticProvider } : {}) };
	return { capabilities: offered, serverInfo: { name: 'XClarity Authoring' } };
}
