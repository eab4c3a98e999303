import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { reports, sourceOf } from '../xml/unattendSources';

const isRelation =
	/autoyast-(?:twice|companion|route-device|contradiction|array|array-members|pool|volume-group|section-unlisted|form|name|element-unknown|element-missing|element-repeated|attribute-unknown|type-missing|boolean|password-hash|confirm)\b/;

const runs = '<general><mode><confirm config:type="boolean">false</confirm></mode></general>';

/** Codes of what is said about relations in a profile, each with its line. */
const said = (body: string): string[] =>
	reports(
		autoyastDialect,
		sourceOf(
			`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n${body.includes('<general') ? '' : runs}</profile>`,
			{ values: { 'site.name': { type: 'string' } } },
		),
	)
		.filter(each => isRelation.test(each))
		.map(each => each.slice(0, each.indexOf(':')));

interface Case {
	readonly what: string;
	readonly wrong: string;
	readonly reports: readonly string[];
	readonly right: string;
}

const list = 'config:type="list"';
const disk = (...partitions: readonly string[]): string =>
	`<drive>\n<device>/dev/sda</device>\n<use>all</use>\n<partitions ${list}>\n${partitions.map(one => `<partition>${one}</partition>`).join('\n')}\n</partitions>\n</drive>`;
const storage = (...drives: readonly string[]): string =>
	`<partitioning ${list}>\n${drives.join('\n')}\n</partitioning>`;
const root = '<mount>/</mount><size>max</size>';
const array = (level: string): string =>
	`<drive><device>/dev/md0</device><type config:type="symbol">CT_MD</type><raid_options><raid_type>${level}</raid_type></raid_options><partitions ${list}><partition>${root}</partition></partitions></drive>`;
const member = (name: string): string => `<raid_name>${name}</raid_name><size>10G</size>`;
const group = (...volumes: readonly string[]): string =>
	`<drive><device>/dev/vg0</device><type config:type="symbol">CT_LVM</type><partitions ${list}>\n${volumes.map(one => `<partition>${one}</partition>`).join('\n')}\n</partitions></drive>`;
const inGroup = '<lvm_group>vg0</lvm_group><size>max</size>';

const network = (more: string): string =>
	`<networking>${more}<interfaces ${list}>\n<interface><name>eth0</name><bootproto>dhcp</bootproto></interface></interfaces>
<routing><routes ${list}><route><destination>default</destination><gateway>192.0.2.1</gateway><device>eth1</device></route></routes></routing></networking>`;
const bond = (options: string): string =>
	`<networking><interfaces ${list}><interface><name>bond0</name><bootproto>dhcp</bootproto><bonding_master>yes</bonding_master>
<bonding_slave0>eth0</bonding_slave0><bonding_module_opts>${options}</bonding_module_opts></interface></interfaces></networking>`;

const cases: readonly Case[] = [
	{
		what: 'a group that is there twice, its number too',
		wrong: `<groups ${list}>\n<group><groupname>ops</groupname><gid>1200</gid></group>\n<group><groupname>ops</groupname><gid>1200</gid></group>\n</groups>`,
		reports: ['4 autoyast-twice'],
		right: `<groups ${list}>\n<group><groupname>ops</groupname><gid>1200</gid></group>\n<group><groupname>web</groupname><gid>1201</gid></group>\n</groups>`,
	},
	{
		what: 'an interface that is there twice; what a macro names may be another',
		wrong: `<networking><interfaces ${list}>\n<interface><name>eth0</name></interface>\n<interface><device>eth0</device></interface>\n</interfaces></networking>`,
		reports: ['4 autoyast-twice'],
		right: `<networking><interfaces ${list}>\n<interface><name>#site.name#</name></interface>\n<interface><name>#site.name#</name></interface>\n<interface><lladdr>00:16:3e:00:00:01</lladdr></interface>\n</interfaces></networking>`,
	},
	{
		what: 'a service that is on and off',
		wrong: `<services-manager><services><enable ${list}><service>sshd</service></enable>\n<disable ${list}><service>sshd</service></disable></services></services-manager>`,
		reports: ['3 autoyast-twice'],
		right: `<services-manager><services><enable ${list}><service>sshd</service></enable>\n<disable ${list}><service>cups</service></disable></services></services-manager>`,
	},
	{
		what: 'a package that is put in and taken out; twice in one list does no harm',
		wrong: `<software><packages ${list}><package>vim</package></packages>\n<remove-packages ${list}><package>vim</package></remove-packages></software>`,
		reports: ['3 autoyast-twice'],
		right: `<software><packages ${list}><package>vim</package><package>vim</package></packages></software>`,
	},
	{
		what: 'two kept partitions of one number; of new ones it has no effect',
		wrong: storage(
			disk(
				'<create config:type="boolean">false</create><partition_nr config:type="integer">1</partition_nr><mount>/a</mount>',
				'<create config:type="boolean">false</create><partition_nr config:type="integer">1</partition_nr><mount>/b</mount>',
				root,
			),
		),
		reports: ['8 autoyast-twice'],
		right: storage(
			disk(
				`<partition_nr config:type="integer">1</partition_nr>${root}`,
				'<partition_nr config:type="integer">1</partition_nr><mount>/b</mount><size>1G</size>',
			),
		),
	},
	{
		what: 'a drive that is there twice is one report, whatever stands in it',
		wrong: storage(disk(root), disk(root)),
		reports: ['11 autoyast-twice'],
		right: storage(disk(root), disk('<mount>/data</mount><size>max</size>').replace('sda', 'sdb')),
	},
	{
		what: 'partitions of an array that is not there are one report',
		wrong: storage(disk(member('/dev/md1'), member('/dev/md1')), array('raid1')),
		reports: ['7 autoyast-array'],
		right: storage(disk(member('/dev/md0'), member('/dev/md/0')), array('raid1')),
	},
	{
		what: 'too few members of an array; without any it is on the disks',
		wrong: storage(disk(member('/dev/md0'), member('/dev/md0')), array('raid5')),
		reports: ['11 autoyast-array-members'],
		right: storage(array('raid5')),
	},
	{
		what: 'a thin volume without its pool',
		wrong: storage(
			disk(inGroup),
			group(
				'<lv_name>thin</lv_name><pool config:type="boolean">true</pool><size>9G</size>',
				`<lv_name>root</lv_name><used_pool>pool</used_pool>${root}`,
			),
		),
		reports: ['12 autoyast-pool'],
		right: storage(
			disk(inGroup),
			group(
				'<lv_name>#site.name#</lv_name><pool config:type="boolean">true</pool><size>9G</size>',
				`<lv_name>root</lv_name><used_pool>pool</used_pool>${root}`,
			),
		),
	},
	{
		what: 'partitions of a volume group that is not there are one report',
		wrong: storage(disk(inGroup, inGroup), group(`<lv_name>root</lv_name>${root}`).replace('vg0', 'system')),
		reports: ['7 autoyast-volume-group'],
		right: storage(disk(inGroup, inGroup), group(`<lv_name>root</lv_name>${root}`)),
	},
	{
		what: 'a partition of two uses',
		wrong: storage(disk(`<lvm_group>vg0</lvm_group>${root}`), group('<lv_name>a</lv_name><size>1G</size>')),
		reports: ['7 autoyast-contradiction'],
		right: storage(disk(inGroup, root), group('<lv_name>a</lv_name><size>1G</size>')),
	},
	{
		what: 'subvolumes on another file system; an empty list of them does no harm',
		wrong: storage(
			disk(
				`<filesystem config:type="symbol">xfs</filesystem><subvolumes ${list}><subvolume>srv</subvolume></subvolumes>${root}`,
			),
		),
		reports: ['7 autoyast-contradiction'],
		right: storage(disk(`<filesystem config:type="symbol">xfs</filesystem><subvolumes ${list}/>${root}`)),
	},
	{
		what: 'swap space that is mounted at a path',
		wrong: storage(disk('<filesystem config:type="symbol">swap</filesystem><mount>/swap</mount><size>2G</size>', root)),
		reports: ['7 autoyast-contradiction'],
		right: storage(disk('<filesystem config:type="symbol">swap</filesystem><mount>swap</mount><size>2G</size>', root)),
	},
	{
		what: 'an EFI partition that the firmware cannot read',
		wrong: storage(
			disk('<mount>/boot/efi</mount><filesystem config:type="symbol">ext4</filesystem><size>512M</size>', root),
		),
		reports: ['7 autoyast-contradiction'],
		right: storage(
			disk('<mount>/boot/efi</mount><filesystem config:type="symbol">vfat</filesystem><size>512M</size>', root),
		),
	},
	{
		what: 'a module without its architecture',
		wrong: `<suse_register><addons ${list}>\n<addon><name>sle-ha</name><version>15.4</version></addon></addons></suse_register>`,
		reports: ['3 autoyast-companion'],
		right: `<suse_register><addons ${list}>\n<addon><name>sle-ha</name><version>15.4</version><arch>x86_64</arch></addon></addons></suse_register>`,
	},
	{
		what: 'a script of the appliance from two places',
		wrong: `<scripts><init-scripts ${list}><script><source>true</source>\n<location>http://a/b</location></script></init-scripts></scripts>`,
		reports: ['3 autoyast-contradiction'],
		right: `<scripts><init-scripts ${list}><script><location>http://a/b</location></script></init-scripts></scripts>`,
	},
	{
		what: 'an element of another section in the place of one, and nothing that it leaves missing there',
		wrong: '<general/>\n<mode><confirm config:type="boolean">false</confirm></mode><software/>',
		reports: ['3 autoyast-section-unlisted'],
		right: '<general><mode><confirm config:type="boolean">false</confirm></mode></general><software/>',
	},
	{
		what: 'an element that the Samba client does not have',
		wrong: '<samba-client><global>\n<workgruop>SITE</workgruop></global></samba-client>',
		reports: ['3 autoyast-element-unknown'],
		right: '<samba-client><global>\n<workgroup>SITE</workgroup></global></samba-client>',
	},
	{
		what: 'an entry of a list whose tags are gone is one report',
		wrong: `<files ${list}>\n<file_path>/etc/motd</file_path>\n<file_contents>x</file_contents>\n</files>`,
		reports: ['3 autoyast-element-unknown'],
		right: `<files ${list}><file><file_path>/etc/motd</file_path><file_contents>x</file_contents></file></files>`,
	},
	{
		what: 'an element that has slipped into the next entry',
		wrong: `<files ${list}>\n<file>\n</file>\n<file>\n<file_path>/a</file_path>\n<file_path>/b</file_path>\n</file></files>`,
		reports: ['6 autoyast-element-repeated'],
		right: `<files ${list}><file><file_path>/a</file_path></file><file><file_path>/b</file_path></file></files>`,
	},
	{
		what: 'an element that has slipped into the entry before',
		wrong: `<files ${list}>\n<file>\n<file_path>/a</file_path>\n<file_path>/b</file_path>\n</file>\n<file>\n</file></files>`,
		reports: ['5 autoyast-element-repeated'],
		right: `<files ${list}><file><file_path>/a</file_path></file><file><file_path>/b</file_path></file></files>`,
	},
	{
		what: 'an element that is there twice is not looked into',
		wrong: `<timezone>\n<timezone>Etc/UTC</timezone>\n<timezone>nowhere</timezone></timezone>`,
		reports: ['4 autoyast-element-repeated'],
		right: '<timezone><timezone>Etc/UTC</timezone></timezone>',
	},
	{
		what: 'an element that has slipped out of its entry',
		wrong: `<files ${list}>\n<file_path>/a</file_path>\n<file>\n<file_contents>x</file_contents></file></files>`,
		reports: ['3 autoyast-element-unknown'],
		right: `<files ${list}><file><file_path>/a</file_path><file_contents>x</file_contents></file></files>`,
	},
	{
		what: 'an element that has slipped into a group beside it',
		wrong: `<users ${list}>\n<user><username>root</username><user_password>$6$saltsalt$abc</user_password><password_settings>\n<encrypted config:type="boolean">true</encrypted></password_settings></user></users>`,
		reports: ['4 autoyast-element-unknown'],
		right: `<users ${list}><user><username>root</username><authorized_keys ${list}/></user></users>`,
	},
	{
		what: 'a type whose attribute lost its colon',
		wrong: '<report><errors>\n<show configtype="boolean">true</show></errors></report>',
		reports: ['3 autoyast-attribute-unknown'],
		right: '<report><errors>\n<show t="boolean">true</show></errors></report>',
	},
	{
		what: 'a type whose attribute has another name',
		wrong: '<report><errors>\n<show tx="boolean">true</show></errors></report>',
		reports: ['3 autoyast-attribute-unknown'],
		right: '<report><errors>\n<show type="boolean">true</show></errors></report>',
	},
	{
		what: 'a product with its release; one that is not known may be new',
		wrong: `<software><products ${list}>\n<product>SLES15.4</product></products></software>`,
		reports: ['3 autoyast-name'],
		right: `<software><products ${list}>\n<product>SLE_NEW</product></products></software>`,
	},
	{
		what: 'a route through another interface; the one of the installation may be kept',
		wrong: network('<keep_install_network config:type="boolean">false</keep_install_network>'),
		reports: ['4 autoyast-route-device'],
		right: network(''),
	},
	{
		what: 'options of a bond that are joined with commas; values of one may be',
		wrong: bond('mode=4, miimon=100'),
		reports: ['3 autoyast-form'],
		right: bond('mode=1 arp_ip_target=192.0.2.1,192.0.2.2'),
	},
];

suite('AutoYaST: what stands together', () => {
	for (const { what, wrong, reports: expected, right } of cases)
		test(what, () => {
			assert.deepEqual(said(wrong), expected);
			assert.deepEqual(said(right), []);
		});

	test('an element in the place of a section is told where it belongs', () => {
		const [report] = reports(
			autoyastDialect,
			sourceOf('<profile xmlns="http://www.suse.com/1.0/yast2ns"><mode/></profile>'),
		);
		assert.match(report ?? '', / It belongs in general\.$/);
	});
});
