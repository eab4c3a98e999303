import { english } from '../../../../../texts/texts';
import { type Problem, problem } from '../../../../problem';
import type { Span } from '../../../../span';
import { listItems } from '../../../statements/listItems';
import { isOpen } from '../../../statements/statementFile';
import type { UnattendSource } from '../../../unattendSource';
import { isAddress, isIpv6 } from '../../../values/addresses';
import { hostName } from '../../../values/demand';
import type { KickstartFile } from '../../kickstartFile';
import { optionValue } from '../../names';
import type { Parsed } from './argumentChecks';
import { rowsByCommand } from './rowsByCommand';

/** A value that has a form: on which line it stands, what it takes, and words for it. */
interface Form {
	readonly commands: readonly string[];
	readonly option: string;
	readonly isList?: boolean;
	accepts(text: string): boolean;
	readonly expected: string;
}

const isSource = (text: string): boolean =>
	/^(?:(?:https?|ftp):\/\/[^\s/\\]|file:\/\/|(?:nfs|hd|cdrom|hmc|harddrive):)/i.test(text) || /^\/(?!\/)/.test(text);
const isUrl = { accepts: isSource, expected: english('an address that begins with http, https, ftp, file or nfs') };

const between =
	(low: number, high: number): ((text: string) => boolean) =>
	text =>
		/^\d+$/.test(text) && Number(text) >= low && Number(text) <= high;

const path = { accepts: (text: string): boolean => text.startsWith('/'), expected: english('a path from the root on') };
const host = {
	accepts: (text: string): boolean => isAddress(text) || hostName.accepts(text),
	expected: english('an address or a host name'),
};
const port = { accepts: between(1, 65_535), expected: english('a port from 1 to 65535') };
const name = {
	accepts: (text: string): boolean => /^[A-Za-z0-9_.][A-Za-z0-9_.-]*\$?$/.test(text),
	expected: english('a name of letters, digits, dots, hyphens and underscores'),
};
const services = {
	accepts: (text: string): boolean => !/[;|&]/.test(text),
	expected: english('services with commas between them'),
	isList: true,
};
const storage = ['part', 'partition', 'logvol', 'raid', 'autopart'];
const size = {
	accepts: (text: string): boolean => !/^[+-]?\d+$/.test(text) || Number(text) > 0,
	expected: english('a size above zero'),
};
/** False for the name of a partition. */
export const isDisk = (text: string): boolean =>
	!/^(?:\/dev\/)?(?:[hsv]d[a-z]+\d+|(?:nvme\d+n|mmcblk)\d+p\d+)$/.test(text);
const disk = {
	accepts: (text: string): boolean => isDisk(text) && !/[;\s]/.test(text),
	expected: english('a disk, not one of its partitions'),
	isList: true,
};
const partition = {
	accepts: (text: string): boolean => !/^(?:\/dev\/)?(?:[hsv]d[a-z]+|(?:nvme\d+n|mmcblk)\d+)$/.test(text),
	expected: english('a partition, not a whole disk'),
};

const forms: readonly Form[] = [
	{ commands: ['url', 'liveimg'], option: '--url', ...isUrl },
	{ commands: ['url', 'repo'], option: '--mirrorlist', ...isUrl },
	{ commands: ['url', 'repo'], option: '--metalink', ...isUrl },
	{ commands: ['repo'], option: '--baseurl', ...isUrl },
	{
		commands: ['url', 'repo', 'liveimg', 'rhsm'],
		option: '--proxy',
		accepts: text => /^(?:(?:https?|ftp|socks\d?):\/\/)?(?:[^@\s/]+@)?[^\s/:@]+(?::\d{1,5})?\/?$/i.test(text),
		expected: english('a proxy such as http://proxy.example.com:3128'),
	},
	{
		commands: ['firewall'],
		option: '--port',
		isList: true,
		accepts: isFirewallPort,
		expected: english('a port and a protocol such as 443:tcp'),
	},
	{ commands: ['user', 'group'], option: '--name', ...name },
	{
		commands: ['user'],
		option: '--groups',
		isList: true,
		accepts: text => name.accepts(text.replace(/\(\d+\)$/, '')),
		expected: name.expected,
	},
	{ commands: ['user'], option: '--homedir', ...path },
	{ commands: ['user'], option: '--shell', ...path },
	{
		commands: ['user', 'group'],
		option: '--uid',
		accepts: text => !text.startsWith('-'),
		expected: english('a number from 0 on'),
	},
	{
		commands: ['user', 'group'],
		option: '--gid',
		accepts: text => !text.startsWith('-'),
		expected: english('a number from 0 on'),
	},
	{ commands: ['nfs', 'harddrive'], option: '--dir', ...path },
	{ commands: ['%pre', '%post', '%pre-install', '%onerror', '%traceback'], option: '--log', ...path },
	{ commands: ['nfs'], option: '--server', ...host },
	{ commands: ['services'], option: '--enabled', ...services },
	{ commands: ['services'], option: '--disabled', ...services },
	{ commands: ['logging', 'vnc'], option: '--host', ...host },
	{ commands: ['logging', 'vnc', 'iscsi'], option: '--port', ...port },
	{ commands: ['iscsi'], option: '--ipaddr', ...host },
	{ commands: ['timesource'], option: '--ntp-server', ...host },
	{ commands: ['timesource'], option: '--ntp-pool', ...host },
	{ commands: ['timezone'], option: '--ntpservers', isList: true, ...host },
	{
		commands: ['network'],
		option: '--device',
		accepts: isDevice,
		expected: english('the name of a device such as eno1, its address of six parts, "link" or "bootif"'),
	},
	{
		commands: ['network'],
		option: '--bondopts',
		accepts: hasBondMode,
		expected: english('a mode such as active-backup, 802.3ad or balance-rr'),
	},
	{
		commands: ['clearpart'],
		option: '--disklabel',
		accepts: text => /^(?:gpt|msdos|dasd|mac|sun|bsd|amiga|dvh|pc98|aix)$/.test(text),
		expected: english('"gpt" or "msdos"'),
	},
	{
		commands: ['network'],
		option: '--vlanid',
		accepts: text => !/^\d+$/.test(text) || between(1, 4094)(text),
		expected: english('a number from 1 to 4094'),
	},
	{
		commands: ['network'],
		option: '--mtu',
		accepts: text => !/^\d+$/.test(text) || between(68, 65_535)(text),
		expected: english('a number from 68 to 65535'),
	},
	{
		commands: ['network'],
		option: '--ipv6',
		accepts: text => /^(?:auto|dhcp)$/.test(text) || isIpv6Network(text),
		expected: english('"auto", "dhcp" or an IPv6 address with the length of its network'),
	},
	{ commands: ['network'], option: '--ipv6gateway', accepts: isIpv6, expected: english('an IPv6 address') },
	{
		commands: storage,
		option: '--luks-version',
		accepts: text => /^luks[12]$/.test(text),
		expected: english('"luks1" or "luks2"'),
	},
	{
		commands: storage,
		option: '--pbkdf',
		accepts: text => /^(?:pbkdf2|argon2i|argon2id)$/.test(text),
		expected: english('"pbkdf2", "argon2i" or "argon2id"'),
	},
	{ commands: storage, option: '--size', ...size },
	{ commands: storage, option: '--maxsize', ...size },
	{ commands: ['part', 'partition'], option: '--ondisk', ...disk },
	{ commands: ['part', 'partition'], option: '--onpart', ...partition },
	{ commands: ['bootloader'], option: '--boot-drive', ...disk },
	{ commands: ['bootloader'], option: '--driveorder', ...disk },
	{
		commands: ['bootloader'],
		option: '--timeout',
		accepts: text => !text.startsWith('-'),
		expected: english('a number of seconds'),
	},
	{ commands: ['clearpart', 'ignoredisk'], option: '--drives', ...disk },
	{ commands: ['ignoredisk'], option: '--only-use', ...disk },
	{
		commands: ['logvol'],
		option: '--name',
		accepts: text => /^[\w+.][\w+.-]*$/.test(text),
		expected: english('a name of letters, digits and the marks + _ . -'),
	},
];

function isFirewallPort(text: string): boolean {
	const [, from, to, protocol] = /^([^:-]+)(?:-([^:]+))?(?::(.*))?$/.exec(text) ?? [];
	const isRange = to === undefined || !/^\d+$/.test(from ?? '') || /^\d+$/.test(to);
	if (
		from === undefined ||
		!isRange ||
		text.includes('/') ||
		(protocol !== undefined && !/^(?:tcp|udp|sctp|dccp)$/i.test(protocol))
	)
		return false;
	return [from, to].every(end => end === undefined || !/^\d+$/.test(end) || port.accepts(end));
}

/** A name as the kernel takes it, or the address of a card; what else has colons is left alone. */
function isDevice(text: string): boolean {
	if (/[/,;\s]/.test(text)) return false;
	const parts = text.split(':');
	return parts.length === 1 ? text.length <= 15 : parts.length >= 6 && parts.every(part => /^[0-9a-f]{2}$/i.test(part));
}

const bondModes = /^(?:[0-6]|balance-(?:rr|xor|tlb|alb)|active-backup|broadcast|802\.3ad)$/;

/** The mode among the options of a bond is one that the kernel has; without one it takes its default. */
function hasBondMode(text: string): boolean {
	const [, mode] = /(?:^|[,;])mode=([^,;]*)/.exec(text) ?? [];
	return mode === undefined || bondModes.test(mode);
}

function isIpv6Network(text: string): boolean {
	const [address = '', length] = text.split('/');
	return isIpv6(address) && (length === undefined || (/^\d+$/.test(length) && Number(length) <= 128));
}

/** Options that mean nothing without a value, though the reference parser takes them so. */
const never =
	/^--(?:fstype|vgname|ip|gateway|netmask|device|url|baseurl|enabled|disabled|name|hostname|groups|service|port|only-use|drives|ntp-server|append|size|password)$/;

const formsOf = rowsByCommand(forms);

/** Values that the reference parser takes and that have a form all the same. */
export function checkForms({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const isCertain = ({ start, end }: Span): boolean => !isOpen(source, start, end);
	const empty = parsed.args.options.flatMap(({ option, value, start, end }) =>
		value?.text === '' && never.test(option.canonical) && isCertain({ start, end })
			? [
					problem(
						'kickstart-form',
						{ start, end: Math.max(end, value.end) },
						{ place: `"${option.name}"`, expected: english('a value'), value: '' },
					),
				]
			: [],
	);
	const wrong = formsOf(parsed.command.name).flatMap(({ option, isList, accepts, expected }) => {
		const value = optionValue(parsed, option);
		if (!value || value.text === '' || !isCertain(value)) return [];
		return (isList ? listItems(value) : [value])
			.filter(({ text }) => text !== '' && !text.startsWith('=') && !accepts(text))
			.map(item => problem('kickstart-form', item, { place: `"${option}"`, expected, value: item.text }));
	});
	return [...empty, ...doubled(source, parsed), ...wrong];
}

/** Options whose value may well begin with a sign of equality. */
const anyText = /^--(?:append|password|plaintext|gecos|passphrase)$/;

/** `--drives==sda`: the second sign becomes a part of the value. */
const doubled = (source: UnattendSource, { args }: Parsed): Problem[] =>
	args.options.flatMap(({ option, value, end }) => {
		if (!value?.text.startsWith('=') || source.text[end] !== '=' || anyText.test(option.name)) return [];
		const facts = { place: `"${option.name}"`, expected: english('one sign of equality'), value: value.text };
		return [problem('kickstart-form', value, { ...facts, replacement: value.text.replace(/^=+/, '') })];
	});
