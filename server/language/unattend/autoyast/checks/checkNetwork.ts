import { either } from '../../../../texts/inARow';
import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { isIpv4 } from '../../values/addresses';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { literal } from './literal';

/** Checks the network interfaces of a profile. */
export function checkNetwork(source: UnattendSource, profile: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const interfaces = descendant(profile, 'networking', 'interfaces');
	const seen = new Set<string>();
	for (const entry of interfaces ? elementsOf(interfaces) : []) {
		if (entry.broken) continue;
		appendAll(problems, checkName(source, entry, seen));
		appendAll(problems, checkAddress(source, entry));
	}
	return problems;
}

function checkName(source: UnattendSource, entry: XmlElement, seen: Set<string>): Problem[] {
	const named = childNamed(entry, 'device') ?? childNamed(entry, 'name');
	if (named === undefined && !childNamed(entry, 'lladdr')) {
		return [problem('autoyast-interface-name', nameOf(entry), {})];
	}
	const name = literal(source, named);
	if (named === undefined || !name) return [];
	if (seen.has(name)) return [problem('autoyast-twice', textPlace(named), { what: t('The interface'), name })];
	seen.add(name);
	return [];
}

function checkAddress(source: UnattendSource, entry: XmlElement): Problem[] {
	const bootproto = childNamed(entry, 'bootproto');
	const address = childNamed(entry, 'ipaddr');
	const prefix = childNamed(entry, 'prefixlen');
	const text = literal(source, address);
	const length = literal(source, prefix);
	if (prefix && text && isIpv4(text) && Number(length) > 32) {
		const facts = {
			name: prefix.name,
			wanted: t('a number from 0 to 32 beside an address of IPv4'),
			value: length ?? '',
		};
		return [problem('autoyast-form', textPlace(prefix), facts)];
	}
	if (bootproto === undefined || literal(source, bootproto)?.toLowerCase() !== 'static') return [];
	if (address === undefined) return [problem('autoyast-static-address', nameOf(bootproto), { missing: 'ipaddr' })];
	if (childNamed(entry, 'netmask') ?? prefix) return [];
	if (text?.includes('/') || (text === undefined && !isPlainAddress(source, address))) return [];
	return [problem('autoyast-static-address', nameOf(bootproto), { missing: either(['prefixlen', 'netmask']) })];
}

/** The appliance puts an address without a prefix in the place of its macro. */
const isPlainAddress = (source: UnattendSource, address: XmlElement): boolean =>
	/^\s*#predefined\.hostPlatforms\.networkSettings\.ipAddress#\s*$/.test(
		source.text.slice(textPlace(address).start, textPlace(address).end),
	);
