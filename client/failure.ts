import { commands, window, workspace } from 'vscode';
import { UploadError } from '../server/rest/uploadError';
import { XClarityError } from '../server/rest/xclarityError';
import { english, t, translate } from '../server/texts/texts';
import { commandIds } from './commandIds';
import { failureMessage } from './failureMessage';
import type { Log } from './log';
import { plainText } from './plainText';
import { serverOf } from './servers/failedServer';
import { type WayOut, waysOut } from './waysOut';

/** A command that failed. */
export interface FailedCommand {
	readonly id: string;
	readonly title: string;
	/** Runs it once more. */
	retry(): unknown;
}

/**
 * Tells the person what failed, in the appliance's own words where there are some, and offers what can be done about it.
 * What was cancelled before it began is told in the log alone. Resolves at once; the notification stays.
 */
export function reportFailure(command: FailedCommand, error: unknown, log: Log): void {
	if (error instanceof XClarityError && error.kind === 'cancelled') {
		log.info(`${command.title}: ${error.message}`);
		if (error instanceof UploadError) void showCancelled(command.title, error);
		return;
	}
	const message = failureMessage(command.title, error);
	log.error(message);
	if (!(error instanceof XClarityError) && error instanceof Error && error.stack) log.error(error.stack);
	void showFailure(message, { command, error, log });
}

/** The message says whether anything is left on the appliance. */
const showCancelled = (title: string, error: UploadError): Thenable<unknown> => {
	if (error.remaining.length + error.uncertain.length > 0) return window.showWarningMessage(plainText(error.message));
	return window.showInformationMessage(plainText(nothingLeft(title, error.part, serverOf(error)?.name)));
};

function nothingLeft(title: string, part: string | undefined, place: string | undefined): string {
	if (place === undefined) return t('{title} cancelled. Nothing of it is left on the server.', { title });
	if (part === undefined) return t('{title} cancelled. Nothing of it is left on {place}.', { title, place });
	return t('{title} cancelled. Nothing of {part} is left on {place}.', { title, part, place });
}

const labels: Readonly<Record<WayOut, string>> = {
	retry: english('Retry'),
	chooseServer: english('Choose another server…'),
	trustCertificate: english('Trust another certificate…'),
	showOnServer: english('Show on server'),
	trustWorkspace: english('Manage workspace trust'),
	showLog: english('Show log'),
};

const forFolders: ReadonlySet<string> = new Set([
	commandIds.upload,
	commandIds.uploadOnly,
	commandIds.checkOnAppliance,
	commandIds.apply,
]);

interface Failure {
	readonly command: FailedCommand;
	readonly error: unknown;
	readonly log: Log;
}

async function showFailure(message: string, failure: Failure): Promise<void> {
	const { command, error } = failure;
	const ways = waysOut(error, {
		isForFolder: forFolders.has(command.id),
		hasServer: serverOf(error) !== undefined,
		isWorkspaceTrusted: workspace.isTrusted,
	});
	const answer = await window.showErrorMessage(message, ...ways.map(way => translate(labels[way])));
	const chosen = ways.find(way => translate(labels[way]) === answer);
	if (chosen) await take(chosen, failure);
}

async function take(way: WayOut, { command, error, log }: Failure): Promise<void> {
	if (way === 'showLog') log.show();
	if (way === 'trustWorkspace') await commands.executeCommand('workbench.trust.manage');
	if (way === 'showOnServer') await commands.executeCommand(commandIds.showServers);
	if (way === 'trustCertificate') await commands.executeCommand(commandIds.trustServer, { server: serverOf(error) });
	if (way === 'chooseServer' && (await commands.executeCommand(commandIds.chooseServer)) === undefined) return;
	if (way === 'retry' || way === 'chooseServer') await command.retry();
}
