import { isObject } from '../../server/rest/wire';
import { shownName } from '../view/shownName';

/** A remote file server that an appliance knows. */
export interface FileServer {
	/** What a request names it by. */
	readonly id: string;
	/** Fit to be shown. */
	readonly name: string;
	/** `sftp://host:port` as far as it is told. */
	readonly address: string;
}

const word = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? shownName(String(value)) : '';

const hasId = (value: unknown): boolean => isObject(value) && value.serverId !== undefined;

/** Reads `GET /osImages/remoteFileServers`: an array by any name, or the array itself; entries without id are left out. */
export function readFileServers(body: unknown): readonly FileServer[] {
	const list = isObject(body) ? Object.values(body).find(value => Array.isArray(value) && value.some(hasId)) : body;
	return (Array.isArray(list) ? list : []).filter(isObject).flatMap(entry => {
		const id = typeof entry.serverId === 'number' ? String(entry.serverId) : entry.serverId;
		if (typeof id !== 'string' || id === '') return [];
		const [protocol, host, port] = [word(entry.protocol).toLowerCase(), word(entry.address), word(entry.port)];
		const address = `${protocol && `${protocol}://`}${host}${port && `:${port}`}`;
		return [{ id, name: word(entry.displayName) || host || `Server ${shownName(id)}`, address }];
	});
}
