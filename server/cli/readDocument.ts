import type { TextDocument } from 'vscode-languageserver-textdocument';
import { longestText } from '../language/setAside';
import { whyUnread } from '../workspace/nodeFileSystem';
import type { Workspace } from '../workspace/workspace';
import { uriIn } from './findFiles';
import { UsageError } from './usageError';

/**
 * The text of a file that the person named.
 * @param cwd folder that its path starts from
 * @throws {UsageError} that says why it cannot be read
 */
export async function readDocument(workspace: Workspace, file: string, cwd: string): Promise<TextDocument> {
	const uri = uriIn(cwd, file);
	const document = await workspace.document(uri);
	if (document) return document;
	throw new UsageError(`${file} cannot be read: ${(await whyNoText(workspace, uri)) ?? 'it is a folder'}.`);
}

/** Why a file has no text to work on, as the end of a sentence; `undefined` for a folder that only looks like a file. */
export const whyNoText = async (workspace: Workspace, uri: string): Promise<string | undefined> =>
	(await workspace.setAside(uri)) ? `it has more than ${longestText} characters` : whyUnread(uri);
