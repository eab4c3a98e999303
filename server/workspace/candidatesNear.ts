import type { TextDocument } from 'vscode-languageserver-textdocument';
import { declaredMacros } from '../language/config/customMacros';
import { candidatesFor } from '../language/links/candidates';
import type { LinkCandidate } from '../language/links/link';
import { recognise } from '../language/recognise';
import { canonicalUri, fileName, parentUri, relativePath } from './fileUri';
import { pathFrom } from './folderPaths';
import { manifestName, type Workspace } from './workspace';

/** Configuration-settings files nearby that declare some of the macros that a document uses, best first. */
export async function candidatesNear(
	document: TextDocument,
	roots: readonly string[],
	files: Pick<Workspace, 'filesBelow' | 'document'>,
): Promise<readonly LinkCandidate[]> {
	if (!document.getText().includes('#')) return [];
	const own = parentUri(canonicalUri(document.uri));
	const root = roots.find(folder => relativePath(folder, document.uri) !== undefined) ?? own;
	if (root === undefined || own === undefined) return [];
	const configs: TextDocument[] = [];
	for (const uri of await files.filesBelow(root)) {
		if (!uri.endsWith('.json') || fileName(uri) === manifestName) continue;
		const config = await files.document(uri);
		if (config && recognise({ path: fileName(uri), text: config.getText() }) === 'config') configs.push(config);
	}
	return candidatesFor(
		document.getText(),
		configs.map(config => ({ table: declaredMacros(config), path: pathFrom(own, config.uri) })),
	);
}
