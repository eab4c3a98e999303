import { readFile } from 'node:fs/promises';
import { ProgressLocation, window } from 'vscode';
import type { Trust } from '../../server/rest/trust';
import { XClarityError } from '../../server/rest/xclarityError';
import { t } from '../../server/texts/texts';
import { certificateQuestion } from './certificateQuestion';
import { certificateOf, proveServer } from './connection';
import type { ServerTrust } from './server';

/** What is trusted from now on; `trust` is `undefined` when the machine trusts the certificate anyway. */
export interface TrustAnswer {
	readonly trust: ServerTrust | undefined;
}

/** Runs a question that takes the place of an open input box. */
type WhileHidden = <T>(ask: () => Promise<T>) => Promise<T>;

/** The trust for an address: asked for when the machine has none. `undefined` after a no. @throws {XClarityError} */
export async function askForTrust(
	url: string,
	whileHidden: WhileHidden = ask => ask(),
): Promise<TrustAnswer | undefined> {
	const system: Trust = { kind: 'system' };
	try {
		await window.withProgress(
			{ location: ProgressLocation.Notification, title: t('Connecting to {url}', { url }) },
			() => proveServer(url, system),
		);
		return { trust: undefined };
	} catch (error) {
		if (!(error instanceof XClarityError) || error.kind !== 'untrusted' || url.startsWith('http:')) throw error;
		const facts = await certificateOf(url);
		const { message, detail } = certificateQuestion(url, facts, error.message);
		// The first button is what Enter presses, and Escape is the Cancel of every modal message: neither trusts anybody.
		const [yes, useFile] = [t('Trust this certificate'), t('Choose CA file…')];
		const answer = await window.showWarningMessage(message, { modal: true, detail }, useFile, yes);
		if (answer === yes) return { trust: { fingerprint: facts.sha256 } };
		return answer === useFile ? whileHidden(() => trustByFile(url)) : undefined;
	}
}

/** Asks for a file with certificate authorities, which has to fit the server at once. @throws {XClarityError} */
async function trustByFile(url: string): Promise<TrustAnswer | undefined> {
	const opened = await window.showOpenDialog({
		title: t('Certificate authority of {host}', { host: new URL(url).host }),
		filters: { [t('Certificates')]: ['pem', 'crt', 'cer'], [t('All files')]: ['*'] },
	});
	const caFile = opened?.[0]?.fsPath;
	if (caFile === undefined) return undefined;
	await proveServer(url, { kind: 'ca', pem: await readFile(caFile, 'utf8') });
	return { trust: { caFile } };
}
