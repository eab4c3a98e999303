import type { X509Certificate } from 'node:crypto';
import net from 'node:net';
import tls from 'node:tls';
import { t } from '../texts/texts';
import { readServerAddress, type ServerAddress } from './serverAddress';
import { connectionProblem, fingerprintProblem } from './tlsProblem';
import { throwIfCancelled, XClarityError } from './xclarityError';

/**
 * What makes a certificate the right one: the authorities this computer trusts; those in a PEM text and no other; or
 * its SHA-256 fingerprint, with which neither issuer nor host name nor age matter any more.
 */
export type Trust =
	| { readonly kind: 'system' }
	| { readonly kind: 'ca'; readonly pem: string }
	| { readonly kind: 'fingerprint'; readonly sha256: string };

/** A certificate for a person to look at. */
export interface CertificateFacts {
	/** One `KEY=value` a line, as OpenSSL writes it. */
	readonly subject: string;
	readonly issuer: string;
	readonly validFrom: Date;
	readonly validTo: Date;
	/** Upper-case pairs of hexadecimal digits with colons between. */
	readonly sha256: string;
	readonly selfSigned: boolean;
	readonly pem: string;
	/** True when the certificate is for the host that was asked. */
	readonly hostMatches: boolean;
}

export interface ConnectOptions {
	/** Milliseconds until the connection, with TLS, must stand. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
	/** A connection through a proxy, that carries TLS. */
	readonly tunnel?: net.Socket;
}

/**
 * A fingerprint as we write it, from any usual spelling: pairs of digits with or without colons, `SHA256:` and base64 as
 * OpenSSH writes it, or the line that `openssl x509 -fingerprint -sha256` prints.
 * @throws {XClarityError} `untrusted` when the text is no SHA-256 fingerprint.
 */
export function readFingerprint(text: string): string {
	const bare = text.trim().replace(/^sha-?256(\s+fingerprint)?\s*[:=]\s*/i, '');
	const digits = bare.replace(/[\s:-]/g, '').toUpperCase();
	const base64 = /^[A-Za-z0-9+/]{43}=?$/.test(bare) ? Buffer.from(bare, 'base64').toString('hex').toUpperCase() : '';
	const found = [digits, base64].find(hex => /^[0-9A-F]{64}$/.test(hex));
	if (found === undefined) {
		throw new XClarityError(
			t('The pinned fingerprint is not a SHA-256 fingerprint: 64 hexadecimal digits, or SHA256: and 43 characters.'),
			{ kind: 'untrusted', trustProblem: 'fingerprint' },
		);
	}
	return found.replace(/(..)(?!$)/g, '$1:');
}

const serverName = (hostname: string): { servername?: string } =>
	net.isIP(hostname) === 0 ? { servername: hostname } : {};

/** Settles when the socket stands; destroys it on time-out and abort. */
function whenOpen<S extends net.Socket>(socket: S, event: string, address: ServerAddress, options: ConnectOptions) {
	return new Promise<S>((resolve, reject) => {
		const settle = (error?: unknown): void => {
			clearTimeout(timer);
			options.signal?.removeEventListener('abort', abort);
			socket.removeListener('error', settle);
			socket.removeListener('close', closed);
			if (error === undefined) {
				resolve(socket);
				return;
			}
			socket.destroy();
			reject(connectionProblem(error, address));
		};
		const closed = (): void => settle(Object.assign(new Error(t('The connection was closed')), { code: 'ECONNRESET' }));
		const abort = (): void =>
			settle(
				new XClarityError(t('Connecting to {address} was cancelled.', { address: address.label }), {
					kind: 'cancelled',
				}),
			);
		const timer = setTimeout(
			() => settle(Object.assign(new Error(t('No connection in time')), { code: 'ETIMEDOUT' })),
			options.timeout,
		);
		options.signal?.addEventListener('abort', abort, { once: true });
		// One listener stays for good: between here and the next owner, an error must not end the process.
		socket.on('error', () => undefined);
		socket.once('error', settle).once('close', closed);
		socket.once(event, () => settle());
	});
}

function startTls(address: ServerAddress, options: ConnectOptions, verification: tls.ConnectionOptions): tls.TLSSocket {
	try {
		return tls.connect({
			...(options.tunnel ? { socket: options.tunnel } : {}),
			host: address.hostname,
			port: address.port,
			...serverName(address.hostname),
			ALPNProtocols: ['http/1.1'],
			...verification,
		});
	} catch (error) {
		throw new XClarityError(t('The CA file holds no certificate that can be used. It must be in PEM form.'), {
			kind: 'untrusted',
			trustProblem: 'other',
			cause: error,
		});
	}
}

const caOptions = (pem: string): tls.ConnectionOptions => {
	if (!/-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(pem)) {
		throw new XClarityError(t('The CA file holds no certificate. It must be in PEM form.'), {
			kind: 'untrusted',
			trustProblem: 'other',
		});
	}
	return { ca: pem, allowPartialTrustChain: true };
};

/** Costs more than the rest of a connection; it holds nothing that is of one connection only. */
let context: tls.SecureContext | undefined;

/** Node gives it away with the first call, and has none for the second. */
const peers = new WeakMap<net.Socket, X509Certificate>();

/** The certificate of the other end; `undefined` for a connection without TLS. */
export function peerCertificate(socket: net.Socket): X509Certificate | undefined {
	const certificate =
		peers.get(socket) ?? (socket instanceof tls.TLSSocket ? socket.getPeerX509Certificate() : undefined);
	if (certificate) peers.set(socket, certificate);
	return certificate;
}

/**
 * Opens TLS without judging the certificate. Only for the two callers below: one compares the certificate before
 * anybody gets the socket, the other closes it unused.
 */
async function openUnjudged(address: ServerAddress, options: ConnectOptions) {
	context ??= tls.createSecureContext();
	const socket = startTls(address, options, { rejectUnauthorized: false, secureContext: context });
	await whenOpen(socket, 'secureConnect', address, options);
	const certificate = peerCertificate(socket);
	if (certificate) return { socket, certificate };
	socket.destroy();
	throw new XClarityError(t('{address} presents no certificate.', { address: address.label }), {
		kind: 'untrusted',
		trustProblem: 'other',
	});
}

/**
 * A connection to the address whose other end is the right one. With a pinned fingerprint the certificate is compared
 * as soon as the handshake has proved that the other end owns it, and nobody gets a socket to write to before.
 * @throws {XClarityError} `unreachable`, `untrusted` or `cancelled`.
 */
export async function connectTrusted(
	address: ServerAddress,
	trust: Trust,
	options: ConnectOptions,
): Promise<net.Socket> {
	throwIfCancelled(options.signal, t('Connecting to {address}', { address: address.label }));
	if (!address.secure) {
		if (options.tunnel) return options.tunnel;
		return whenOpen(net.connect({ host: address.hostname, port: address.port }), 'connect', address, options);
	}
	if (trust.kind === 'fingerprint') {
		const pinned = readFingerprint(trust.sha256);
		const { socket, certificate } = await openUnjudged(address, options);
		if (certificate.fingerprint256 === pinned) return socket;
		socket.destroy();
		throw fingerprintProblem(address, pinned, certificate.fingerprint256);
	}
	const verification = trust.kind === 'ca' ? caOptions(trust.pem) : {};
	return whenOpen(
		startTls(address, options, { ...verification, rejectUnauthorized: true }),
		'secureConnect',
		address,
		options,
	);
}

const describe = (certificate: X509Certificate, hostname: string): CertificateFacts => ({
	subject: certificate.subject ?? '',
	issuer: certificate.issuer ?? '',
	validFrom: new Date(certificate.validFrom),
	validTo: new Date(certificate.validTo),
	sha256: certificate.fingerprint256,
	selfSigned: certificate.issuer === certificate.subject && certificate.verify(certificate.publicKey),
	pem: certificate.toString(),
	hostMatches: tls.checkServerIdentity(hostname, certificate.toLegacyObject()) === undefined,
});

/**
 * The certificate that a server presents. Opens TLS and closes it; no request is sent.
 * @throws {XClarityError} `unreachable`, `cancelled`; `untrusted` for an address without TLS.
 */
export async function readCertificate(url: string, options: Partial<ConnectOptions> = {}): Promise<CertificateFacts> {
	const address = readServerAddress(url);
	if (!address.secure) {
		throw new XClarityError(t('{address} is used without TLS, so it has no certificate.', { address: address.label }), {
			kind: 'untrusted',
		});
	}
	throwIfCancelled(options.signal, t('Connecting to {address}', { address: address.label }));
	const { socket, certificate } = await openUnjudged(address, {
		...options,
		timeout: options.timeout ?? 10_000,
	});
	socket.destroy();
	return describe(certificate, address.hostname);
}
