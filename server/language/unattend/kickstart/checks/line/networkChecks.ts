import { type Problem, problem } from '../../../../problem';
import { isOpen } from '../../../statements/statementReading';
import { inOneNetwork, isIpv4, isNetmask, isNetworkItself } from '../../../values/addresses';
import { optionOf, optionValue } from '../../names';
import type { Reading } from '../../reading';
import type { Parsed } from './argumentChecks';

/** Options of one `network` line that do not fit each other. */
export function checkNetwork(reading: Reading, parsed: Parsed): Problem[] {
	if (parsed.command.name !== 'network') return [];
	return [...checkGateway(reading, parsed), ...checkDhcp(parsed), ...checkBond(parsed)];
}

function checkGateway({ source }: Reading, parsed: Parsed): Problem[] {
	const [ip, netmask, gateway] = ['--ip', '--netmask', '--gateway'].map(name => optionValue(parsed, name));
	if (!ip || !netmask || !gateway) return [];
	if ([ip, netmask, gateway].some(({ start, end, text }) => isOpen(source, start, end) || !isIpv4(text))) return [];
	if (!isNetmask(netmask.text)) return [];
	if (ip.text === gateway.text)
		return [
			problem('kickstart-address', gateway, {
				place: '"--gateway"',
				expected: 'another address than "--ip"',
				value: ip.text,
			}),
		];
	if (isNetworkItself(ip.text, netmask.text))
		return [problem('kickstart-address', ip, { place: '"--ip"', expected: 'the address of a host', value: ip.text })];
	if (inOneNetwork(ip.text, gateway.text, netmask.text)) return [];
	return [problem('kickstart-gateway', gateway, { gateway: gateway.text, ip: ip.text, netmask: netmask.text })];
}

function checkDhcp(parsed: Parsed): Problem[] {
	const protocol = optionValue(parsed, '--bootproto');
	const [used] = ['--ip', '--netmask', '--gateway'].flatMap(name => optionOf(parsed, name) ?? []);
	if (protocol?.text !== 'dhcp' || !used) return [];
	return [problem('kickstart-dhcp-address', used, {})];
}

/** Options of a bond, a team or a bridge on a line that makes none. */
function checkBond(parsed: Parsed): Problem[] {
	const opts = optionOf(parsed, '--bondopts');
	if (!opts || optionOf(parsed, '--bondslaves')) return [];
	return [problem('kickstart-bond', opts, {})];
}
