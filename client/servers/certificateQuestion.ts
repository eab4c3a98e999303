import type { CertificateFacts } from '../../server/rest/trust';

/** A modal question: one line, and what a person needs to answer it. */
export interface Question {
	readonly message: string;
	readonly detail: string;
}

const name = (lines: string): string => lines.split('\n').join(', ');

/** Whether to trust a certificate that is seen for the first time; `reason` says why the machine does not. */
export const certificateQuestion = (url: string, facts: CertificateFacts, reason: string): Question => ({
	message: `Trust the certificate of ${new URL(url).host}?`,
	detail: [
		reason,
		...(facts.hostMatches ? [] : ['It was made for another host name than the one in the address.']),
		'',
		`Subject: ${name(facts.subject)}`,
		`Issuer: ${name(facts.issuer)}${facts.selfSigned ? ' (signed by itself)' : ''}`,
		`Valid: ${facts.validFrom.toUTCString()} to ${facts.validTo.toUTCString()}`,
		`SHA-256: ${facts.sha256}`,
		'',
		'If you trust it, this certificate and no other is accepted for this server. Nothing has been sent yet.',
	].join('\n'),
});
