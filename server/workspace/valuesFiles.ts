import type { TextDocument } from 'vscode-languageserver-textdocument';
import { valuesEnding } from '../language/deployment/valuesFile';
import { answeredPath } from '../language/deployment/valuesLanguage';
import { canonicalUri, joinUri, parentUri } from './fileUri';
import type { Workspace } from './workspace';

/** The values files below the folder of a configuration-settings file that answer it, in order of their paths. */
export async function valuesFilesOf(
	workspace: Pick<Workspace, 'filesBelow' | 'document'>,
	config: string,
): Promise<readonly TextDocument[]> {
	const folder = parentUri(canonicalUri(config));
	const found: TextDocument[] = [];
	for (const uri of folder === undefined ? [] : await workspace.filesBelow(folder)) {
		const document = uri.endsWith(valuesEnding) ? await workspace.document(uri) : undefined;
		const path = document && answeredPath(document);
		const answered = path === undefined ? undefined : joinUri(parentUri(uri) ?? uri, path);
		if (document && answered === canonicalUri(config)) found.push(document);
	}
	return found.sort((a, b) => (a.uri < b.uri ? -1 : 1));
}
