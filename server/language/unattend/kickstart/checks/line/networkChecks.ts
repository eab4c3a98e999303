import { type Problem, problem } from '../../../../problem';
import { isOpen } from '../../../statements/statementFile';
import { isIpv4, isNetmask, networkFlaw } from '../../../values/addresses';
import type { KickstartFile } from '../../kickstartFile';
import { optionOf, optionValue } from '../../names';
import type { Parsed } from './argumentChecks';
import { hasOpenWord } from './openWords';

/** Options of one `network` line that do not fit each other. */
export function checkNetwork(file: KickstartFile, parsed: Parsed): Problem[] {
	if (parsed.command.name !== 'network') return [];
	return [...checkGateway(file, parsed), ...checkDhcp(file, parsed), ...checkBond(parsed)];
}

function checkGateway({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const [ip, netmask, gateway] = ['--ip', '--netmask', '--gateway'].map(name => {
		const value = optionValue(parsed, name);
		return value && !isOpen(source, value.start, value.end) && isIpv4(value.text) ? value : undefined;
	});
	if (!ip || !netmask || !isNetmask(netmask.text)) return [];
	const flaw = networkFlaw(ip.text, netmask.text, gateway?.text);
	if (flaw === 'ip')
		return [problem('kickstart-address', ip, { place: '"--ip"', expected: 'the address of a host', value: ip.text })];
	if (!gateway || flaw === undefined) return [];
	if (flaw === 'outside')
		return [problem('kickstart-gateway', gateway, { gateway: gateway.text, ip: ip.text, netmask: netmask.text })];
	const expected = flaw === 'gateway' ? 'the address of a host' : 'another address than "--ip"';
	const facts = { place: '"--gateway"', expected, value: gateway.text };
	return [problem('kickstart-address', gateway, facts)];
}

function checkDhcp(file: KickstartFile, parsed: Parsed): Problem[] {
	const protocol = optionValue(parsed, '--bootproto');
	const [used] = ['--ip', '--netmask', '--gateway'].flatMap(name => optionOf(parsed, name) ?? []);
	if (!used || (protocol ? protocol.text !== 'dhcp' : hasOpenWord(file, parsed) || parsed.args.faults.length > 0))
		return [];
	const insertAt = protocol ? -1 : parsed.statement.head.end;
	return [problem('kickstart-dhcp-address', used, { reason: protocol ? '' : ', which is the default,', insertAt })];
}

/** Options of a bond, a team or a bridge on a line that makes none. */
function checkBond(parsed: Parsed): Problem[] {
	const opts = optionOf(parsed, '--bondopts');
	if (!opts || optionOf(parsed, '--bondslaves')) return [];
	return [problem('kickstart-bond', opts, {})];
}
