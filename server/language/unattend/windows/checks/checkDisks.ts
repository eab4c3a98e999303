import { t } from '../../../../texts/texts';
import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { onlyText } from '../../xml/xmlPlace';
import type { Doubts } from '../doubts';
import { checkKinds, checkTargetKind, checkUses } from './checkPartitions';

/** A partition that a disk gets, every value of it certain. */
export interface NewPartition {
	readonly element: XmlElement;
	readonly order: number;
	readonly type: string;
	readonly extends: boolean;
}

/** A disk that is wiped and divided anew. */
export interface NewDisk {
	readonly element: XmlElement;
	readonly id: string;
	/** In the order in which they are made: the first is partition 1. */
	readonly partitions: readonly NewPartition[];
}

/** Checks the disks of Microsoft-Windows-Setup that are divided anew, as far as nothing about them is open. */
export function checkDisks(source: UnattendSource, component: XmlElement, doubts: Doubts): Problem[] {
	const problems: Problem[] = [];
	const disks = childNamed(component, 'DiskConfiguration');
	const target = descendant(component, 'ImageInstall', 'OSImage', 'InstallTo');
	for (const element of disks ? elementsOf(disks) : []) {
		if (doubts.liesIn(element)) continue;
		const disk = newDisk(source, element);
		if (disk === undefined) continue;
		const impossible = checkKinds(disk);
		appendAll(problems, impossible);
		appendAll(problems, checkExtend(disk));
		appendAll(problems, checkModified(source, disk));
		appendAll(problems, checkUses(source, disk));
		const isTarget = disk.id === lowered(source, childNamed(target, 'DiskID'));
		const refused = isTarget && !doubts.liesIn(target) ? checkTargetKind(source, disk, target) : [];
		appendAll(problems, refused);
		const efi = disk.partitions.find(({ type }) => type === 'efi');
		if (efi) {
			appendAll(problems, checkFormat(source, disk, efi));
			if (refused.length === 0 && impossible.length === 0) appendAll(problems, checkLayout(disk));
		} else if (isTarget) appendAll(problems, checkStart(source, disk));
	}
	return problems;
}

const lowered = (source: UnattendSource, element: XmlElement | undefined): string | undefined =>
	onlyText(source, element)?.trim().toLowerCase();

function newDisk(source: UnattendSource, element: XmlElement): NewDisk | undefined {
	const id = lowered(source, childNamed(element, 'DiskID'));
	const created = childNamed(element, 'CreatePartitions');
	if (id === undefined || created === undefined || element.broken || created.broken) return undefined;
	if (lowered(source, childNamed(element, 'WillWipeDisk')) !== 'true') return undefined;
	const partitions: NewPartition[] = [];
	for (const entry of elementsOf(created)) {
		const order = lowered(source, childNamed(entry, 'Order'));
		const type = lowered(source, childNamed(entry, 'Type'));
		const extend = childNamed(entry, 'Extend');
		const extended = lowered(source, extend);
		if (order === undefined || type === undefined || !/^\d+$/.test(order)) return undefined;
		if (extend !== undefined && extended === undefined) return undefined;
		partitions.push({ element: entry, order: Number(order), type, extends: extended === 'true' });
	}
	if (partitions.length === 0) return undefined;
	return { element, id, partitions: partitions.sort((a, b) => a.order - b.order) };
}

function checkExtend({ id, partitions }: NewDisk): Problem[] {
	const at = partitions.findIndex(partition => partition.extends);
	const greedy = partitions[at];
	const next = partitions[at + 1];
	const extend = childNamed(greedy?.element, 'Extend');
	if (greedy === undefined || next === undefined || extend === undefined) return [];
	return [problem('windows-partition-extend', nameOf(extend), { disk: id, next: next.order })];
}

/** Partitions are numbered in the order in which they are made; logical ones have numbers of their own. */
function checkModified(source: UnattendSource, { element, id, partitions }: NewDisk): Problem[] {
	if (partitions.some(({ type }) => type === 'extended' || type === 'logical')) return [];
	const modified = childNamed(element, 'ModifyPartitions');
	return (modified ? elementsOf(modified) : []).flatMap(entry => {
		const number = childNamed(entry, 'PartitionID');
		const partition = lowered(source, number);
		if (number === undefined || partition === undefined || !/^\d+$/.test(partition)) return [];
		if (Number(partition) >= 1 && Number(partition) <= partitions.length) return [];
		return [problem('windows-partition-unknown', nameOf(number), { partition, disk: id })];
	});
}

function checkFormat(source: UnattendSource, disk: NewDisk, efi: NewPartition): Problem[] {
	const problems: Problem[] = [];
	const partition = String(disk.partitions.indexOf(efi) + 1);
	const modified = childNamed(disk.element, 'ModifyPartitions');
	const entries = modified ? elementsOf(modified) : [];
	const ids = entries.map(entry => lowered(source, childNamed(entry, 'PartitionID')));
	if (ids.includes(undefined)) return [];
	const own = entries.filter((_, index) => ids[index] === partition);
	const formats = own.flatMap(entry => childNamed(entry, 'Format') ?? []);
	const [format] = formats;
	// Without a format Setup picks one that fits.
	if (format === undefined) return [];
	const text = onlyText(source, format)?.trim();
	if (formats.length > 1 || text === undefined || text.toUpperCase() === 'FAT32') return problems;
	const facts = { partition, disk: disk.id, format: text, replacement: 'FAT32' };
	problems.push(problem('windows-efi-format', textPlace(format), facts));
	return problems;
}

function checkLayout({ id, element, partitions }: NewDisk): Problem[] {
	const reserved = partitions.findIndex(({ type }) => type === 'msr');
	const system = partitions.findLastIndex(({ type }) => type === 'primary');
	const wrong =
		reserved < 0
			? t('no MSR partition')
			: system >= 0 && reserved > system
				? t('its MSR partition comes behind the primary one')
				: undefined;
	if (wrong === undefined) return [];
	const place = childNamed(element, 'CreatePartitions') ?? element;
	return [problem('windows-disk-layout', nameOf(place), { disk: id, problem: wrong })];
}

function checkStart(source: UnattendSource, { id, element, partitions }: NewDisk): Problem[] {
	// A single partition is made active by Setup itself.
	if (partitions.length < 2) return [];
	if (partitions.some(({ type }) => type !== 'primary' && type !== 'extended' && type !== 'logical')) return [];
	const modified = childNamed(element, 'ModifyPartitions');
	const active = (modified ? elementsOf(modified) : []).map(entry => childNamed(entry, 'Active'));
	if (active.some(each => each !== undefined && lowered(source, each) !== 'false')) return [];
	const place = childNamed(element, 'CreatePartitions') ?? element;
	return [problem('windows-disk-start', nameOf(place), { disk: id })];
}
