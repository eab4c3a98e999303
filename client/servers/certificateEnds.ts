import { type Event, EventEmitter, window } from 'vscode';
import type { Log } from '../log';
import { expiryLabel, expiryWarning } from './certificateExpiry';
import type { Server } from './server';

/** Ends of the certificates that were seen in this window, by the addresses of the servers. */
const ends = new Map<string, Date>();
const changed = new EventEmitter<void>();

/** Fires when another certificate of a server was seen. */
export const onDidChangeCertificate: Event<void> = changed.event;

/** Takes note of when a certificate ends; one that ends soon is told once. */
export function noteCertificateEnd(server: Server, validTo: Date | undefined, log: Log): void {
	if (validTo === undefined || ends.get(server.url)?.getTime() === validTo.getTime()) return;
	ends.set(server.url, validTo);
	changed.fire();
	const warning = expiryWarning(server.name, validTo, new Date());
	if (warning === undefined) return;
	log.info(warning);
	void window.showWarningMessage(warning);
}

/** A short notice beside the name of a server whose certificate ends soon or has ended; '' for no other. */
export function certificateNotice({ url }: Server): string {
	const end = ends.get(url);
	return end === undefined ? '' : expiryLabel(end, new Date());
}
