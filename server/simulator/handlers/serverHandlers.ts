import { isObject, type JsonObject } from '../../rest/wire';
import type { Appliance } from '../appliance';
import type { RoutedCall } from '../call';
import { type Reply, refusal, success } from '../reply';
import type { RemoteServer } from '../repository';

const protocols: readonly unknown[] = ['HTTP', 'HTTPS', 'FTP', 'SFTP'];

/** What a reply shows of a server: never the password, which is not even kept. */
const toEntry = (server: RemoteServer): JsonObject => ({ ...server, serverPublicKey: '' });

export function listServers(_call: RoutedCall, { repository }: Appliance): Reply {
	return success({ serverList: repository.state.servers.map(toEntry) });
}

export function showServer(call: RoutedCall, appliance: Appliance): Reply {
	return success({ ...toEntry(findServer(call, appliance)) });
}

function findServer({ ids: [id = ''] }: RoutedCall, { repository }: Appliance): RemoteServer {
	const server = repository.state.servers.find(({ serverId }) => serverId === id);
	if (!server) throw refusal(404, 'FQXHMFC9003M', { reason: `There is no remote file server ‘${id}’.` });
	return server;
}

export function addServer({ body }: RoutedCall, { repository }: Appliance): Reply {
	const { state } = repository;
	const server = readServer(body, String(state.nextServer), state.servers);
	state.nextServer += 1;
	state.servers.push(server);
	repository.save();
	return success({ serverId: server.serverId });
}

export function changeServer(call: RoutedCall, appliance: Appliance): Reply {
	const { state } = appliance.repository;
	const old = findServer(call, appliance);
	const others = state.servers.filter(server => server !== old);
	const changed = readServer({ ...old, ...(isObject(call.body) ? call.body : {}) }, old.serverId, others);
	state.servers = state.servers.map(server => (server === old ? changed : server));
	appliance.repository.save();
	return success();
}

export function deleteServer(call: RoutedCall, appliance: Appliance): Reply {
	const { state } = appliance.repository;
	const old = findServer(call, appliance);
	state.servers = state.servers.filter(server => server !== old);
	appliance.repository.save();
	return appliance.switches['delete-status'] === '204' ? { status: 204 } : success();
}

/** @throws {Refusal} 400 when an attribute is missing or the name is taken, as the page says. */
function readServer(body: unknown, serverId: string, others: readonly RemoteServer[]): RemoteServer {
	const given: JsonObject = isObject(body) ? body : {};
	const text = (name: string): string => (typeof given[name] === 'string' ? given[name] : '');
	const [address, displayName, port] = [text('address'), text('displayName'), Number(given.port)];
	if (address === '' || displayName === '' || !Number.isInteger(port) || !protocols.includes(given.protocol)) {
		throw refusal(400, 'FQXHMFC9002M', { reason: 'address, displayName, port and protocol are needed.' });
	}
	if (others.some(other => other.displayName === displayName)) {
		throw refusal(400, 'FQXHMFC9002M', { reason: `The name ‘${displayName}’ is already in use.` });
	}
	return {
		serverId,
		address,
		displayName,
		port,
		protocol: text('protocol'),
		username: text('username'),
		keyType: text('keyType'),
	};
}
