import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { literal } from './literal';

const withoutFolder = (device: string | undefined): string | undefined => device?.replace(/^\/dev\//, '');

/** Checks that what is put together of partitions has them, and that they name something that is put together. */
export function checkDevices(source: UnattendSource, drives: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	const partitions = drives.flatMap(partitionsOf);
	const named = (name: string): (string | undefined)[] =>
		partitions.flatMap(partition => {
			const child = childNamed(partition, name);
			return child ? [withoutFolder(literal(source, child))] : [];
		});
	const groups = named('lvm_group');
	// A partition that names a group without a drive is the cause, and reported there.
	const known = drives.map(drive => withoutFolder(literal(source, childNamed(drive, 'device'))));
	const isCertain = groups.every(group => group !== undefined && known.includes(group));
	for (const drive of drives) {
		if (!isGroup(source, drive)) continue;
		const device = childNamed(drive, 'device');
		const name = withoutFolder(literal(source, device));
		if (device && name && isCertain && !isReused(source, drive) && !groups.includes(name)) {
			problems.push(problem('autoyast-device-parts', textPlace(device), { name }));
		}
		for (const volume of partitionsOf(drive)) {
			if (volume.broken || volume.localName !== 'partition' || childNamed(volume, 'lv_name')) continue;
			problems.push(problem('autoyast-companion', nameOf(volume), { name: volume.name, missing: 'lv_name' }));
		}
	}
	return [...problems, ...checkArrays(source, drives, partitions)];
}

const partitionsOf = (drive: XmlElement): readonly XmlElement[] => {
	const list = childNamed(drive, 'partitions');
	return list ? elementsOf(list) : [];
};

const isGroup = (source: UnattendSource, drive: XmlElement): boolean =>
	literal(source, childNamed(drive, 'type')) === 'CT_LVM' || literal(source, childNamed(drive, 'is_lvm_vg')) === 'true';

/** A group that is on the disks already. */
const isReused = (source: UnattendSource, drive: XmlElement): boolean =>
	literal(source, childNamed(drive, 'keep_unknown_lv')) === 'true' ||
	partitionsOf(drive).some(volume => literal(source, childNamed(volume, 'create')) === 'false');

/** Partitions of an array name it; up to SLE 12 one drive /dev/md holds all arrays. */
function checkArrays(
	source: UnattendSource,
	drives: readonly XmlElement[],
	partitions: readonly XmlElement[],
): Problem[] {
	const problems: Problem[] = [];
	const arrays: (string | undefined)[] = [];
	for (const drive of drives) {
		if (literal(source, childNamed(drive, 'type')) === 'CT_DISK') continue;
		for (const name of [childNamed(drive, 'device'), descendant(drive, 'raid_options', 'raid_name')]) {
			if (name) arrays.push(literal(source, name));
		}
	}
	if (arrays.includes(undefined) || arrays.includes('/dev/md')) return [];
	for (const partition of partitions) {
		const array = childNamed(partition, 'raid_name');
		const name = literal(source, array);
		if (array === undefined || !name || arrays.some(known => numberOf(known) === numberOf(name))) continue;
		problems.push(problem('autoyast-array', textPlace(array), { name }));
	}
	return problems;
}

/** `/dev/md/0` and `/dev/md0` are the same. */
const numberOf = (array: string | undefined): string | undefined => array?.replace(/^\/dev\/md\/?/, '');
