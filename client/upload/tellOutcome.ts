import { window } from 'vscode';
import type { SyncOutcome } from '../../server/rest/sync/applyPlan';
import { t } from '../../server/texts/texts';
import type { Log } from '../log';
import { plainText } from '../plainText';
import { noteServer } from '../servers/failedServer';
import type { Server } from '../servers/server';
import { uploaded } from './uploadMessages';

/** True for an upload after which there is nothing that a person has to look at. */
export const isPlainSuccess = ({ failures, leftovers, conflicts }: SyncOutcome): boolean =>
	failures.length + leftovers.length + conflicts.length === 0;

/**
 * Tells what has come of an upload. What is there is told also when something else failed.
 * @throws {XClarityError} the first failure; further ones are in the log.
 */
export function tellOutcome(log: Log, outcome: SyncOutcome, server: Server): void {
	const { name: serverName } = server;
	const { files, failures, leftovers, conflicts } = outcome;
	const [failure, ...others] = failures;
	if (failure) noteServer(failure, server);
	const done = files.filter(({ status }) => status !== 'unchanged');
	for (const { message } of others) log.error(message);
	for (const sentence of conflicts) log.error(sentence);
	if (conflicts.length > 0) void window.showWarningMessage(plainText(conflicts.join(' ')));
	if (leftovers.length > 0) {
		void window.showWarningMessage(
			plainText(
				t('These files were replaced on {serverName}, but could not be removed: {leftovers}.', {
					serverName,
					leftovers: leftovers.join(', '),
				}),
			),
		);
	}
	if (failure && done.length === 0) throw failure;
	const message = uploaded(files, serverName);
	log.info(message);
	void window.showInformationMessage(message, t('Show log')).then(answer => answer && log.show());
	if (failure) throw failure;
}
