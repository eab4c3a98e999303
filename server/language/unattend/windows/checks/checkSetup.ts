import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import { elementValue, onlyText as literal } from '../../xml/macroValues';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, nameOf, textPlace } from '../../xml/parse/xmlTree';

/** What Microsoft-Windows-Setup needs to run without a person. */
export function checkSetup(source: UnattendSource, component: XmlElement, problems: Problem[]): void {
	const user = childNamed(component, 'UserData');
	const image = childNamed(component, 'ImageInstall');
	const disks = childNamed(component, 'DiskConfiguration');
	if (component.children.some(child => child.kind === 'element' && child.broken)) return;
	if (user === undefined && image === undefined && disks === undefined) return;
	const eula = childNamed(user, 'AcceptEula');
	const accepted = eula && elementValue(source, eula).texts;
	if (eula === undefined || (accepted !== undefined && !accepted.some(text => /^(true|1)$/i.test(text.trim())))) {
		problems.push(problem('windows-eula', nameOf(eula ?? user ?? component), {}));
	}
	const os = childNamed(image, 'OSImage');
	if (os !== undefined) checkImage(source, os, user, problems);
	for (const disk of disks ? elementsOf(disks) : []) checkPartitions(source, disk, problems);
	if (os !== undefined && disks !== undefined) checkTarget(source, os, disks, problems);
}

function checkImage(source: UnattendSource, os: XmlElement, user: XmlElement | undefined, problems: Problem[]): void {
	const chosen = descendant(os, 'InstallFrom', 'MetaData') ?? descendant(os, 'InstallFrom', 'Path');
	const key = descendant(user, 'ProductKey', 'Key');
	if (chosen === undefined && (key === undefined || literal(source, key)?.trim() === '')) {
		problems.push(problem('windows-image-choice', nameOf(os), {}));
	}
	const available = childNamed(os, 'InstallToAvailablePartition');
	if (!available && !childNamed(os, 'InstallTo')) problems.push(problem('windows-install-place', nameOf(os), {}));
	checkIndex(source, os, problems);
	if (available && childNamed(os, 'InstallTo') && literal(source, available)?.trim().toLowerCase() === 'true') {
		problems.push(problem('windows-install-twice', nameOf(available), {}));
	}
}

function checkIndex(source: UnattendSource, os: XmlElement, problems: Problem[]): void {
	const from = childNamed(os, 'InstallFrom');
	for (const entry of from ? elementsOf(from) : []) {
		const value = childNamed(entry, 'Value');
		const index = literal(source, value)?.trim();
		if (value === undefined || index === undefined || /^[1-9]\d*$/.test(index)) continue;
		if (literal(source, childNamed(entry, 'Key'))?.trim().toUpperCase() !== '/IMAGE/INDEX') continue;
		problems.push(problem('windows-image-index', textPlace(value), { value: index === '' ? 'nothing' : index }));
	}
}

function checkPartitions(source: UnattendSource, disk: XmlElement, problems: Problem[]): void {
	const created = childNamed(disk, 'CreatePartitions');
	for (const partition of created ? elementsOf(created) : []) {
		const size = childNamed(partition, 'Size');
		const extend = literal(source, childNamed(partition, 'Extend'))?.trim().toLowerCase();
		if (size && extend === 'true') problems.push(problem('windows-partition-size', nameOf(size), {}));
	}
}

/** Partitions bear the numbers in which they are made, whatever they were on the disk before. */
function checkTarget(source: UnattendSource, os: XmlElement, disks: XmlElement, problems: Problem[]): void {
	const target = childNamed(os, 'InstallTo');
	const diskNumber = literal(source, childNamed(target, 'DiskID'))?.trim();
	const place = childNamed(target, 'PartitionID');
	const partition = literal(source, place)?.trim();
	if (place === undefined || diskNumber === undefined || partition === undefined || !/^\d+$/.test(partition)) return;
	const set = elementsOf(disks).filter(each => childNamed(each, 'DiskID'));
	const numbered = set.map(each => literal(source, childNamed(each, 'DiskID'))?.trim());
	const disk = set[numbered.indexOf(diskNumber)];
	const named = childNamed(target, 'DiskID');
	if (disk === undefined && named && set.length > 0 && !numbered.includes(undefined))
		problems.push(problem('windows-install-disk', nameOf(named), { disk: diskNumber }));
	if (disk === undefined || literal(source, childNamed(disk, 'WillWipeDisk'))?.trim().toLowerCase() !== 'true') return;
	const created = childNamed(disk, 'CreatePartitions');
	const modified = childNamed(disk, 'ModifyPartitions');
	const orders = created ? elementsOf(created).map(each => literal(source, childNamed(each, 'Order'))?.trim()) : [];
	const numbers = modified
		? elementsOf(modified).map(each => literal(source, childNamed(each, 'PartitionID'))?.trim())
		: [];
	const known = [...orders, ...numbers];
	if (known.length === 0 || known.includes(undefined) || known.includes(partition)) return;
	problems.push(problem('windows-install-target', nameOf(place), { partition, disk: diskNumber }));
}

/** A domain is joined with an account, and not beside a workgroup. */
export function checkJoin(source: UnattendSource, component: XmlElement, problems: Problem[]): void {
	const identification = childNamed(component, 'Identification');
	const domain = childNamed(identification, 'JoinDomain');
	if (identification === undefined || domain === undefined) return;
	if (elementsOf(identification).some(child => child.broken)) return;
	const workgroup = childNamed(identification, 'JoinWorkgroup');
	if (workgroup) problems.push(problem('windows-join-twice', nameOf(workgroup), {}));
	const unsecure = childNamed(identification, 'UnsecureJoin');
	const account =
		childNamed(identification, 'Credentials') ??
		descendant(identification, 'Provisioning', 'AccountData') ??
		(unsecure && literal(source, unsecure)?.trim().toLowerCase() === 'false' ? undefined : unsecure);
	if (account === undefined) problems.push(problem('windows-join-credentials', nameOf(domain), {}));
}
