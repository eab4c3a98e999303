import { commands, window } from 'vscode';
import { UploadError } from '../server/rest/uploadError';
import { XClarityError } from '../server/rest/xclarityError';
import { failureMessage } from './failureMessage';
import type { Log } from './log';
import { plainText } from './plainText';

/**
 * Tells the person what failed, in the appliance's own words where there are some. What was cancelled before it began
 * is told in the log alone. Resolves at once; the notification stays.
 */
export function reportFailure(what: string, error: unknown, log: Log): void {
	if (error instanceof XClarityError && error.kind === 'cancelled') {
		log.info(`${what}: ${error.message}`);
		if (error instanceof UploadError) void showCancelled(error);
		return;
	}
	const words = failureMessage(what, error);
	log.error(words);
	if (!(error instanceof XClarityError) && error instanceof Error && error.stack) log.error(error.stack);
	void showFailure(words, error, log);
}

/** The message says whether anything is left on the appliance. */
const showCancelled = (error: UploadError): Thenable<unknown> =>
	error.remaining.length + error.uncertain.length === 0
		? window.showInformationMessage(plainText(error.message))
		: window.showWarningMessage(plainText(error.message));

async function showFailure(message: string, error: unknown, log: Log): Promise<void> {
	const showLog = 'Show log';
	const trust = 'Manage workspace trust';
	const untrusted = error instanceof XClarityError && error.kind === 'refused' && error.status === undefined;
	const answer = await window.showErrorMessage(message, showLog, ...(untrusted ? [trust] : []));
	if (answer === showLog) log.show();
	if (answer === trust) await commands.executeCommand('workbench.trust.manage');
}
