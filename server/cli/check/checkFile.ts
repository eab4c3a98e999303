import { TextDocument } from 'vscode-languageserver-textdocument';
import { atWorkOn } from '../../language/atWorkOn';
import { isBinary } from '../../language/binaryFile';
import { waysOut } from '../../language/fixAll';
import { languageFor } from '../../language/languageService';
import { problem, toDiagnostics } from '../../language/problem';
import { canonicalUri } from '../../workspace/fileUri';
import { GivenUp } from '../../workspace/givenUp';
import type { Preferences, Workspace } from '../../workspace/workspace';
import type { FoundFile, Skipped } from '../findFiles';
import { whyNoText } from '../readDocument';
import { shownFile } from '../workOfCommand';
import type { FileReport } from './report';

/** What is asked of each file: plain data, which goes to other threads, too. */
export interface CheckRequest {
	readonly preferences: Preferences;
	/** A file that is none of ours is passed over also when somebody named it. */
	readonly ignoresUnknown?: boolean;
	/** The report is to say how each problem can be cured. */
	readonly withFixes?: boolean;
}

/**
 * The report on one file, or why there is none; `undefined` when it is none of ours and nobody named it. A file that is
 * given up is one without a report: the other files go on.
 */
export async function checkFile(
	workspace: Workspace,
	found: FoundFile,
	request: CheckRequest,
): Promise<FileReport | Skipped | undefined> {
	try {
		return await reportOn(workspace, found, request);
	} catch (error) {
		if (!(error instanceof GivenUp)) throw error;
		const isOther = canonicalUri(error.uri) !== canonicalUri(found.uri);
		const read = isOther ? `reading ${shownFile(error.uri)}` : 'it';
		return { file: found.file, reason: `${read} took so long that it was given up` };
	}
}

async function reportOn(
	workspace: Workspace,
	{ file, uri, origin }: FoundFile,
	{ preferences, ignoresUnknown = false, withFixes = false }: CheckRequest,
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
		// What others have asked of it for their own check is there already, and stays for the next of them.
		const own = context.dependents.length > 0 ? document : copyOf(document);
		return atWorkOn(document, () => {
			const diagnostics = language.validate(own, context);
			const ways = withFixes && { ways: waysOut({ language, context }, own, diagnostics) };
			return { file, document, diagnostics, ...ways };
		});
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
