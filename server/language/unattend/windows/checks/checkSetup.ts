import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { possibleTexts } from '../../values/possibleTexts';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';
import { elementPlace, onlyText as literal } from '../../xml/xmlPlace';

/** What Microsoft-Windows-Setup needs to run without a person. */
export function checkSetup(source: UnattendSource, component: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const user = childNamed(component, 'UserData');
	const image = childNamed(component, 'ImageInstall');
	const disks = childNamed(component, 'DiskConfiguration');
	if (component.children.some(child => child.kind === 'element' && child.broken)) return [];
	if (user === undefined && image === undefined && disks === undefined) return [];
	const eula = childNamed(user, 'AcceptEula');
	const accepted = eula && possibleTexts(source, elementPlace(source, eula))?.texts;
	if (eula === undefined || (accepted !== undefined && !accepted.some(text => /^(true|1)$/i.test(text.trim())))) {
		problems.push(problem('windows-eula', nameOf(eula ?? user ?? component), {}));
	}
	const os = childNamed(image, 'OSImage');
	if (os !== undefined) problems.push(...checkImage(source, os, user));
	for (const disk of disks ? elementsOf(disks) : []) problems.push(...checkPartitions(source, disk));
	if (os !== undefined && disks !== undefined) problems.push(...checkTarget(source, os, disks));
	return problems;
}

function checkImage(source: UnattendSource, os: XmlElement, user: XmlElement | undefined): Problem[] {
	const problems: Problem[] = [];
	const chosen = descendant(os, 'InstallFrom', 'MetaData') ?? descendant(os, 'InstallFrom', 'Path');
	const key = descendant(user, 'ProductKey', 'Key');
	if (chosen === undefined && (key === undefined || literal(source, key)?.trim() === '')) {
		problems.push(problem('windows-image-choice', nameOf(os), {}));
	}
	const available = childNamed(os, 'InstallToAvailablePartition');
	if (!available && !childNamed(os, 'InstallTo')) problems.push(problem('windows-install-place', nameOf(os), {}));
	problems.push(...checkIndex(source, os));
	if (available && childNamed(os, 'InstallTo') && literal(source, available)?.trim().toLowerCase() === 'true') {
		problems.push(problem('windows-install-twice', nameOf(available), {}));
	}
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

function checkPartitions(source: UnattendSource, disk: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const created = childNamed(disk, 'CreatePartitions');
	for (const partition of created ? elementsOf(created) : []) {
		const size = childNamed(partition, 'Size');
		const extend = literal(source, childNamed(partition, 'Extend'))?.trim().toLowerCase();
		if (size && extend === 'true') problems.push(problem('windows-partition-size', nameOf(size), {}));
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

/** A domain is joined with an account, and not beside a workgroup. */
export function checkJoin(source: UnattendSource, component: XmlElement): Problem[] {
	const problems: Problem[] = [];
	const identification = childNamed(component, 'Identification');
	const domain = childNamed(identification, 'JoinDomain');
	if (identification === undefined || domain === undefined) return [];
	if (elementsOf(identification).some(child => child.broken)) return [];
	const workgroup = childNamed(identification, 'JoinWorkgroup');
	if (workgroup) problems.push(problem('windows-join-twice', nameOf(workgroup), {}));
	const unsecure = childNamed(identification, 'UnsecureJoin');
	const account =
		childNamed(identification, 'Credentials') ??
		descendant(identification, 'Provisioning', 'AccountData') ??
		(unsecure && literal(source, unsecure)?.trim().toLowerCase() === 'false' ? undefined : unsecure);
	if (account === undefined) problems.push(problem('windows-join-credentials', nameOf(domain), {}));
	return problems;
}
