import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { isIpv4, isNetmask, netmaskOfLength, networkFlaw } from '../../values/addresses';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, textPlace } from '../../xml/parse/xmlTree';
import { literal } from './literal';

interface Network {
	readonly ip: string;
	readonly netmask: string;
}

/** Gateways that lie in the network of no interface; nothing is said where the network of one is not known. */
export function checkGateway(source: UnattendSource, profile: XmlElement): Problem[] {
	const interfaces = descendant(profile, 'networking', 'interfaces');
	const routes = descendant(profile, 'networking', 'routing', 'routes');
	if (!interfaces || !routes) return [];
	const networks: Network[] = [];
	for (const entry of elementsOf(interfaces)) {
		// A port of a bond or a bridge has no address of its own.
		if (literal(source, childNamed(entry, 'bootproto'))?.toLowerCase() === 'none') continue;
		const network = networkOf(source, entry);
		if (!network) return [];
		networks.push(network);
	}
	if (networks.length === 0) return [];
	return elementsOf(routes).flatMap(route => {
		const gateway = childNamed(route, 'gateway');
		const address = literal(source, gateway);
		// Further parameters can say that the gateway is reached all the same.
		if (!gateway || !address || !isIpv4(address) || childNamed(route, 'extrapara')) return [];
		const isOutside = networks.every(({ ip, netmask }) => networkFlaw(ip, netmask, address) === 'outside');
		return isOutside ? [problem('autoyast-gateway', textPlace(gateway), { gateway: address })] : [];
	});
}

function networkOf(source: UnattendSource, entry: XmlElement): Network | undefined {
	const read = (name: string): string | undefined => literal(source, childNamed(entry, name));
	if (entry.broken || read('bootproto')?.toLowerCase() !== 'static' || childNamed(entry, 'aliases')) return undefined;
	const [ip = '', behindSlash] = read('ipaddr')?.split('/') ?? [];
	const length = behindSlash ?? read('prefixlen');
	const netmask = length === undefined ? read('netmask') : length;
	if (!isIpv4(ip) || netmask === undefined || !isNetmask(netmask)) return undefined;
	return { ip, netmask: isIpv4(netmask) ? netmask : netmaskOfLength(Number(netmask)) };
}

/** Devices of routes that no interface of the profile is; those of the running installation are not known. */
export function checkRouteDevices(source: UnattendSource, profile: XmlElement): Problem[] {
	const networking = childNamed(profile, 'networking');
	const interfaces = descendant(profile, 'networking', 'interfaces');
	const routes = descendant(profile, 'networking', 'routing', 'routes');
	if (!interfaces || !routes || literal(source, childNamed(networking, 'keep_install_network')) !== 'false') return [];
	const names = elementsOf(interfaces).flatMap(entry =>
		[childNamed(entry, 'device'), childNamed(entry, 'name')].filter(each => each !== undefined),
	);
	const known = names.map(each => literal(source, each));
	if (known.length === 0 || known.includes(undefined)) return [];
	return elementsOf(routes).flatMap(route => {
		const device = childNamed(route, 'device');
		const name = literal(source, device);
		if (!device || !name || name === '-' || name === 'lo' || known.includes(name)) return [];
		return [problem('autoyast-route-device', textPlace(device), { name })];
	});
}
