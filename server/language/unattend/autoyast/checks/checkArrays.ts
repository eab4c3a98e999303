import { type Problem, problem } from '../../../problem';
import type { UnattendSource } from '../../unattendSource';
import type { XmlElement } from '../../xml/parse/xmlNode';
import { childNamed, descendant, textPlace } from '../../xml/parse/xmlTree';
import { literal } from './literal';

/** Fewest members of an array; raid10 of Linux can do with two. */
const fewest: Readonly<Record<string, number>> = { raid0: 2, raid1: 2, raid4: 3, raid5: 3, raid6: 4, raid10: 2 };

/** Partitions of an array name it; up to SLE 12 one drive /dev/md holds all arrays. */
export function checkArrays(
	source: UnattendSource,
	drives: readonly XmlElement[],
	partitions: readonly XmlElement[],
): Problem[] {
	const arrays = new Set<string | undefined>();
	for (const drive of drives) {
		if (literal(source, childNamed(drive, 'type')) === 'CT_DISK') continue;
		for (const name of [childNamed(drive, 'device'), descendant(drive, 'raid_options', 'raid_name')]) {
			if (name) arrays.add(numberOf(literal(source, name)));
		}
	}
	if (arrays.has(undefined) || arrays.has('')) return [];
	const members = new Map<string, XmlElement[]>();
	for (const partition of partitions) {
		const array = childNamed(partition, 'raid_name');
		const name = numberOf(literal(source, array));
		// A macro can stand for a member of any array.
		if (array && name === undefined) return [];
		if (!array || !name) continue;
		const known = members.get(name);
		if (known) known.push(array);
		else members.set(name, [array]);
	}
	const problems: Problem[] = [];
	for (const [name, [first]] of members) {
		if (first === undefined || arrays.has(name)) continue;
		problems.push(problem('autoyast-array', textPlace(first), { name: literal(source, first) ?? '' }));
	}
	return problems.length > 0 ? problems : drives.flatMap(drive => checkMembers(source, drive, members));
}

function checkMembers(
	source: UnattendSource,
	drive: XmlElement,
	members: ReadonlyMap<string, readonly XmlElement[]>,
): Problem[] {
	const device = childNamed(drive, 'device');
	const name = literal(source, device);
	const type = descendant(drive, 'raid_options', 'raid_type');
	const level = literal(source, type) ?? '';
	const needed = Object.hasOwn(fewest, level) ? fewest[level] : undefined;
	if (!device || !name?.startsWith('/dev/md') || !type || needed === undefined) return [];
	const found = members.get(numberOf(name) ?? '')?.length ?? 0;
	// Without any member the array is on the disks already, or made of whole disks.
	if (found === 0 || found >= needed) return [];
	return [problem('autoyast-array-members', textPlace(type), { level, needed, name, found })];
}

/** `/dev/md/0` and `/dev/md0` are the same. */
const numberOf = (array: string | undefined): string | undefined => array?.replace(/^\/dev\/md\/?/, '');
