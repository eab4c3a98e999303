import { t } from '../texts/texts';
import { isObject, type JsonObject, paths } from './wire';
import type { XClarityClient } from './xclarityClient';
import { XClarityError } from './xclarityError';

/** A remote file server that an appliance knows and can fetch files from. */
export interface RemoteFileServer {
	/** What a request names it by. */
	readonly id: string;
	readonly name: string;
	/** `sftp`, `http`, … in lower case; empty where it is not told. */
	readonly protocol: string;
	readonly host: string;
	readonly port: string;
	readonly user: string;
}

export const remoteProtocols = ['HTTP', 'HTTPS', 'FTP', 'SFTP'] as const;

/** Body of `POST /osImages/remoteFileServers`. */
export interface NewRemoteFileServer {
	readonly address: string;
	readonly displayName: string;
	readonly port: number;
	readonly protocol: (typeof remoteProtocols)[number];
	readonly username?: string | undefined;
	readonly password?: string | undefined;
}

/** The port that a protocol has when nobody says another. */
export const usualPort: Readonly<Record<NewRemoteFileServer['protocol'], number>> = {
	HTTP: 80,
	HTTPS: 443,
	FTP: 21,
	SFTP: 22,
};

const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const hasId = (value: unknown): boolean => isObject(value) && value.serverId !== undefined;

const readServer = (entry: JsonObject): RemoteFileServer => ({
	id: word(entry.serverId),
	name: word(entry.displayName),
	host: word(entry.address),
	port: word(entry.port),
	protocol: word(entry.protocol).toLowerCase(),
	user: word(entry.username),
});

/** Reads `GET /osImages/remoteFileServers`: an array by any name, or the array itself; entries without id are left out. */
export function readRemoteFileServers(body: unknown): readonly RemoteFileServer[] {
	const list = isObject(body) ? Object.values(body).find(value => Array.isArray(value) && value.some(hasId)) : body;
	return (Array.isArray(list) ? list : [])
		.filter(isObject)
		.map(readServer)
		.filter(({ id }) => id !== '');
}

/** True for an array, or an object with one or with null in its place. */
const hasServerList = (body: unknown): boolean =>
	Array.isArray(body) ||
	(isObject(body) &&
		(body.serverList === null ||
			Object.entries(body).some(([key, value]) => key !== 'messages' && Array.isArray(value))));

/** @throws {XClarityError} `unexpected` for an answer without a list: it is not taken for an empty one */
export async function remoteFileServers(
	client: Pick<XClarityClient, 'host' | 'read'>,
): Promise<readonly RemoteFileServer[]> {
	const body = await client.read(paths.remoteFileServers);
	if (hasServerList(body)) return readRemoteFileServers(body);
	throw new XClarityError(t('{host} does not list its remote file servers.', { host: client.host }), {
		kind: 'unexpected',
		method: 'GET',
		path: paths.remoteFileServers,
	});
}

/**
 * Makes a file server known to the appliance. Its name is unique there, by which it is found again.
 * @throws {XClarityError} also when the appliance does not list it afterwards.
 */
export async function addRemoteFileServer(
	client: XClarityClient,
	server: NewRemoteFileServer,
): Promise<RemoteFileServer> {
	const known = new Set((await remoteFileServers(client)).map(({ id }) => id));
	await client.send({ method: 'POST', path: paths.remoteFileServers, json: server });
	const added = (await remoteFileServers(client)).find(
		({ id, name, host }) => !known.has(id) && name === server.displayName && host === server.address,
	);
	if (added) return added;
	throw new XClarityError(
		t('{host} took the file server {server}, but does not list it.', { host: client.host, server: server.displayName }),
		{
			kind: 'unexpected',
		},
	);
}

/** @throws {XClarityError} `refused` for an id that the appliance does not list. */
export async function removeRemoteFileServer(client: XClarityClient, id: string): Promise<RemoteFileServer> {
	const server = (await remoteFileServers(client)).find(entry => entry.id === id);
	if (!server)
		throw new XClarityError(t('{host} has no remote file server {id}.', { host: client.host, id }), {
			kind: 'refused',
		});
	await client.send({ method: 'DELETE', path: `${paths.remoteFileServers}/${encodeURIComponent(id)}`, once: true });
	return server;
}
