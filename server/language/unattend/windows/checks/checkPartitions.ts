import { t } from '../../../../texts/texts';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { onlyText } from '../../xml/xmlPlace';
import type { NewDisk, NewPartition } from './checkDisks';

/** As files call the kinds. */
const kindNames = new Map([
	['efi', 'EFI'],
	['msr', 'MSR'],
	['extended', 'Extended'],
	['logical', 'Logical'],
	['primary', 'Primary'],
]);
const kindOf = ({ type }: NewPartition): string => kindNames.get(type) ?? type;

/** Kinds of partitions that a disk cannot have, beside each other or in that number. */
export function checkKinds({ id, partitions }: NewDisk): Problem[] {
	const refuse = (partition: NewPartition, why: string): Problem[] => {
		const type = childNamed(partition.element, 'Type');
		return type ? [problem('windows-partition-kind', textPlace(type), { disk: id, kind: kindOf(partition), why })] : [];
	};
	const ofKind = (...types: readonly string[]): NewPartition[] => partitions.filter(({ type }) => types.includes(type));
	const [extended, second] = ofKind('extended');
	const isGpt = ofKind('efi', 'msr').length > 0;
	if (second) return refuse(second, t('one extended partition is made already'));
	const [logical] = ofKind('logical');
	const onMbr = extended ?? logical;
	if (isGpt) return onMbr ? refuse(onMbr, t('a disk with an EFI or MSR partition has none of this kind')) : [];
	if (logical && extended === undefined) return refuse(logical, t('no extended partition is made for it'));
	const fifth = ofKind('primary', 'extended')[4];
	return fifth ? refuse(fifth, t('a disk without EFI and MSR partition has at most four')) : [];
}

/** What is to be done with a partition whose kind does not take it. */
export function checkUses(source: UnattendSource, { element, partitions }: NewDisk): Problem[] {
	// Logical partitions have numbers of their own.
	if (partitions.some(({ type }) => type === 'extended' || type === 'logical')) return [];
	const list = childNamed(element, 'ModifyPartitions');
	const problems: Problem[] = [];
	let active: XmlElement | undefined;
	for (const entry of list ? elementsOf(list) : []) {
		const number = onlyText(source, childNamed(entry, 'PartitionID'))?.trim();
		const partition = partitions[Number(number) - 1];
		if (partition === undefined) continue;
		const kind = kindOf(partition);
		const format = childNamed(entry, 'Format');
		if (format && partition.type === 'msr')
			problems.push(problem('windows-partition-format', nameOf(format), { kind }));
		const flag = childNamed(entry, 'Active');
		if (flag === undefined || onlyText(source, flag)?.trim().toLowerCase() !== 'true') continue;
		if (partition.type !== 'primary' || active) {
			const why = active
				? t('another partition of this disk is active')
				: t('only a primary partition can be, this one is {kind}', { kind });
			problems.push(problem('windows-partition-active', nameOf(flag), { why }));
		}
		active = flag;
	}
	return problems;
}

/** The system goes to a primary or a logical partition. */
export function checkTargetKind(source: UnattendSource, disk: NewDisk, target: XmlElement | undefined): Problem[] {
	const number = childNamed(target, 'PartitionID');
	if (number === undefined || disk.partitions.some(({ type }) => type === 'logical')) return [];
	const text = onlyText(source, number)?.trim();
	const partition = disk.partitions[Number(text) - 1];
	if (partition === undefined || !['efi', 'msr', 'extended'].includes(partition.type)) return [];
	const facts = { partition: text ?? '', disk: disk.id, kind: kindOf(partition) };
	return [problem('windows-install-kind', textPlace(number), facts)];
}
