import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { proxyFor } from '../rest/proxy';
import { readServerAddress } from '../rest/serverAddress';
import { recordFolder, stateFolder } from '../rest/sync/recordFolder';
import type { RecordStore } from '../rest/sync/uploadRecord';
import { readCertificate, readFingerprint, type Trust } from '../rest/trust';
import { withSession } from '../rest/withSession';
import type { XClarityClient } from '../rest/xclarityClient';
import { XClarityError } from '../rest/xclarityError';
import { profilesFile, readProfiles, type ServerProfile } from './serverProfiles';
import type { Terminal } from './terminal';
import { UsageError } from './usageError';

/** The options that say how to log in, for `util.parseArgs`. */
export const loginOptions = {
	user: { type: 'string' },
	ca: { type: 'string' },
	fingerprint: { type: 'string' },
	proxy: { type: 'string' },
	'no-proxy': { type: 'boolean', default: false },
	'password-stdin': { type: 'boolean', default: false },
	password: { type: 'string' },
} as const;

/** The options of every command that is about an appliance. */
export const serverOptions = {
	...loginOptions,
	server: { type: 'string' },
	confirm: { type: 'string' },
	json: { type: 'boolean', default: false },
} as const;

export const serverUsage = `  --server URL|ID       the appliance, for example https://xclarity.example.net, or its id in servers.json
  --user NAME           who logs in
  --ca FILE             trust certificates that this CA file (PEM) vouches for
  --fingerprint SHA256  trust exactly the certificate with this SHA-256 fingerprint
  --proxy URL           an HTTP proxy, over HTTPS_PROXY, ALL_PROXY, HTTP_PROXY and NO_PROXY
  --no-proxy            use no proxy, whatever these say
  --confirm ID          needed for changes on a server that servers.json calls protected
  --password-stdin      read the password from standard input; otherwise it comes from XCLARITY_PASSWORD
  --json                print the result as JSON

  servers.json is $XCLARITY_SERVERS or ~/.config/xclarity/servers.json:
  {"servers": [{"id": "lab", "url": "https://…", "user": "…", "trust": {"fingerprint": "…"}}]}`;

export interface ServerValues {
	readonly server?: string | undefined;
	readonly user?: string | undefined;
	readonly ca?: string | undefined;
	readonly fingerprint?: string | undefined;
	readonly confirm?: string | undefined;
	readonly proxy?: string | undefined;
	readonly 'no-proxy'?: boolean | undefined;
	readonly 'password-stdin': boolean;
	readonly password?: string | undefined;
}

/** An appliance, how to trust it and who logs in; the password is read last and kept nowhere else. */
export interface Login {
	readonly server: { readonly url: string; readonly trust: Trust; readonly proxy?: string | undefined };
	readonly credentials: { readonly user: string; readonly password: string };
}

export interface LoginOptions {
	/** True for a command that changes something on the appliance. */
	readonly changes?: boolean;
	/** Id of a server in servers.json, for when the command line names none. */
	readonly fallback?: string | undefined;
}

/** @throws {UsageError} when something is missing, contradictory or on the command line that must not be. */
export async function readLogin(values: ServerValues, terminal: Terminal, options: LoginOptions = {}): Promise<Login> {
	if (values.password !== undefined) {
		throw new UsageError(
			'A password on the command line is seen by every user of this machine. Put it into XCLARITY_PASSWORD or use --password-stdin.',
		);
	}
	const profile = readProfile(values, terminal, options);
	demandAddress(profile.url);
	const user = values.user ?? profile.user;
	if (user === undefined || user === '') throw new UsageError('--user NAME is missing.');
	if (options.changes && profile.isProtected && values.confirm !== profile.id) {
		throw new UsageError(`${profile.id} is protected. To change something there, add --confirm ${profile.id}.`);
	}
	const trust = await readTrust(withProfile(values, profile), terminal.cwd);
	const password = values['password-stdin']
		? (await terminal.input()).replace(/\r?\n$/, '')
		: terminal.environment.XCLARITY_PASSWORD;
	if (password === undefined || password === '') {
		throw new UsageError('There is no password: set XCLARITY_PASSWORD or use --password-stdin.');
	}
	const proxy = readProxy(values, profile.url, terminal);
	return { server: { url: profile.url, trust, proxy }, credentials: { user, password } };
}

/** The server that the command line names by URL or id; a file in the workspace can only give an id. */
function readProfile({ server }: ServerValues, terminal: Terminal, { fallback }: LoginOptions): ServerProfile {
	if (server?.includes('://')) return { id: server, url: server, isProtected: false };
	const id = server ?? fallback;
	if (id === undefined) throw new UsageError('--server URL is missing.');
	const file = profilesFile(terminal.environment, process.platform, os.homedir());
	const profiles = readProfiles(file);
	const profile = profiles.find(entry => entry.id === id);
	if (profile) return profile;
	const known = profiles.map(entry => entry.id).join(', ');
	const missing = `There is no server '${id}' in ${file}${known === '' ? '' : `; there are: ${known}`}.`;
	throw new UsageError(/[.:]/.test(id) ? `${missing} The address of an appliance begins with https://.` : missing);
}

/** What is no address was never asked: that is a wrong use, and no failure of the network. */
function demandAddress(url: string): void {
	try {
		readServerAddress(url);
	} catch (error) {
		if (error instanceof XClarityError) throw new UsageError(error.message);
		throw error;
	}
}

/** The proxy on the way: the command line over the environment. */
function readProxy({ proxy = '', 'no-proxy': none }: ServerValues, url: string, { environment }: Terminal) {
	if (none && proxy !== '') throw new UsageError('Give either --proxy or --no-proxy, not both.');
	if (!URL.canParse(url)) return undefined;
	return proxyFor(url, { proxy, noProxy: [], support: none ? 'off' : 'on', isForced: proxy !== '' }, environment);
}

/** What the command line says about trust replaces what the profile says, as a whole. */
function withProfile(values: ServerValues, { trust }: ServerProfile): Pick<ServerValues, 'ca' | 'fingerprint'> {
	if (values.ca !== undefined || values.fingerprint !== undefined || trust === undefined) return values;
	return 'fingerprint' in trust ? { fingerprint: trust.fingerprint } : { ca: trust.caFile };
}

async function readTrust({ ca, fingerprint }: Pick<ServerValues, 'ca' | 'fingerprint'>, cwd: string): Promise<Trust> {
	if (ca !== undefined && fingerprint !== undefined)
		throw new UsageError('Give either --ca or --fingerprint, not both.');
	if (fingerprint !== undefined) {
		return { kind: 'fingerprint', sha256: fingerprintOf(fingerprint) };
	}
	if (ca === undefined) return { kind: 'system' };
	const pem = await readFile(path.resolve(cwd, ca), 'utf8').catch((error: Error) => {
		throw new UsageError(`The CA file ${ca} cannot be read: ${error.message}.`);
	});
	if (!pem.includes('-----BEGIN CERTIFICATE-----')) throw new UsageError(`${ca} holds no PEM certificate.`);
	return { kind: 'ca', pem };
}

function fingerprintOf(text: string): string {
	try {
		return readFingerprint(text);
	} catch (error) {
		if (!(error instanceof XClarityError)) throw error;
		throw new UsageError(
			'--fingerprint takes a SHA-256: 64 hexadecimal digits with or without colons, SHA256:… in base64, or the line of openssl x509 -fingerprint -sha256.',
		);
	}
}

/** Logs in, runs `use`, and logs out whatever happens. */
export async function withLogin<T>(
	login: Login,
	terminal: Terminal,
	use: (client: XClarityClient) => Promise<T>,
): Promise<T> {
	try {
		return await withSession(login.server, login.credentials, { signal: terminal.signal }, use);
	} catch (error) {
		if (error instanceof XClarityError && isUnknown(error)) error.message += await wayToTrust(login, terminal);
		throw error;
	}
}

/** It is not the one that was pinned that differs: nothing says yet which one is right. */
const isUnknown = ({ kind, trustProblem }: XClarityError): boolean =>
	kind === 'untrusted' && trustProblem !== 'fingerprint' && trustProblem !== 'other';

/** What the appliance shows now, to be compared; nothing where only a proxy leads to it. */
async function wayToTrust({ server }: Login, { signal }: Terminal): Promise<string> {
	if (server.proxy !== undefined) return '';
	try {
		const { sha256 } = await readCertificate(server.url, { signal });
		return ` It shows ${sha256}; once that is compared, --fingerprint trusts it. --ca FILE trusts an authority.`;
	} catch (error) {
		if (error instanceof XClarityError) return '';
		throw error;
	}
}

/** What this tool remembers of its uploads to the appliance. */
export const recordsOf = ({ server }: Login, { environment }: Terminal): RecordStore =>
	recordFolder(stateFolder(environment, process.platform, os.homedir()), server.url);
