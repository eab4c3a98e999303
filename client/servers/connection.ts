import { readFile } from 'node:fs/promises';
import { workspace } from 'vscode';
import { proxyFor } from '../../server/rest/proxy';
import { readServerAddress } from '../../server/rest/serverAddress';
import {
	type CertificateFacts,
	type ConnectOptions,
	connectTrusted,
	peerCertificate,
	readCertificate,
	type Trust,
} from '../../server/rest/trust';
import type { XClarityClient } from '../../server/rest/xclarityClient';
import { XClarityError } from '../../server/rest/xclarityError';
import { english, t, translate } from '../../server/texts/texts';
import type { Log } from '../log';
import { settings } from '../settings';
import { noteCertificateEnd } from './certificateEnds';
import type { Credentials } from './credentials';
import { noteServer } from './failedServer';
import type { Server } from './server';

const proxyTo = (url: string): string | undefined => proxyFor(url, settings.proxy(), process.env);

/** @throws {XClarityError} `untrusted` when the CA file cannot be read. */
async function readTrust(name: string, trust: Server['trust'] | undefined): Promise<Trust> {
	if (trust === undefined) return { kind: 'system' };
	if ('fingerprint' in trust) return { kind: 'fingerprint', sha256: trust.fingerprint };
	const { caFile } = trust;
	try {
		return { kind: 'ca', pem: await readFile(caFile, 'utf8') };
	} catch (cause) {
		throw new XClarityError(t('The CA file {caFile} of the server {name} cannot be read.', { caFile, name }), {
			kind: 'untrusted',
			cause,
		});
	}
}

/** Asked at the moment of use, whatever menus and settings said before. @throws {XClarityError} `refused`. */
export function requireTrustedWorkspace(): void {
	if (workspace.isTrusted) return;
	throw new XClarityError(t('This workspace is not trusted, so nothing is sent over the network.'), {
		kind: 'refused',
	});
}

/** How to open a connection from here: in time, and through the proxy that is set up. */
async function way(url: string, signal: AbortSignal | undefined): Promise<ConnectOptions> {
	const options: ConnectOptions = { timeout: settings.timeout(), signal };
	const proxy = proxyTo(url);
	if (proxy === undefined) return options;
	const { openTunnel } = await import('../../server/rest/transport');
	return { ...options, tunnel: await openTunnel(proxy, readServerAddress(url), options) };
}

/**
 * Opens TLS to the server and closes it again. Gives the end of the certificate that was shown, where there is one.
 * @throws {XClarityError} when another certificate than the right one is shown.
 */
export async function proveServer(url: string, trust: Trust, signal?: AbortSignal): Promise<Date | undefined> {
	const socket = await connectTrusted(readServerAddress(url), trust, await way(url, signal));
	const shown = peerCertificate(socket);
	socket.destroy();
	return shown && new Date(shown.validTo);
}

/** The certificate that a server shows, whoever made it. @throws {XClarityError} */
export const certificateOf = async (url: string): Promise<CertificateFacts> =>
	readCertificate(url, await way(url, undefined));

export interface Connecting {
	readonly credentials: Credentials;
	readonly log: Log;
	readonly signal: AbortSignal;
}

/**
 * Does something on a server, logged in, and logs out whatever happens. The server must prove itself before the person
 * is asked for a password. A password that is refused is forgotten and asked for once more.
 * @throws {XClarityError}
 */
export async function onServer<T>(
	server: Server,
	connecting: Connecting,
	use: (client: XClarityClient) => Promise<T>,
): Promise<T> {
	requireTrustedWorkspace();
	try {
		return await loggedIn(server, connecting, use);
	} catch (error) {
		noteServer(error, server);
		throw error;
	}
}

async function loggedIn<T>(
	server: Server,
	{ credentials, log, signal }: Connecting,
	use: (client: XClarityClient) => Promise<T>,
): Promise<T> {
	const trust = await readTrust(server.name, server.trust);
	noteCertificateEnd(server, await proveServer(server.url, trust, signal), log);
	// Loaded when it is first needed, as the HTTP library takes longer to load than all the rest.
	const { withSession } = await import('../../server/rest/withSession');
	let isLoggedIn = false;
	const attempt = async (reason?: string): Promise<T> => {
		const password = await credentials.password(server, reason);
		if (password === undefined) throw new XClarityError(t('No password was given.'), { kind: 'cancelled' });
		requireTrustedWorkspace();
		return withSession(
			{ url: server.url, trust, proxy: proxyTo(server.url) },
			{ user: server.user, password },
			{ signal, log: log.info, timeout: settings.timeout() },
			client => {
				isLoggedIn = true;
				return use(client);
			},
		);
	};
	try {
		return await attempt();
	} catch (error) {
		if (isLoggedIn || !(error instanceof XClarityError) || error.kind !== 'unauthorized') throw error;
		await credentials.forget(server.id);
		return attempt(translate(refusedLogIn));
	}
}

/**
 * Logs in and out again. A sentence when the appliance does not accept the person.
 * @throws {XClarityError} for every other failure.
 */
export async function testLogIn(
	{ url, user, trust }: Pick<Server, 'url' | 'user'> & { readonly trust: Server['trust'] | undefined },
	password: string,
	signal: AbortSignal,
): Promise<string | undefined> {
	const { withSession } = await import('../../server/rest/withSession');
	const server = { url, trust: await readTrust(url, trust), proxy: proxyTo(url) };
	const options = { signal, timeout: settings.timeout() };
	try {
		await withSession(server, { user, password }, options, () => Promise.resolve());
		return undefined;
	} catch (error) {
		if (!(error instanceof XClarityError) || error.kind !== 'unauthorized') throw error;
		return translate(refusedLogIn);
	}
}

const refusedLogIn = english('The server did not accept this user name and password.');
