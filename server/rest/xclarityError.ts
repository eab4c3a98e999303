import { t } from '../texts/texts';

/**
 * What went wrong, for a `switch`: `unreachable` (no connection, or the address makes none possible), `untrusted`
 * (TLS), `unauthorized` (the appliance does not accept who we say we are), `refused` (it does not want to do this),
 * `failed` (it tried and did not succeed), `unexpected` (its answer cannot be read), `conflict` (somebody else has
 * changed what was to be changed, or it cannot be decided whose a file is), `cancelled` (by the person).
 */
export type XClarityErrorKind =
	| 'unreachable'
	| 'untrusted'
	| 'unauthorized'
	| 'refused'
	| 'failed'
	| 'unexpected'
	| 'conflict'
	| 'cancelled';

/** Why a certificate was not accepted. */
export type TrustProblem =
	| 'self-signed'
	| 'unknown-issuer'
	| 'expired'
	| 'not-yet-valid'
	| 'wrong-host'
	| 'fingerprint'
	| 'other';

/** A message of the appliance in its own words; `url` leads to its help, where it gives one. */
export interface LxcaMessage {
	readonly id: string;
	readonly text: string;
	readonly explanation: string;
	readonly recovery: string;
	readonly url?: string;
}

export interface XClarityErrorFacts {
	readonly kind: XClarityErrorKind;
	readonly status?: number | undefined;
	readonly method?: string | undefined;
	/** Without the query. */
	readonly path?: string | undefined;
	readonly messages?: readonly LxcaMessage[] | undefined;
	readonly trustProblem?: TrustProblem | undefined;
	readonly cause?: unknown;
}

/**
 * The one error for everything that fails between us and the appliance. The message is made of whole sentences: what
 * failed, on which host, and the appliance's own words. It never holds a header, a cookie, a password or the body of
 * a request: who builds one redacts first. Not thrown for a wrong use of this code.
 */
export class XClarityError extends Error {
	readonly kind: XClarityErrorKind;
	readonly status?: number;
	readonly method?: string;
	readonly path?: string;
	readonly messages: readonly LxcaMessage[];
	readonly trustProblem?: TrustProblem;

	constructor(message: string, facts: XClarityErrorFacts) {
		super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
		this.name = 'XClarityError';
		this.kind = facts.kind;
		this.messages = facts.messages ?? [];
		if (facts.status !== undefined) this.status = facts.status;
		if (facts.method !== undefined) this.method = facts.method;
		if (facts.path !== undefined) this.path = facts.path;
		if (facts.trustProblem !== undefined) this.trustProblem = facts.trustProblem;
	}
}

export const isCancelled = (error: unknown): boolean => error instanceof XClarityError && error.kind === 'cancelled';

/** @throws {XClarityError} `cancelled`, when the signal says so. */
export function throwIfCancelled(signal: AbortSignal | undefined, what: string): void {
	if (signal?.aborted) throw new XClarityError(t('{what} was cancelled.', { what }), { kind: 'cancelled' });
}
