/** Mistakes of administrators in AutoYaST profiles: the run as a whole, and the disks. */
import { type FaultKind, kindsOf } from '../fault';
import { guide, inferred, schema } from './autoyastEdits';
import { section, sles15 } from './xmlBlocks';

const disk = (partitions: string, more = ''): string =>
	`<partitioning@l><drive><device>/dev/sda</device>${more}<use>all</use><partitions@l>${partitions}</partitions></drive></partitioning>`;
const rootPart = '<partition><mount>/</mount><filesystem@s>btrfs</filesystem><size>max</size></partition>';

export const autoyastDiskFaults: readonly FaultKind[] = kindsOf('autoyast', [
	[
		'mode-outside-general',
		schema('mode stands in general', /<mode>/),
		section('<mode><confirm@b>false</confirm></mode>'),
	],
	[
		'signature-underscore',
		schema('signature-handling', /signature_handling/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><signature_handling><accept_unsigned_file@b>true</accept_unsigned_file></signature_handling></general>',
		),
	],
	[
		'ask-list-untyped',
		schema('ask-list is a list', /<ask-list>/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><ask-list><ask><question>Name?</question><stage>initial</stage></ask></ask-list></general>',
		),
	],
	[
		'ask-stage-word',
		guide('stage is initial or cont', /<stage>/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><ask-list@l><ask><question>Name?</question><stage>first</stage></ask></ask-list></general>',
		),
	],
	[
		'multipath-digit',
		schema('start_multipath is a boolean', /start_multipath/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><storage><start_multipath@b>1</start_multipath></storage></general>',
		),
	],
	[
		'partition-id-hex',
		schema('partition_id is an integer', /partition_id/),
		section(
			disk(`<partition><partition_id@i>0x82</partition_id><mount>swap</mount><size>2G</size></partition>${rootPart}`),
		),
	],
	[
		'size-words',
		guide('sizes are 10G, 500M, auto, max', /<size>20/),
		section(
			disk(
				`<partition><mount>/data</mount><filesystem@s>xfs</filesystem><size>20 Gigabytes</size></partition>${rootPart}`,
			),
		),
	],
	[
		'size-decimal-comma',
		guide('sizes are 10G, 500M, auto, max', /<size>1,5/),
		section(
			disk(`<partition><mount>/data</mount><filesystem@s>xfs</filesystem><size>1,5G</size></partition>${rootPart}`),
		),
	],
	[
		'filesystem-capitals',
		guide('xfs, ext4, btrfs', /<filesystem /),
		section(disk('<partition><mount>/</mount><filesystem@s>XFS</filesystem><size>max</size></partition>')),
	],
	[
		'mountby-capitals',
		guide('device, label, uuid, path, id', /<mountby /),
		section(
			disk(
				'<partition><mount>/</mount><filesystem@s>xfs</filesystem><mountby@s>UUID</mountby><size>max</size></partition>',
			),
		),
	],
	[
		'use-range',
		guide('use: all, linux, free or numbers with commas', /<use>/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>1-3</use><partitions@l>' +
				rootPart +
				'</partitions></drive></partitioning>',
		),
	],
	[
		'disklabel-mbr',
		guide('disklabel: msdos, gpt, none', /<disklabel>/),
		section(disk(rootPart, '<disklabel>mbr</disklabel>')),
	],
	[
		'drive-type-raid',
		guide('type: CT_DISK, CT_LVM, CT_MD, …', /<type /),
		section(
			`${disk(rootPart).replace('</partitioning>', '')}<drive><device>/dev/md0</device><type@s>CT_RAID</type><partitions@l><partition><mount>/data</mount><size>max</size></partition></partitions></drive></partitioning>`,
		),
	],
	[
		'lvm-group-path',
		inferred('lvm_group has the name of the group', /<lvm_group>/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><lvm_group>/dev/system</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/system</device><type@s>CT_LVM</type><partitions@l><partition><lv_name>root</lv_name><mount>/</mount><size>20G</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'raid-name-elsewhere',
		inferred('raid_name names a CT_MD drive', /md[01]/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><raid_name>/dev/md0</raid_name><size>max</size></partition></partitions></drive><drive><device>/dev/sdb</device><use>all</use><partitions@l><partition><raid_name>/dev/md0</raid_name><size>max</size></partition></partitions></drive><drive><device>/dev/md1</device><type@s>CT_MD</type><partitions@l><partition><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'raid-type-hyphen',
		guide('raid_type: raid0, raid1, …', /<raid_type>/),
		sles15(
			section(
				'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><raid_name>/dev/md0</raid_name><size>max</size></partition></partitions></drive><drive><device>/dev/sdb</device><use>all</use><partitions@l><partition><raid_name>/dev/md0</raid_name><size>max</size></partition></partitions></drive><drive><device>/dev/md0</device><type@s>CT_MD</type><raid_options><raid_type>raid-1</raid_type></raid_options><partitions@l><partition><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>',
			),
		),
	],
	[
		'subvolumes-untyped',
		schema('subvolumes is a list', /<subvolumes>/),
		section(
			disk(
				'<partition><mount>/</mount><filesystem@s>btrfs</filesystem><size>max</size><subvolumes><subvolume><path>home</path></subvolume><subvolume><path>var</path></subvolume></subvolumes></partition>',
			),
		),
	],
	[
		'subvolumes-on-xfs',
		inferred('subvolumes belong to btrfs', /subvolumes|filesystem/),
		section(
			disk(
				'<partition><mount>/</mount><filesystem@s>xfs</filesystem><size>max</size><subvolumes@l><subvolume>home</subvolume></subvolumes></partition>',
			),
		),
	],
	[
		'partition-number-twice',
		inferred('a partition is kept once', /<partition_nr .*2/),
		section(
			disk(
				'<partition><create@b>false</create><partition_nr@i>2</partition_nr><mount>swap</mount></partition><partition><create@b>false</create><partition_nr@i>2</partition_nr><mount>/home</mount></partition><partition><mount>/</mount><size>max</size></partition>',
			),
		),
	],
	[
		'mount-without-slash',
		guide('mount points are paths', /<mount>home/),
		section(
			disk(`<partition><mount>home</mount><filesystem@s>xfs</filesystem><size>10G</size></partition>${rootPart}`),
		),
	],
	[
		'resize-without-size',
		guide('resize needs the new size', /resize|<partition>/),
		section(
			`<partitioning@l><drive><device>/dev/sda</device><use>free</use><partitions@l><partition><create@b>false</create><partition_nr@i>1</partition_nr><resize@b>true</resize></partition>${rootPart}</partitions></drive></partitioning>`,
		),
	],
	[
		'stripes-word',
		schema('stripes is an integer', /<stripes/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><lvm_group>vg0</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/vg0</device><type@s>CT_LVM</type><partitions@l><partition><lv_name>root</lv_name><mount>/</mount><stripes@i>two</stripes><size>20G</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'swap-as-path',
		inferred('swap is mounted at swap', /<mount>|<filesystem/),
		section(
			disk(`<partition><mount>/swap</mount><filesystem@s>swap</filesystem><size>2G</size></partition>${rootPart}`),
		),
	],
	[
		'efi-ext4',
		inferred('the firmware reads FAT', /vfat|ext4|boot\/efi/),
		section(
			disk(
				`<partition><mount>/boot/efi</mount><filesystem@s>ext4</filesystem><size>512M</size></partition>${rootPart}`,
			),
		),
	],
]);
