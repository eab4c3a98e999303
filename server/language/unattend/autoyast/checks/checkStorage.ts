import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { checkDevices } from './checkDevices';
import { literal } from './literal';

/** Checks what the drives of a profile say together: mount points, volume groups, sizes. */
export function checkStorage(source: UnattendSource, profile: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const partitioning = childNamed(profile, 'partitioning');
	if (partitioning === undefined || partitioning.broken) return [];
	const drives = elementsOf(partitioning);
	if (drives.some(drive => drive.broken)) return [];
	const partitions = drives.flatMap(drive => {
		const list = childNamed(drive, 'partitions');
		return list ? elementsOf(list) : [];
	});
	appendAll(problems, checkMounts(source, partitioning, partitions));
	appendAll(problems, checkGroups(source, drives, partitions));
	appendAll(problems, checkDevices(source, drives));
	for (const drive of drives)
		for (const found of [checkReuse(source, drive), checkKept(source, drive), checkDevice(source, drive)])
			appendAll(problems, found);
	for (const partition of partitions) appendAll(problems, checkSize(source, childNamed(partition, 'size')));
	return problems;
}

function checkMounts(source: UnattendSource, partitioning: XmlElement, partitions: readonly XmlElement[]): Problem[] {
	const problems: Problem[] = [];
	let hasRoot = false;
	let certain = true;
	let mounted = 0;
	const seen = new Set<string>();
	for (const partition of partitions) {
		const mount = childNamed(partition, 'mount');
		if (mount === undefined) continue;
		mounted++;
		const path = literal(source, mount);
		if (path?.startsWith('/') && seen.has(path)) {
			problems.push(problem('autoyast-twice', textPlace(mount), { what: t('The mount point'), name: path }));
		}
		if (path !== undefined) seen.add(path);
		if (path === undefined) certain = false;
		else if (path === '/') hasRoot = true;
		else if (path !== '' && !path.startsWith('/') && path !== 'swap') {
			problems.push(problem('autoyast-mount', textPlace(mount), { path }));
			certain = false;
		}
	}
	if (mounted > 0 && !hasRoot && certain) problems.push(problem('autoyast-mount-root', nameOf(partitioning), {}));
	return problems;
}

function checkGroups(
	source: UnattendSource,
	drives: readonly XmlElement[],
	partitions: readonly XmlElement[],
): Problem[] {
	const problems: Problem[] = [];
	const groups = new Set<string>();
	for (const drive of drives) {
		const device = literal(source, childNamed(drive, 'device'));
		if (device === undefined) {
			if (childNamed(drive, 'device')) return [];
			continue;
		}
		const type = childNamed(drive, 'type');
		const flag = childNamed(drive, 'is_lvm_vg');
		const isGroup = type
			? literal(source, type) !== 'CT_DISK'
			: flag !== undefined && literal(source, flag) !== 'false';
		if (isGroup) groups.add(device.replace(/^\/dev\//, ''));
	}
	for (const partition of partitions) {
		const member = childNamed(partition, 'lvm_group');
		const group = literal(source, member)?.replace(/^\/dev\//, '');
		if (member === undefined || group === undefined || group === '' || groups.has(group)) continue;
		// One report for a group, however many partitions it has.
		groups.add(group);
		problems.push(problem('autoyast-volume-group', textPlace(member), { group }));
	}
	return problems;
}

/** Without a device the installer takes the first disk that fits. */
function checkDevice(source: UnattendSource, drive: XmlElement): Problem[] {
	const type = childNamed(drive, 'type');
	if (childNamed(drive, 'device') || drive.localName !== 'drive') return [];
	if (type && literal(source, type) !== 'CT_DISK') return [];
	if (childNamed(drive, 'partitions') === undefined || childNamed(drive, 'skip_list')) return [];
	return [problem('autoyast-drive-device', nameOf(drive), {})];
}

function checkReuse(source: UnattendSource, drive: XmlElement): Problem[] {
	const use = childNamed(drive, 'use');
	const type = literal(source, childNamed(drive, 'type')) ?? 'CT_DISK';
	const list = childNamed(drive, 'partitions');
	if (use === undefined || list === undefined || type !== 'CT_DISK' || literal(source, use) !== 'all') return [];
	const partitions = elementsOf(list);
	const isKept = (partition: XmlElement): boolean => literal(source, childNamed(partition, 'create')) === 'false';
	return partitions.length > 0 && partitions.every(isKept) ? [problem('autoyast-drive-reuse', textPlace(use), {})] : [];
}

/** A number tells which partition is kept; that of a new one has no effect. */
function checkKept(source: UnattendSource, drive: XmlElement): Problem[] {
	const list = childNamed(drive, 'partitions');
	const seen = new Set<string>();
	return (list ? elementsOf(list) : []).flatMap(partition => {
		const number = childNamed(partition, 'partition_nr');
		const name = literal(source, number);
		if (!number || !name || literal(source, childNamed(partition, 'create')) !== 'false') return [];
		if (seen.has(name))
			return [problem('autoyast-twice', textPlace(number), { what: t('The partition number'), name })];
		seen.add(name);
		return [];
	});
}

function checkSize(source: UnattendSource, size: XmlElement | undefined): Problem[] {
	const text = literal(source, size);
	if (size === undefined || text === undefined || text === '') return [];
	if (/^(max|auto|suspend)$/i.test(text) || /^\d+(\.\d+)?\s*(%|[KMGTPE]?(i?B)?)$/i.test(text)) return [];
	if (/^auto[\d\s,.A-Za-z=-]*$/i.test(text)) return [];
	return [problem('autoyast-size', textPlace(size), { value: text })];
}
