import { TextDocument } from 'vscode-languageserver-textdocument';
import { shownForm } from '../server/lsp/deployDialog';
import type { DeployFormResult } from '../server/lsp/protocol';
import { nodeFileSystem } from '../server/workspace/nodeFileSystem';
import { Workspace } from '../server/workspace/workspace';

/** What the page of the deploy dialog is told about a configuration-settings file. */
export function formOf(text: string): Promise<DeployFormResult | null> {
	const document = TextDocument.create('file:///bench/bench.xclarity.json', 'xclarity-config', 1, text);
	const workspace = new Workspace({ files: nodeFileSystem, openDocuments: () => [document], roots: () => [] });
	return shownForm(workspace, document.uri);
}
