import { t } from '../../../texts/texts';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { allElements, childNamed, elementsOf, xmlOf } from '../xml/parse/xmlTree';
import {
	collectThings,
	type NamedPlace,
	type NamedThing,
	nameIn,
	type Sort,
	type ThingCollector,
} from '../xml/verbs/namedThings';
import { onlyText } from '../xml/xmlPlace';

const number = (newName: string): string | undefined =>
	/^\d+$/.test(newName) ? undefined : t('Disks and partitions are numbered.');

const account: Sort = {
	id: 'account',
	ignoresCase: true,
	refuse: newName =>
		/^[^"/\\[\]:;|=,+*?<>@&]{1,20}$/.test(newName.trim())
			? undefined
			: t('The name of a local account has at most 20 characters and none of "/\\[]:;|=,+*?<>@&.'),
};

/** What an unattend file names at several places: disks and partitions by their numbers, local accounts. */
export function windowsNames(source: UnattendSource): readonly NamedThing[] {
	const collector = collectThings();
	const automatic: XmlElement[] = [];
	for (const element of allElements(xmlOf(source).root)) {
		const name = element.localName;
		if (name === 'LocalAccount') collector.define(account, nameIn(source, childNamed(element, 'Name')));
		else if (name === 'AutoLogon') automatic.push(element);
		else if (name === 'component') collectDisks(source, element, collector);
	}
	for (const element of automatic) {
		const domain = onlyText(source, childNamed(element, 'Domain'))?.trim() ?? '';
		if (domain === '' || domain === '.') collector.use(account, nameIn(source, childNamed(element, 'Username')));
	}
	return collector.things();
}

const entries = (list: XmlElement | undefined): readonly XmlElement[] => (list ? elementsOf(list) : []);

function collectDisks(source: UnattendSource, component: XmlElement, collector: ThingCollector): void {
	const disks: Sort = { id: `disk of ${component.offset}`, refuse: number };
	const partitionsOf = (disk: NamedPlace): Sort => ({
		id: `partition of ${disk.name} of ${component.offset}`,
		refuse: number,
	});
	for (const disk of entries(childNamed(component, 'DiskConfiguration'))) {
		const id = nameIn(source, childNamed(disk, 'DiskID'));
		if (id === undefined) continue;
		collector.define(disks, id);
		for (const made of entries(childNamed(disk, 'CreatePartitions'))) {
			collector.define(partitionsOf(id), nameIn(source, childNamed(made, 'Order')));
		}
		for (const changed of entries(childNamed(disk, 'ModifyPartitions'))) {
			collector.use(partitionsOf(id), nameIn(source, childNamed(changed, 'PartitionID')));
		}
	}
	for (const image of entries(childNamed(component, 'ImageInstall'))) {
		const target = childNamed(image, 'InstallTo');
		const id = nameIn(source, childNamed(target, 'DiskID'));
		if (id === undefined) continue;
		collector.use(disks, id);
		collector.use(partitionsOf(id), nameIn(source, childNamed(target, 'PartitionID')));
	}
}
