import { appendAll } from '../../../appendAll';
import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { possibleTexts } from '../../values/possibleTexts';
import type { XmlElement, XmlNode } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { elementPlace, onlyText as literal } from '../../xml/xmlPlace';
import type { Doubts } from '../doubts';

/** What Microsoft-Windows-Setup needs to run without a person. */
export function checkSetup(source: UnattendSource, component: XmlElement, doubts: Doubts): Problem[] {
	const problems: Problem[] = [];
	const user = childNamed(component, 'UserData');
	const image = childNamed(component, 'ImageInstall');
	const disks = childNamed(component, 'DiskConfiguration');
	if (component.children.some(child => child.kind === 'element' && child.broken)) return [];
	if (user === undefined && image === undefined && disks === undefined) return [];
	const eula = childNamed(user, 'AcceptEula');
	const isUnsure = eula ? doubts.liesIn(eula) : doubts.hidesIn(user ?? component) || doubts.isNamed('AcceptEula');
	if (!isUnsure && !isAccepted(source, eula))
		problems.push(problem('windows-eula', nameOf(eula ?? user ?? component), {}));
	const os = childNamed(image, 'OSImage');
	if (os !== undefined) appendAll(problems, checkImage(source, os, { user, doubts }));
	for (const disk of disks ? elementsOf(disks) : []) appendAll(problems, checkPartitions(source, disk, doubts));
	if (os !== undefined && disks !== undefined && !doubts.liesIn(disks) && !doubts.liesIn(childNamed(os, 'InstallTo')))
		appendAll(problems, checkTarget(source, os, disks));
	return problems;
}

function isAccepted(source: UnattendSource, eula: XmlElement | undefined): boolean {
	if (eula === undefined) return false;
	const accepted = possibleTexts(source, elementPlace(source, eula))?.texts;
	return accepted === undefined || accepted.some(text => /^(true|1)$/i.test(text.trim()));
}

interface Beside {
	readonly user: XmlElement | undefined;
	readonly doubts: Doubts;
}

function checkImage(source: UnattendSource, os: XmlElement, { user, doubts }: Beside): Problem[] {
	const problems: Problem[] = [];
	const chosen = descendant(os, 'InstallFrom', 'MetaData') ?? descendant(os, 'InstallFrom', 'Path');
	const key = descendant(user, 'ProductKey', 'Key');
	const isHidden = doubts.hidesIn(os);
	const hasNoKey = key === undefined || literal(source, key)?.trim() === '';
	if (chosen === undefined && hasNoKey && !isHidden && !doubts.liesIn(user))
		problems.push(problem('windows-image-choice', nameOf(os), {}));
	const available = childNamed(os, 'InstallToAvailablePartition');
	if (!available && !childNamed(os, 'InstallTo') && !isHidden)
		problems.push(problem('windows-install-place', nameOf(os), {}));
	appendAll(problems, checkIndex(source, os));
	if (available && childNamed(os, 'InstallTo') && literal(source, available)?.trim().toLowerCase() === 'true')
		problems.push(problem('windows-install-twice', nameOf(available), {}));
	return problems;
}

function checkIndex(source: UnattendSource, os: XmlElement): Problem[] {
	const from = childNamed(os, 'InstallFrom');
	return (from ? elementsOf(from) : []).flatMap(entry => {
		const value = childNamed(entry, 'Value');
		const index = literal(source, value)?.trim();
		if (value === undefined || index === undefined || /^[1-9]\d*$/.test(index)) return [];
		if (literal(source, childNamed(entry, 'Key'))?.trim().toUpperCase() !== '/IMAGE/INDEX') return [];
		return [problem('windows-image-index', textPlace(value), { value: index === '' ? 'nothing' : index })];
	});
}

/** No macro stands among the settings. */
const isBlank = (node: XmlNode): boolean => node.kind !== 'text' || node.blank;

function checkPartitions(source: UnattendSource, disk: XmlElement, doubts: Doubts): Problem[] {
	const problems: Problem[] = [];
	const created = childNamed(disk, 'CreatePartitions');
	for (const partition of created ? elementsOf(created) : []) {
		const size = childNamed(partition, 'Size');
		const extend = childNamed(partition, 'Extend');
		const isExtended = literal(source, extend)?.trim().toLowerCase();
		if (size && isExtended === 'true') problems.push(problem('windows-partition-size', nameOf(size), {}));
		const isOpen = extend !== undefined && isExtended !== 'false' && isExtended !== '0';
		const isRead = !doubts.liesIn(partition) && partition.children.every(isBlank);
		if (!size && !isOpen && isRead && elementsOf(partition).length > 0)
			problems.push(problem('windows-partition-unsized', nameOf(partition), {}));
	}
	return problems;
}

/** Partitions bear the numbers in which they are made, whatever they were on the disk before. */
function checkTarget(source: UnattendSource, os: XmlElement, disks: XmlElement): Problem[] {
	const target = childNamed(os, 'InstallTo');
	const diskNumber = literal(source, childNamed(target, 'DiskID'))?.trim();
	const place = childNamed(target, 'PartitionID');
	const partition = literal(source, place)?.trim();
	if (place === undefined || diskNumber === undefined || partition === undefined || !/^\d+$/.test(partition)) return [];
	const set = elementsOf(disks).filter(each => childNamed(each, 'DiskID'));
	const numbered = set.map(each => literal(source, childNamed(each, 'DiskID'))?.trim());
	const disk = set[numbered.indexOf(diskNumber)];
	const named = childNamed(target, 'DiskID');
	if (disk === undefined && named && set.length > 0 && !numbered.includes(undefined))
		return [problem('windows-install-disk', nameOf(named), { disk: diskNumber })];
	if (disk === undefined || literal(source, childNamed(disk, 'WillWipeDisk'))?.trim().toLowerCase() !== 'true')
		return [];
	const created = childNamed(disk, 'CreatePartitions');
	const modified = childNamed(disk, 'ModifyPartitions');
	const orders = created ? elementsOf(created).map(each => literal(source, childNamed(each, 'Order'))?.trim()) : [];
	const numbers = modified
		? elementsOf(modified).map(each => literal(source, childNamed(each, 'PartitionID'))?.trim())
		: [];
	const known = [...orders, ...numbers];
	if (known.length === 0 || known.includes(undefined) || known.includes(partition)) return [];
	return [problem('windows-install-target', nameOf(place), { partition, disk: diskNumber })];
}
