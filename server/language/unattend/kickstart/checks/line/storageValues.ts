import { nearestName } from '../../../../macros/nearestName';
import { type Problem, problem } from '../../../../problem';
import { wordValue } from '../../../statements/parseArguments';
import { isOpen } from '../../../statements/statementReading';
import { knownNames } from '../../../values/knownNames';
import { optionValue } from '../../names';
import type { Reading } from '../../reading';
import type { Parsed } from './argumentChecks';

const making = /^(?:part|partition|logvol|raid)$/;

/** File systems, mount points and sizes that the installer cannot use. */
export function checkStorageValues(reading: Reading, parsed: Parsed): Problem[] {
	if (!making.test(parsed.command.name)) return [];
	return [...checkFileSystem(reading, parsed), ...checkMountPoint(reading, parsed), ...checkSizes(reading, parsed)];
}

function checkFileSystem({ source }: Reading, parsed: Parsed): Problem[] {
	const value = optionValue(parsed, '--fstype');
	if (!value || value.text === '' || isOpen(source, value.start, value.end)) return [];
	const [mount] = parsed.args.positionals;
	const known = knownNames('fileSystems');
	if (!known.has(value.text) && value.text !== 'PPC PReP Boot') {
		const near = nearestName(value.text, known);
		const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
		const replacement = near === undefined ? {} : { replacement: near };
		return [problem('kickstart-file-system', value, { value: value.text, hint, ...replacement })];
	}
	if (mount?.text === '/boot/efi' && !/^(?:efi|vfat|macefi)$/.test(value.text))
		return [problem('kickstart-efi-format', value, { value: value.text })];
	return [];
}

const special = /^(?:\/.*|(?:raid|pv|btrfs)\..*|swap|none|None|biosboot|prepboot|appleboot|recommended)$/;

function checkMountPoint({ source }: Reading, parsed: Parsed): Problem[] {
	const [word] = parsed.args.positionals;
	const mount = word && wordValue(word, source.masked);
	if (!mount || mount.text === '' || isOpen(source, mount.start, mount.end)) return [];
	if (mount.text === '/swap')
		return [
			problem('kickstart-mount-point', mount, {
				mount: mount.text,
				hint: 'swap space is called "swap"',
				replacement: 'swap',
			}),
		];
	if (special.test(mount.text)) return [];
	return [
		problem('kickstart-mount-point', mount, {
			mount: mount.text,
			hint: 'a mount point starts with "/"',
			replacement: `/${mount.text}`,
		}),
	];
}

function checkSizes({ source }: Reading, parsed: Parsed): Problem[] {
	const size = optionValue(parsed, '--size');
	const most = optionValue(parsed, '--maxsize');
	if (!size || !most || [size, most].some(({ start, end, text }) => isOpen(source, start, end) || !/^\d+$/.test(text)))
		return [];
	if (Number(most.text) >= Number(size.text)) return [];
	return [problem('kickstart-size-limits', most, { most: most.text, size: size.text })];
}
