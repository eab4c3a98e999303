import type { TextDocument } from 'vscode-languageserver-textdocument';
import { t } from '../texts/texts';
import type { Language } from './language';
import { problem, toDiagnostics } from './problem';

/**
 * Characters of the longest text that is read. Files that people have shown are far shorter; what a check costs grows
 * with the length, and this keeps it within seconds and within the memory of the process, whatever the text is.
 */
export const longestText = 10_000_000;

/**
 * Why a file is not read: for its length, because a language server has stopped while it read it, or because one did
 * not come back from it and was called off.
 */
export type SetAsideReason = 'tooLong' | 'stopped' | 'endless';

/** The reason for which a text is set aside whatever else is known of it. */
export const reasonIn = (document: TextDocument): SetAsideReason | undefined =>
	document.getText().length > longestText ? 'tooLong' : undefined;

/** All that is said of a file that is set aside: one report, at its beginning. */
export const setAsideLanguage = (reason: SetAsideReason): Language => ({
	validate: (document, { severities }) =>
		toDiagnostics(
			document,
			[problem('file-set-aside', { start: 0, end: 0 }, { reason: sentenceOf(reason) })],
			severities,
		),
});

function sentenceOf(reason: SetAsideReason): string {
	if (reason === 'tooLong') return t('This file has more than {most} characters.', { most: longestText });
	if (reason === 'endless') return t('Reading this file took so long that it was given up.');
	return t('The language server has stopped while it read this file.');
}
