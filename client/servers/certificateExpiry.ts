import { sentences } from '../../server/texts/inARow';
import { t } from '../../server/texts/texts';

const day = 24 * 60 * 60 * 1000;

/** Days before its end from which on a certificate is said to end soon. */
export const expiryNotice = 30;

const daysLeft = (validTo: Date, now: Date): number => Math.floor((validTo.getTime() - now.getTime()) / day);

const dateOf = (validTo: Date): string => validTo.toISOString().slice(0, 10);

/** The same in a few words, for a line; '' for a certificate that neither ends soon nor has ended. */
export function expiryLabel(validTo: Date, now: Date): string {
	const days = daysLeft(validTo, now);
	if (Number.isNaN(days) || days >= expiryNotice) return '';
	const date = dateOf(validTo);
	return validTo < now ? t('certificate expired on {date}', { date }) : t('certificate expires on {date}', { date });
}

/** What to say about a certificate that ends soon or has ended; `undefined` for one that does neither. */
export function expiryWarning(serverName: string, validTo: Date, now: Date): string | undefined {
	const days = daysLeft(validTo, now);
	if (Number.isNaN(days) || days >= expiryNotice) return undefined;
	const date = dateOf(validTo);
	if (validTo < now) {
		return t(
			'The certificate of {serverName} expired on {date}. It is accepted because it is pinned; have it renewed, then pin the new one.',
			{ serverName, date },
		);
	}
	const facts = { serverName, days, date };
	return sentences(
		days === 0
			? t('The certificate of {serverName} expires within a day, on {date}.', facts)
			: days === 1
				? t('The certificate of {serverName} expires in 1 day, on {date}.', facts)
				: t('The certificate of {serverName} expires in {days} days, on {date}.', facts),
		t('Once it is renewed, the new certificate must be trusted here.'),
	);
}
