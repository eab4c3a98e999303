/** Which certificate a server may show; without it, the certificate authorities of the machine decide. */
export type ServerTrust = { readonly fingerprint: string } | { readonly caFile: string };

/** One entry of `xclarity.servers`. It holds no secret. */
export interface Server {
	/** The word by which a folder or a manifest names it. */
	readonly id: string;
	readonly name: string;
	readonly url: string;
	readonly user: string;
	readonly trust?: ServerTrust;
	/** Ask for the name to be typed before anything is sent. */
	readonly protected?: boolean;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function readTrust(value: unknown): ServerTrust | undefined {
	if (!isRecord(value)) return undefined;
	if (typeof value.fingerprint === 'string') return { fingerprint: value.fingerprint };
	return typeof value.caFile === 'string' ? { caFile: value.caFile } : undefined;
}

function readServer(value: unknown): Server | undefined {
	if (!isRecord(value)) return undefined;
	const { id, name, url, user } = value;
	if (typeof id !== 'string' || id === '' || typeof url !== 'string' || typeof user !== 'string') return undefined;
	// An entry whose trust cannot be read must not fall back to another kind of trust.
	const trust = readTrust(value.trust);
	if (value.trust !== undefined && trust === undefined) return undefined;
	return {
		id,
		name: typeof name === 'string' && name !== '' ? name : id,
		url,
		user,
		...(trust === undefined ? {} : { trust }),
		...(value.protected === true ? { protected: true } : {}),
	};
}

/** The usable entries of a settings value; the first of two with the same id. */
export function readServers(value: unknown): readonly Server[] {
	const servers = (Array.isArray(value) ? value : []).map(readServer).filter(server => server !== undefined);
	return servers.filter((server, at) => servers.findIndex(({ id }) => id === server.id) === at);
}

/** The list with this server in it, in its old place when the id is known. */
export const withServer = (servers: readonly Server[], server: Server): readonly Server[] =>
	servers.some(({ id }) => id === server.id)
		? servers.map(old => (old.id === server.id ? server : old))
		: [...servers, server];

export const withoutServer = (servers: readonly Server[], id: string): readonly Server[] =>
	servers.filter(server => server.id !== id);

/** A word made from the name that no server in the list has. */
export function newServerId(name: string, servers: readonly Server[]): string {
	const word =
		name
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-+|-+$/g, '') || 'server';
	const taken = new Set(servers.map(({ id }) => id));
	let id = word;
	for (let number = 2; taken.has(id); number++) id = `${word}-${number}`;
	return id;
}
