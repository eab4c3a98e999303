import { commands, window } from 'vscode';
import { t } from '../server/texts/texts';
import { commandIds } from './commandIds';
import type { Log } from './log';

/** Says that the language server is not started again, and offers to do so all the same. Resolves at once. */
export function reportCrashes(log: Log): void {
	const restart = t('Restart language server');
	const showLog = t('Show log');
	const message = t('The language server has stopped five times within three minutes and was not started again.');
	void window.showErrorMessage(message, restart, showLog).then(answer => {
		if (answer === restart) void commands.executeCommand(commandIds.restartLanguageServer);
		if (answer === showLog) log.show();
	});
}
