import { english, t, translate } from '../../../texts/texts';
import type { UnattendSource } from '../unattendSource';
import type { XmlElement } from '../xml/parse/xmlNode';
import { childNamed, descendant, elementsOf, xmlOf } from '../xml/parse/xmlTree';
import {
	collectThings,
	type NamedPlace,
	type NamedThing,
	nameIn,
	namesIn,
	type Sort,
	type ThingCollector,
} from '../xml/verbs/namedThings';

const single = (sentence: string) => (newName: string) =>
	/^[^\s,<>&/]+$/.test(newName) ? undefined : translate(sentence);

const device: Sort = {
	id: 'device',
	refuse: newName =>
		/^[^\s,<>&]+$/.test(newName) && !newName.startsWith('/')
			? undefined
			: t('A device is named without blanks, without /dev/ and without markup.'),
};
const account: Sort = {
	id: 'account',
	refuse: single(english('An account is one word, without slash, comma and markup.')),
};
const networkInterface: Sort = {
	id: 'interface',
	refuse: single(english('An interface is one word, without slash, comma and markup.')),
};

/** What a profile names at several places: drives and volume groups, accounts, network interfaces. */
export function autoyastNames(source: UnattendSource): readonly NamedThing[] {
	const { root } = xmlOf(source);
	const collector = collectThings();
	if (root === undefined) return [];
	collectDevices(source, root, collector);
	collectAccounts(source, root, collector);
	collectInterfaces(source, root, collector);
	return collector.things();
}

const entries = (list: XmlElement | undefined): readonly XmlElement[] => (list ? elementsOf(list) : []);

/** What makes a partition a part of another drive. */
const memberships = ['lvm_group', 'raid_name', 'btrfs_name', 'bcache_backing_for'] as const;

function collectDevices(source: UnattendSource, root: XmlElement, collector: ThingCollector): void {
	for (const drive of entries(childNamed(root, 'partitioning'))) {
		collector.define(device, withoutFolder(nameIn(source, childNamed(drive, 'device'))));
		for (const partition of entries(childNamed(drive, 'partitions'))) {
			for (const name of memberships) {
				collector.use(device, withoutFolder(nameIn(source, childNamed(partition, name))));
			}
			for (const cached of entries(childNamed(partition, 'bcache_caching_for'))) {
				collector.use(device, withoutFolder(nameIn(source, cached)));
			}
		}
	}
}

/** `/dev/system` and `system` are the same volume group. */
function withoutFolder(named: NamedPlace | undefined): NamedPlace | undefined {
	if (!named?.name.startsWith('/dev/')) return named;
	const name = named.name.slice('/dev/'.length);
	return name === '' ? undefined : { ...named, name, start: named.start + '/dev/'.length };
}

function collectAccounts(source: UnattendSource, root: XmlElement, collector: ThingCollector): void {
	for (const user of entries(childNamed(root, 'users'))) {
		collector.define(account, nameIn(source, childNamed(user, 'username')));
	}
	for (const group of entries(childNamed(root, 'groups'))) {
		for (const member of namesIn(source, childNamed(group, 'userlist'))) collector.use(account, member);
	}
	collector.use(account, nameIn(source, descendant(root, 'login_settings', 'autologin_user')));
}

function collectInterfaces(source: UnattendSource, root: XmlElement, collector: ThingCollector): void {
	const networking = childNamed(root, 'networking');
	for (const entry of entries(childNamed(networking, 'interfaces'))) {
		// Older profiles give the device beside a name that only describes it.
		const name = childNamed(entry, 'device') ?? childNamed(entry, 'name');
		collector.define(networkInterface, nameIn(source, name));
		for (const child of elementsOf(entry)) {
			if (!/^(bonding_slave\d+|etherdevice|bridge_ports)$/.test(child.localName)) continue;
			for (const port of namesIn(source, child)) collector.use(networkInterface, port);
		}
	}
	for (const route of entries(descendant(networking, 'routing', 'routes'))) {
		collector.use(networkInterface, nameIn(source, childNamed(route, 'device')));
	}
	for (const zone of entries(descendant(root, 'firewall', 'zones'))) {
		for (const member of entries(childNamed(zone, 'interfaces'))) {
			collector.use(networkInterface, nameIn(source, member));
		}
	}
}
