import type { CertificateFacts } from '../../server/rest/trust';
import { t } from '../../server/texts/texts';

/** A modal question: one line, and what a person needs to answer it. */
export interface Question {
	readonly message: string;
	readonly detail: string;
}

const name = (lines: string): string => lines.split('\n').join(', ');

/** Whether to trust a certificate that is seen for the first time; `reason` says why the machine does not. */
export const certificateQuestion = (url: string, facts: CertificateFacts, reason: string): Question => ({
	message: t('Trust the certificate of {host}?', { host: new URL(url).host }),
	detail: [
		reason,
		...(facts.hostMatches ? [] : [t('It was made for another host name than the one in the address.')]),
		'',
		t('Subject: {subject}', { subject: name(facts.subject) }),
		facts.selfSigned
			? t('Issuer: {issuer} (signed by itself)', { issuer: name(facts.issuer) })
			: t('Issuer: {issuer}', { issuer: name(facts.issuer) }),
		t('Valid: {validFrom} to {validTo}', {
			validFrom: facts.validFrom.toUTCString(),
			validTo: facts.validTo.toUTCString(),
		}),
		`SHA-256: ${facts.sha256}`,
		'',
		t('If you trust it, this certificate and no other is accepted for this server. Nothing has been sent yet.'),
	].join('\n'),
});
