import { english, t, translate } from '../texts/texts';
import type { ServerAddress } from './serverAddress';
import { type TrustProblem, XClarityError } from './xclarityError';

const trustProblems: Readonly<Record<string, TrustProblem>> = {
	DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
	SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
	UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
	CERT_UNTRUSTED: 'unknown-issuer',
	CERT_HAS_EXPIRED: 'expired',
	CERT_NOT_YET_VALID: 'not-yet-valid',
	ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
	HOSTNAME_MISMATCH: 'wrong-host',
	CERT_SIGNATURE_FAILURE: 'other',
	CERT_REVOKED: 'other',
	CERT_REJECTED: 'other',
	CERT_CHAIN_TOO_LONG: 'other',
	INVALID_CA: 'other',
	INVALID_PURPOSE: 'other',
	PATH_LENGTH_EXCEEDED: 'other',
};

/** Whole sentences, which name the appliance; `code` is that of the error. */
const trustSentences: Readonly<Record<Exclude<TrustProblem, 'fingerprint'>, string>> = {
	'self-signed': english(
		'The certificate of {host} vouches for itself, and nothing says that it is the right one. Compare its SHA-256 fingerprint with the one the appliance shows and pin it, or give its certificate as CA file.',
	),
	'unknown-issuer': english(
		'The certificate of {host} was issued by an authority that is not trusted here, or it comes without the certificates in between. Give the certificate of the authority as CA file, or pin the SHA-256 fingerprint.',
	),
	expired: english(
		'The certificate of {host} has expired. Renew it on the appliance, and check that the clock of this computer is right.',
	),
	'not-yet-valid': english(
		'The certificate of {host} is not valid yet. Check that the clocks of this computer and of the appliance are right.',
	),
	'wrong-host': english(
		'The certificate of {host} is for another host name. Use the name that the certificate carries, or pin the SHA-256 fingerprint if the certificate is the right one.',
	),
	other: english('The certificate of {host} is not acceptable. ({code})'),
};

const networkSentences: Readonly<Record<string, string>> = {
	ECONNREFUSED: english('{host} cannot be reached: nothing listens on that port ({code}).'),
	ENOTFOUND: english('{host} cannot be reached: the host name is not known ({code}).'),
	EAI_AGAIN: english('{host} cannot be reached: the host name could not be looked up ({code}).'),
	ETIMEDOUT: english('{host} cannot be reached: no answer came in time ({code}).'),
	ECONNRESET: english('{host} cannot be reached: the connection was cut ({code}).'),
	EPIPE: english('{host} cannot be reached: the connection was cut ({code}).'),
	EHOSTUNREACH: english('{host} cannot be reached: no route leads to the host ({code}).'),
	ENETUNREACH: english('{host} cannot be reached: no route leads to the network ({code}).'),
	UND_ERR_SOCKET: english('{host} cannot be reached: the connection was cut ({code}).'),
	UND_ERR_HEADERS_TIMEOUT: english('{host} cannot be reached: no answer came in time ({code}).'),
	UND_ERR_BODY_TIMEOUT: english('{host} cannot be reached: the answer stopped half-way ({code}).'),
	UND_ERR_CONNECT_TIMEOUT: english('{host} cannot be reached: no answer came in time ({code}).'),
};

const tlsHandshake = /^(EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/;

/** The code of an error; of the first attempt, where several addresses were tried. */
export function errorCode(error: unknown): string {
	if (error instanceof AggregateError && error.errors.length > 0) return errorCode(error.errors[0]);
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What made a connection or an exchange break, in the words of a person. */
export function connectionProblem(error: unknown, address: ServerAddress): XClarityError {
	if (error instanceof XClarityError) return error;
	const code = errorCode(error);
	const host = address.label;
	const problem = trustProblems[code];
	if (problem !== undefined && problem !== 'fingerprint') {
		return new XClarityError(translate(trustSentences[problem], { host, code }), {
			kind: 'untrusted',
			trustProblem: problem,
			cause: error,
		});
	}
	if (tlsHandshake.test(code)) {
		return new XClarityError(t('{host} does not speak TLS as expected ({code}). Check the port.', { host, code }), {
			kind: 'unreachable',
			cause: error,
		});
	}
	return new XClarityError(networkSentence(error, host, code), { kind: 'unreachable', cause: error });
}

function networkSentence(error: unknown, host: string, code: string): string {
	const sentence = networkSentences[code];
	if (sentence !== undefined) return translate(sentence, { host, code });
	const reason = error instanceof Error ? error.message : String(error);
	return code === ''
		? t('{host} cannot be reached: {reason}.', { host, reason })
		: t('{host} cannot be reached: {reason} ({code}).', { host, reason, code });
}

/** The certificate is another than the pinned one: a hard stop, whatever else may be right with it. */
export const fingerprintProblem = (address: ServerAddress, pinned: string, presented: string): XClarityError =>
	new XClarityError(
		t(
			'The certificate of {host} is not the pinned one, and nothing was sent. Pinned SHA-256: {pinned}. Presented SHA-256: {presented}. Either the certificate was replaced, or another machine answers in its place: compare with what the appliance shows before you trust it.',
			{ host: address.label, pinned, presented },
		),
		{ kind: 'untrusted', trustProblem: 'fingerprint' },
	);
