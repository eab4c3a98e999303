const label = /^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?$/;

/** Four numbers of at most 255. */
export function isIpv4(text: string): boolean {
	const parts = text.split('.');
	return parts.length === 4 && parts.every(isOctet);
}

const isOctet = (text: string): boolean => /^(?:[12]\d\d|\d{1,2})$/.test(text) && Number(text) <= 255;

/** Groups of hexadecimal digits, at most one of them left out with `::`; a zone may follow. */
export function isIpv6(text: string): boolean {
	const [address = ''] = text.split('%');
	const halves = address.split('::');
	if (halves.length > 2) return false;
	const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
	const last = groups.at(-1) ?? '';
	const tail = isIpv4(last) ? 2 : 1;
	const hex = tail === 2 ? groups.slice(0, -1) : groups;
	const count = hex.length + (tail === 2 ? 2 : 0);
	return hex.every(group => /^[0-9A-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

/** An IPv4 or IPv6 address. */
export const isAddress = (text: string): boolean => isIpv4(text) || isIpv6(text);

/** A mask of ones followed by zeros, or its length. */
export function isNetmask(text: string): boolean {
	if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 32;
	if (!isIpv4(text)) return false;
	const bits = text
		.split('.')
		.map(part => Number(part).toString(2).padStart(8, '0'))
		.join('');
	return /^1+0*$/.test(bits);
}

const numberOf = (address: string): number =>
	address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

/** The mask whose first bits are ones, as many as given. */
export const netmaskOfLength = (length: number): string =>
	[24, 16, 8, 0].map(shift => Math.floor((2 ** 32 - 2 ** (32 - length)) / 2 ** shift) % 256).join('.');

/** True when two IPv4 addresses lie in one network; a mask of one or two addresses has no other. */
function inOneNetwork(one: string, other: string, netmask: string): boolean {
	const size = 2 ** 32 - numberOf(netmask);
	return size <= 2 || Math.floor(numberOf(one) / size) === Math.floor(numberOf(other) / size);
}

/** True for the first and the last address of a network, which no host has. */
function isNetworkItself(address: string, netmask: string): boolean {
	const size = 2 ** 32 - numberOf(netmask);
	const place = numberOf(address) % size;
	return size > 2 && (place === 0 || place === size - 1);
}

/** What is wrong with the three addresses of a static network, and which of them; `undefined` when they fit. */
export function networkFlaw(
	ip: string,
	netmask: string,
	gateway?: string,
): 'ip' | 'own' | 'outside' | 'gateway' | undefined {
	if (isNetworkItself(ip, netmask)) return 'ip';
	if (gateway === undefined) return undefined;
	if (ip === gateway) return 'own';
	if (!inOneNetwork(ip, gateway, netmask)) return 'outside';
	return isNetworkItself(gateway, netmask) ? 'gateway' : undefined;
}

/** Labels of letters, digits and dashes, joined with dots. */
export const isHostName = (text: string): boolean =>
	text.length <= 253 &&
	text
		.replace(/\.$/, '')
		.split('.')
		.every(part => label.test(part));
