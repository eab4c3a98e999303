const day = 24 * 60 * 60 * 1000;

/** Days before its end from which on a certificate is said to end soon. */
export const expiryNotice = 30;

const daysLeft = (validTo: Date, now: Date): number => Math.floor((validTo.getTime() - now.getTime()) / day);

const dateOf = (validTo: Date): string => validTo.toISOString().slice(0, 10);

/** The same in a few words, for a line; '' for a certificate that neither ends soon nor has ended. */
export function expiryLabel(validTo: Date, now: Date): string {
	const days = daysLeft(validTo, now);
	if (Number.isNaN(days) || days >= expiryNotice) return '';
	return `certificate ${validTo < now ? 'expired' : 'expires'} on ${dateOf(validTo)}`;
}

/** What to say about a certificate that ends soon or has ended; `undefined` for one that does neither. */
export function expiryWarning(serverName: string, validTo: Date, now: Date): string | undefined {
	const days = daysLeft(validTo, now);
	if (Number.isNaN(days) || days >= expiryNotice) return undefined;
	const date = dateOf(validTo);
	if (validTo < now) {
		return `The certificate of ${serverName} expired on ${date}. It is accepted because it is pinned; have it renewed, then pin the new one.`;
	}
	const left = days === 0 ? 'within a day' : `in ${days} day${days === 1 ? '' : 's'}`;
	return `The certificate of ${serverName} expires ${left}, on ${date}. Once it is renewed, the new certificate must be trusted here.`;
}
