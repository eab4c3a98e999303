import { english } from '../../../../texts/texts';
import { isAddress, isIpv4, isIpv6, isNetmask } from '../../values/addresses';
import type { MacroRules } from '../../values/checkPlace';
import { type Demand, hostName, word } from '../../values/demand';
import type { Form } from '../esxiTable';

/** The rules of ESXi about what macros bring. */
export const esxiMacroRules: MacroRules = { certain: 'esxi-macro-value', doubtful: 'esxi-macro-choice' };

/** How a value must read, and whether the documentation leaves no other reading. */
export interface FormCheck extends Demand {
	/** False: what is refused here may work all the same. */
	readonly strict: boolean;
	/** What is not documented and probably works all the same: never more than a warning. */
	tolerates?(text: string): boolean;
	/** The value is a comma list, and each item has the form. */
	readonly list?: boolean;
}

const between =
	(low: number, high: number) =>
	(text: string): boolean =>
		/^\d+$/.test(text) && Number(text) >= low && Number(text) <= high;

const disk =
	/^(?:mpx\.vmhba\d+:C\d+:T\d+:L\d+(?::\d+)?|(?:naa|eui|t10|vml)\.\S+|\/vmfs\/devices\/disks\/\S+|(?!mpx\.)\S*vmhba\S*)$/;

/** Forms by name; `filters` is judged by nearness, not by form. */
export const forms: Readonly<Record<Exclude<Form, 'filters'>, FormCheck>> = {
	// Pages show IPv4 only; an IPv6 address is left alone.
	ipv4: {
		accepts: text => isIpv4(text) || isIpv6(text),
		expected: english('an IPv4 address'),
		needs: '.:',
		strict: true,
	},
	netmask: {
		accepts: text => isIpv4(text) && isNetmask(text),
		expected: english('a mask such as 255.255.255.0'),
		strict: true,
	},
	addresses: { accepts: isAddress, expected: english('an IP address'), strict: true, list: true },
	device: {
		accepts: text => /^vmnic\d+$/.test(text) || /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/.test(text),
		expected: english('an adapter such as vmnic0 or its MAC address'),
		strict: true,
		// Network adapters on USB.
		tolerates: text => /^vusb\d+$/.test(text),
	},
	vlan: {
		accepts: between(1, 4096),
		expected: english('a number from 1 to 4096'),
		needs: '0123456789',
		strict: true,
		// Elsewhere, and for the appliance, 0 stands for no VLAN.
		tolerates: text => text === '0',
	},
	licence: {
		accepts: text => /^[A-Z0-9]{5}(?:-[A-Z0-9]{5}){4}$/i.test(text),
		expected: english('a licence key of five groups of five characters'),
		strict: true,
	},
	seconds: {
		accepts: text => /^\d+$/.test(text),
		expected: english('a number of seconds'),
		needs: '0123456789',
		strict: true,
	},
	hostname: { ...hostName, accepts: text => hostName.accepts(text) && !text.includes('_'), strict: false },
	switch: { ...word(['0', '1']), expected: '0 or 1', strict: false },
	disk: {
		accepts: text => disk.test(text),
		expected: english('a disk name such as mpx.vmhba0:C0:T0:L0'),
		strict: false,
	},
	disks: {
		accepts: text => disk.test(text),
		expected: english('disk names such as mpx.vmhba0:C0:T0:L0'),
		strict: false,
		list: true,
	},
};
