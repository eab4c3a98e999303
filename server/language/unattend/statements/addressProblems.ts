import { english, t } from '../../../texts/texts';
import { type Problem, problem } from '../../problem';
import type { Span } from '../../span';
import type { UnattendSource } from '../unattendSource';
import { isIpv4, isNetmask, networkFlaw } from '../values/addresses';
import { isOpen } from './statementFile';

/** The rules of a dialect: for an address that no host can have there, and for a gateway outside the network. */
interface AddressRules {
	readonly address: 'kickstart-address' | 'esxi-value-unusual';
	readonly gateway: 'kickstart-gateway' | 'esxi-gateway';
}

/** What `--ip`, `--netmask` and `--gateway` of one line say about each other; macros and what is no address are let be. */
export function addressProblems(
	source: UnattendSource,
	read: (option: string) => (Span & { readonly text: string }) | undefined,
	rules: AddressRules,
): Problem[] {
	const [ip, netmask, gateway] = ['--ip', '--netmask', '--gateway'].map(name => {
		const value = read(name);
		return value && !isOpen(source, value.start, value.end) && isIpv4(value.text) ? value : undefined;
	});
	if (!ip || !netmask || !isNetmask(netmask.text)) return [];
	const flaw = networkFlaw(ip.text, netmask.text, gateway?.text);
	if (flaw === 'ip')
		return [
			problem(rules.address, ip, { place: '"--ip"', expected: english('the address of a host'), value: ip.text }),
		];
	if (!gateway || flaw === undefined) return [];
	if (flaw === 'outside')
		return [problem(rules.gateway, gateway, { gateway: gateway.text, ip: ip.text, netmask: netmask.text })];
	const expected = flaw === 'gateway' ? t('the address of a host') : t('another address than "--ip"');
	return [problem(rules.address, gateway, { place: '"--gateway"', expected, value: gateway.text })];
}
