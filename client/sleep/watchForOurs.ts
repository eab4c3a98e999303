import { type Disposable, type TextDocument, workspace } from 'vscode';
import { mayBeOurs } from '../files/firstLook';
import { headOf } from '../files/headOf';
import { lookedInto, ourLanguages } from '../files/languageOf';
import { servedSchemes } from '../files/servedSchemes';
import { hasMarks, liesUnderMark } from './marks';

/*
 * When VS Code loads the extension (`activationEvents` in package.json, which cannot hold comments):
 * - for the languages of ours, commands and views, which VS Code derives from `contributes`;
 * - for an `xclarity.json` in the workspace: the mark that a folder is ours;
 * - for `properties`, VS Code's language for `.cfg`, and for `xml`, because kickstart and answer files go by those names
 *   and have no other mark. For a file of somebody else that means one look at its beginning, and no more.
 * - for pages of rules in tabs that come back (`onFileSystem`).
 * Not for `json`: nearly every workspace holds JSON. A JSON file alone, without any of the above, is brought in by its
 * name (`*.xclarity.json`) or by the command "Use this file with XClarity".
 */

/** Looks at each document that is open or opened later, and wakes the client for the first one that may be ours. */
export function watchForOurs(wake: () => Promise<unknown>): Disposable {
	const look = async (document: TextDocument): Promise<void> => {
		if (await mayConcernUs(document)) await wake();
	};
	const watch = workspace.onDidOpenTextDocument(document => void look(document));
	void wakeForWorkspace(wake);
	workspace.textDocuments.forEach(document => void look(document));
	return watch;
}

async function mayConcernUs(document: TextDocument): Promise<boolean> {
	const { languageId, uri } = document;
	if (!servedSchemes().includes(uri.scheme)) return false;
	return ourLanguages.has(languageId) || mayBeOurs(languageId, headOf(document)) || (await liesUnderMark(document.uri));
}

/** VS Code does not say why it has loaded us: when it was for somebody's document, the workspace is not searched. */
async function wakeForWorkspace(wake: () => Promise<unknown>): Promise<void> {
	const mayBeFor = ({ languageId }: TextDocument): boolean => lookedInto.has(languageId);
	if (!workspace.textDocuments.some(mayBeFor) && (await hasMarks())) await wake();
}
