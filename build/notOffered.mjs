/**
 * What the language client can do and our language server does not offer it: the file in
 * `vscode-languageclient/lib/common`, the class in it, and the capability that a server would name. Our client has its
 * diagnostics sent, and never asks for them. A test of the language server holds it against this.
 */
export const notOffered = {
	callHierarchy: ['CallHierarchyFeature', 'callHierarchyProvider'],
	colorProvider: ['ColorProviderFeature', 'colorProvider'],
	declaration: ['DeclarationFeature', 'declarationProvider'],
	diagnostic: ['DiagnosticFeature', 'diagnosticProvider'],
	documentHighlight: ['DocumentHighlightFeature', 'documentHighlightProvider'],
	implementation: ['ImplementationFeature', 'implementationProvider'],
	inlineCompletion: ['InlineCompletionItemFeature', 'inlineCompletionProvider'],
	inlineValue: ['InlineValueFeature', 'inlineValueProvider'],
	linkedEditingRange: ['LinkedEditingFeature', 'linkedEditingRangeProvider'],
	notebook: ['NotebookDocumentSyncFeature', 'notebookDocumentSync'],
	signatureHelp: ['SignatureHelpFeature', 'signatureHelpProvider'],
	typeDefinition: ['TypeDefinitionFeature', 'typeDefinitionProvider'],
	typeHierarchy: ['TypeHierarchyFeature', 'typeHierarchyProvider'],
};
