import { TextDocument } from 'vscode-languageserver-textdocument';
import { isBinary } from '../../language/binaryFile';
import { waysOut } from '../../language/fixAll';
import { languageFor } from '../../language/languageService';
import { problem, toDiagnostics } from '../../language/problem';
import { longestFile, type TimeLimit, timeLimit } from '../../workspace/timeLimit';
import type { Preferences, Workspace } from '../../workspace/workspace';
import type { FoundFile, Skipped } from '../findFiles';
import { whyNoText } from '../readDocument';
import type { FileReport } from './report';

/** What is asked of each file: plain data, which goes to other threads, too. */
export interface CheckRequest {
	readonly preferences: Preferences;
	/** A file that is none of ours is passed over also when somebody named it. */
	readonly ignoresUnknown?: boolean;
	/** The report is to say how each problem can be cured. */
	readonly withFixes?: boolean;
}

/** What does not come back from a file in a run of the terminal tool is called off. */
export const limitOfFile: TimeLimit = timeLimit(longestFile);

/**
 * The report on one file, or why there is none; `undefined` when it is none of ours and nobody named it.
 * @param limit calls off what does not come back: the other files go on
 */
export async function checkFile(
	workspace: Workspace,
	{ file, uri, origin }: FoundFile,
	{ preferences, ignoresUnknown = false, withFixes = false }: CheckRequest,
	limit: TimeLimit = limitOfFile,
): Promise<FileReport | Skipped | undefined> {
	const document = await workspace.document(uri);
	if (!document) {
		const reason = await whyNoText(workspace, uri);
		return reason === undefined ? undefined : { file, reason };
	}
	const kind = await workspace.kindOf(document);
	if (kind) {
		const language = languageFor(kind);
		const context = await workspace.contextOf(document, kind, preferences);
		const own = copyOf(document);
		const outcome = limit((): FileReport => {
			const diagnostics = language.validate(own, context);
			const ways = withFixes && { ways: waysOut({ language, context }, own, diagnostics) };
			return { file, document, diagnostics, ...ways };
		});
		return outcome?.value ?? { file, reason: 'it took so long that it was given up' };
	}
	if (origin !== 'named' || ignoresUnknown) return undefined;
	const place = { start: 0, end: 0 };
	const isBytes = isBinary(document.getText());
	const found = isBytes ? problem('file-binary', place, {}) : problem('file-unrecognised', place, { file });
	return { file, document, diagnostics: toDiagnostics(document, [found], preferences.severities) };
}

/** What is worked out of a text is kept with its document: with this one it goes when the file is done. */
const copyOf = (document: TextDocument): TextDocument =>
	TextDocument.create(document.uri, document.languageId, document.version, document.getText());

export const isSkipped = (outcome: FileReport | Skipped): outcome is Skipped => 'reason' in outcome;
