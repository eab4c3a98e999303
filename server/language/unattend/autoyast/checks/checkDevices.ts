import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { checkArrays } from './checkArrays';
import { literal } from './literal';

const withoutFolder = (device: string | undefined): string | undefined => device?.replace(/^\/dev\//, '');

/** Checks that what is put together of partitions has them, and that they name something that is put together. */
export function checkDevices(source: UnattendSource, drives: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	const partitions = drives.flatMap(partitionsOf);
	const groups = new Set(
		partitions.flatMap(partition => {
			const child = childNamed(partition, 'lvm_group');
			return child ? [withoutFolder(literal(source, child))] : [];
		}),
	);
	// A partition that names a group without a drive is the cause, and reported there.
	const known = new Set(drives.map(drive => withoutFolder(literal(source, childNamed(drive, 'device')))));
	const isCertain = [...groups].every(group => group !== undefined && known.has(group));
	for (const drive of drives) {
		if (!isGroup(source, drive)) continue;
		const device = childNamed(drive, 'device');
		const name = withoutFolder(literal(source, device));
		if (device && name && isCertain && !isReused(source, drive) && !groups.has(name)) {
			problems.push(problem('autoyast-device-parts', textPlace(device), { name }));
		}
		for (const volume of partitionsOf(drive)) {
			if (volume.broken || volume.localName !== 'partition' || childNamed(volume, 'lv_name')) continue;
			problems.push(problem('autoyast-companion', nameOf(volume), { name: volume.name, missing: 'lv_name' }));
		}
	}
	return [...problems, ...checkPools(source, drives), ...checkArrays(source, drives, partitions)];
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

/** A thin volume names the pool of its group that it lies in. */
function checkPools(source: UnattendSource, drives: readonly XmlElement[]): Problem[] {
	return drives.flatMap(drive => {
		const volumes = partitionsOf(drive);
		if (isReused(source, drive) || volumes.some(({ broken }) => broken)) return [];
		const pools = new Set(
			volumes
				.filter(volume => childNamed(volume, 'pool'))
				.map(volume => literal(source, childNamed(volume, 'lv_name'))),
		);
		if (pools.has(undefined)) return [];
		return volumes.flatMap(volume => {
			const used = childNamed(volume, 'used_pool');
			const name = literal(source, used);
			return used === undefined || !name || pools.has(name)
				? []
				: [problem('autoyast-pool', textPlace(used), { name })];
		});
	});
}
