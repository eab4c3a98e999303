import { english, t } from '../../../../../texts/texts';
import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementFile';
import { isKnownName, knownNames } from '../../../values/knownNames';
import type { KickstartFile } from '../../kickstartFile';
import { dotted, namedMembers, optionOf, optionValue } from '../../names';
import type { Parsed } from './argumentChecks';
import { hasOpenWord } from './openWords';

const making = /^(?:part|partition|logvol|raid)$/;

/** File systems, mount points and sizes that the installer cannot use. */
export function checkStorageValues(file: KickstartFile, parsed: Parsed): Problem[] {
	const { name } = parsed.command;
	if (name === 'autopart') return checkFileSystem(file, parsed);
	if (name === 'volgroup') return checkMemberWords(file, parsed);
	if (!making.test(name)) return [];
	return [
		...checkFileSystem(file, parsed),
		...checkMountPoint(file, parsed),
		...checkSizes(file, parsed),
		...checkPlaceOfBoot(parsed),
		...checkSizeGiven(file, parsed),
		...checkLabel(file, parsed),
		...checkMembers(file, parsed),
		...(name === 'raid' ? checkMemberWords(file, parsed) : []),
	];
}

function checkFileSystem({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const value = optionValue(parsed, '--fstype');
	if (!value || value.text === '' || isOpen(source, value.start, value.end)) return [];
	const [mount] = parsed.args.positionals;
	if (!isKnownName('fileSystems', value.text) && value.text !== 'PPC PReP Boot') {
		const near = nearestName(value.text, knownNames('fileSystems'));
		const hint = near === undefined ? '' : ` ${t('Did you mean "{near}"?', { near })}`;
		const replacement = near === undefined ? {} : { replacement: near };
		return [problem('kickstart-file-system', value, { value: value.text, hint, ...replacement })];
	}
	const isSwap = value.text === 'swap';
	if (/^\/?swap$/i.test(mount?.text ?? '') && mount?.text !== 'swap') return [];
	if (
		mount &&
		!isOpen(source, mount.start, mount.end) &&
		isSwap !== (mount.text === 'swap') &&
		/^(?:\/|swap$)/.test(mount.text)
	)
		return [problem('kickstart-swap', value, { mount: mount.text, value: value.text })];
	if (unmakable.has(value.text) && !optionOf(parsed, '--noformat'))
		return [problem('kickstart-file-system-unusual', value, { value: value.text })];
	if (mount?.text === '/boot/efi' && !/^(?:efi|vfat|macefi)$/.test(value.text))
		return [problem('kickstart-efi-format', value, { value: value.text })];
	return [];
}

/** Formats that the installer knows when it meets them, and that RHEL makes none of. */
const unmakable: ReadonlySet<string> = new Set(
	'bitlocker exfat f2fs hfs hfs+ hfsplus iso9660 jfs nfs nfs4 ntfs reiserfs udf'.split(' '),
);

const sizing = [
	'--size',
	'--grow',
	'--recommended',
	'--hibernation',
	'--onpart',
	'--usepart',
	'--noformat',
	'--resize',
];

function checkSizeGiven(file: KickstartFile, parsed: Parsed): Problem[] {
	const { command, args, statement } = parsed;
	if (!/^part(?:ition)?$/.test(command.name) || args.faults.length > 0 || hasOpenWord(file, parsed)) return [];
	if (sizing.some(name => optionOf(parsed, name))) return [];
	const insertAt = (statement.words.at(-1) ?? statement.head).end;
	return [problem('kickstart-size-missing', args.positionals[0] ?? statement.head, { insertAt })];
}

function checkPlaceOfBoot({ command, args }: Parsed): Problem[] {
	const [mount] = args.positionals;
	if (command.name !== 'logvol' || (mount?.text !== '/boot' && mount?.text !== '/boot/efi')) return [];
	return [problem('kickstart-boot-volume', mount, { mount: mount.text })];
}

const longestLabels: Readonly<Record<string, number>> = {
	xfs: 12,
	ext2: 16,
	ext3: 16,
	ext4: 16,
	vfat: 11,
	efi: 11,
	swap: 15,
};

function checkLabel({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const label = optionValue(parsed, '--label');
	const type = optionValue(parsed, '--fstype')?.text ?? '';
	const most = Object.hasOwn(longestLabels, type) ? longestLabels[type] : undefined;
	if (!label || most === undefined || label.text.length <= most || isOpen(source, label.start, label.end)) return [];
	const expected = t('at most {most} characters on {type}', { most, type });
	return [problem('kickstart-form', label, { place: '"--label"', expected, value: label.text })];
}

const leastMembers: Readonly<Record<string, number>> = { '0': 2, '1': 2, '4': 3, '5': 3, '6': 4, '10': 2 };

/** Members that an array has and that its level asks for, where it has too few. */
export function missingMembers({ source }: KickstartFile, parsed: Parsed) {
	const level = parsed.command.name === 'raid' ? optionValue(parsed, '--level') : undefined;
	const { members } = namedMembers(parsed);
	const number = level?.text.replace(/^RAID/i, '') ?? '';
	const least = Object.hasOwn(leastMembers, number) ? leastMembers[number] : undefined;
	if (!level || least === undefined || members.length === 0) return undefined;
	if (members.some(({ start, end }) => isOpen(source, start, end))) return undefined;
	const count = members.length - (Number(optionValue(parsed, '--spares')?.text ?? 0) || 0);
	return count < least ? { level, least, count } : undefined;
}

function checkMembers(file: KickstartFile, parsed: Parsed): Problem[] {
	const missing = missingMembers(file, parsed);
	return missing ? [problem('kickstart-raid-members', missing.level, { ...missing, level: missing.level.text })] : [];
}

/** Partitions before the name of what they form, or joined by commas. */
function checkMemberWords({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const { positionals } = parsed.args;
	const [first] = positionals;
	if (!first || positionals.some(({ start, end }) => isOpen(source, start, end))) return [];
	const { name, isMisplaced } = namedMembers(parsed);
	const command = `"${parsed.command.name}"`;
	if (isMisplaced) {
		const expected = command === '"raid"' ? t('a mount point first') : t('the name of the volume group first');
		const order = name ? { name: name.text, nameStart: name.start, nameEnd: name.end } : {};
		return [problem('kickstart-form', first, { place: command, expected, value: first.text, ...order })];
	}
	const twice = positionals.find((one, index) => positionals.findIndex(({ text }) => text === one.text) < index);
	if (parsed.command.name === 'volgroup' && twice)
		return [problem('kickstart-duplicate', twice, { what: t('The partition'), name: twice.text })];
	return positionals
		.slice(1)
		.filter(({ text }) => /^(?:pv|raid)\.[^,]+,/.test(text))
		.map(word => {
			const facts = { place: command, expected: english('partitions with blanks between them'), value: word.text };
			return problem('kickstart-form', word, { ...facts, replacement: word.text.split(',').filter(Boolean).join(' ') });
		});
}

const special = /^(?:\/.*|(?:raid|pv|btrfs)\..*|swap|none|None|biosboot|prepboot|appleboot|recommended)$/;

function checkMountPoint({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const [word] = parsed.args.positionals;
	const mount = word && wordValue(word, source.masked);
	if (!mount || mount.text === '' || isOpen(source, mount.start, mount.end)) return [];
	if (/^\/?swap$/i.test(mount.text) && mount.text !== 'swap')
		return [
			problem('kickstart-mount-point', mount, {
				mount: mount.text,
				hint: t('swap space is called "swap"'),
				replacement: 'swap',
			}),
		];
	if (special.test(mount.text)) return [];
	const member = dotted(mount.text);
	if (member !== mount.text) {
		const hint = t('a partition of a group or an array has a dot in its name');
		return [problem('kickstart-mount-point', mount, { mount: mount.text, hint, replacement: member })];
	}
	return [
		problem('kickstart-mount-point', mount, {
			mount: mount.text,
			hint: t('a mount point starts with "/"'),
			replacement: `/${mount.text}`,
		}),
	];
}

function checkSizes({ source }: KickstartFile, parsed: Parsed): Problem[] {
	const size = optionValue(parsed, '--size');
	const most = optionValue(parsed, '--maxsize');
	if (!size || !most || [size, most].some(({ start, end, text }) => isOpen(source, start, end) || !/^\d+$/.test(text)))
		return [];
	if (Number(most.text) >= Number(size.text)) return [];
	return [problem('kickstart-size-limits', most, { most: most.text, size: size.text })];
}
