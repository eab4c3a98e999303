const day = 24 * 60 * 60 * 1000;

/** Days before its end from which on a certificate is spoken of. */
export const expiryNotice = 30;

/** What to say about a certificate that ends soon or has ended; `undefined` for one that does neither. */
export function expiryWarning(serverName: string, validTo: Date, now: Date): string | undefined {
	const days = Math.floor((validTo.getTime() - now.getTime()) / day);
	if (Number.isNaN(days) || days >= expiryNotice) return undefined;
	const date = validTo.toISOString().slice(0, 10);
	if (validTo < now) {
		return `The certificate of ${serverName} ended on ${date}. It is accepted because it is pinned; have it renewed, then pin the new one.`;
	}
	const left = days === 0 ? 'within a day' : `in ${days} day${days === 1 ? '' : 's'}`;
	return `The certificate of ${serverName} ends ${left}, on ${date}. After its renewal the new certificate has to be trusted here.`;
}
