import { isObject, type JsonObject, paths } from './wire';
import type { XClarityClient } from './xclarityClient';
import { isCancelled, XClarityError } from './xclarityError';

/** What an appliance says of predefined macros before anything is deployed. Keys are macros without hashes. */
export interface DeployValues {
	/** For every server that it deploys to. */
	readonly common: Readonly<Record<string, string>>;
	readonly hosts: readonly HostValues[];
}

/** The settings of one server. */
export interface HostValues {
	readonly uuid: string;
	readonly values: Readonly<Record<string, string>>;
}

/** The attributes that the pages of the interface name as they are named in macros. Keys and passwords are none of them. */
const globalNames = ['ipAssignment', 'isVLANMode'];
const networkNames = ['dns1', 'dns2', 'gateway', 'hostname', 'ipAddress', 'mtu', 'prefixLength', 'selectedMAC'];
/** These are seen in programs that use the interface. */
const usedNames = ['subnetMask', 'vlanId'];

/**
 * Reads the global settings and those of each server. A page that the person may not see, or that the appliance does
 * not have, says nothing.
 * @param log takes a line about each such page
 * @throws {XClarityError} when the person stops it, or nobody is logged in any more
 */
export async function readDeployValues(
	client: Pick<XClarityClient, 'read'>,
	log: (line: string) => void,
): Promise<DeployValues> {
	const read = async (path: string): Promise<unknown> => {
		try {
			return await client.read(path);
		} catch (error) {
			if (!(error instanceof XClarityError) || isCancelled(error) || error.kind === 'unauthorized') throw error;
			log(`${path} says nothing: ${error.message}`);
			return undefined;
		}
	};
	const settings = await read(paths.globalSettings);
	const hosts = new Map<string, Record<string, string>>();
	for (const path of [paths.hostPlatforms, paths.hostSettings]) {
		for (const host of hostsIn(await read(path)))
			hosts.set(host.uuid, { ...hosts.get(host.uuid), ...valuesOfHost(host) });
	}
	return { common: valuesOfGlobal(settings), hosts: [...hosts].map(([uuid, values]) => ({ uuid, values })) };
}

type Host = JsonObject & { readonly uuid: string };

const isHost = (value: unknown): value is Host => isObject(value) && typeof value.uuid === 'string';

/** An array, or an object with one; its name differs between pages. */
function hostsIn(body: unknown): readonly Host[] {
	const lists = isObject(body) ? Object.values(body) : [body];
	return lists.flatMap(list => (Array.isArray(list) ? list.filter(isHost) : []));
}

function valuesOfGlobal(body: unknown): Readonly<Record<string, string>> {
	const settings = isObject(body) ? (body.globalSetting ?? body) : {};
	return isObject(settings) ? named(settings, globalNames, 'predefined.globalSettings') : {};
}

function valuesOfHost({ uuid, networkSettings, storageSettings }: Host): Readonly<Record<string, string>> {
	const prefix = 'predefined.hostPlatforms';
	return {
		[`${prefix}.uuid`]: uuid,
		...(isObject(networkSettings)
			? named(networkSettings, [...networkNames, ...usedNames], `${prefix}.networkSettings`)
			: {}),
		...(isObject(storageSettings) ? named(storageSettings, ['targetDevice'], `${prefix}.storageSettings`) : {}),
	};
}

/** An attribute without a value says nothing. */
function named(object: JsonObject, names: readonly string[], prefix: string): Readonly<Record<string, string>> {
	const found = names.flatMap(name => {
		const value = object[name];
		const isValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
		return isValue && value !== '' ? [[`${prefix}.${name}`, String(value)]] : [];
	});
	return Object.fromEntries(found);
}
