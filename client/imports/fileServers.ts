import { readRemoteFileServers } from '../../server/rest/remoteFileServers';
import { t } from '../../server/texts/texts';
import { shownName } from '../view/shownName';

/** A remote file server that an appliance knows, fit to be shown. */
export interface FileServer {
	/** What a request names it by. */
	readonly id: string;
	readonly name: string;
	/** `sftp://host:port` as far as it is told. */
	readonly address: string;
}

/** The file servers in the answer to `GET /osImages/remoteFileServers`. */
export const readFileServers = (body: unknown): readonly FileServer[] =>
	readRemoteFileServers(body).map(server => {
		const { id } = server;
		const [protocol, host, port, name] = [server.protocol, server.host, server.port, server.name].map(shownName);
		const address = `${protocol && `${protocol}://`}${host}${port && `:${port}`}`;
		return { id, name: name || host || t('Server {id}', { id: shownName(id) }), address };
	});
