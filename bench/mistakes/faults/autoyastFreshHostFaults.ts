/** A second round of mistakes in AutoYaST profiles: the run, disks, users and the network. */
import { type FaultKind, kindsOf } from '../fault';
import { guide, inferred, schema } from './autoyastEdits';
import { section } from './xmlBlocks';

const face = (more: string): string =>
	`<networking><interfaces@l><interface>${more}</interface></interfaces></networking>`;
const ask = (more: string): string =>
	`<general><mode><confirm@b>false</confirm></mode><ask-list@l><ask><question>Rack?</question>${more}</ask></ask-list></general>`;
const drive = (more: string): string =>
	`<partitioning@l><drive><device>/dev/sda</device><use>all</use>${more}<partitions@l><partition><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>`;

export const autoyastFreshHostFaults: readonly FaultKind[] = kindsOf('autoyast', [
	[
		'wait-untyped',
		schema('pre-modules is a list', /<pre-modules>/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><wait><pre-modules><module><name>networking</name><script><source>true</source></script></module></pre-modules></wait></general>',
		),
	],
	[
		'ask-path-list',
		schema('pathlist is a list', /<pathlist>/),
		section(ask('<pathlist><path>networking,dns,hostname</path></pathlist>')),
	],
	['ask-timeout-word', schema('timeout is an integer', /<timeout/), section(ask('<timeout@i>never</timeout>'))],
	[
		'ask-selection-entry',
		schema('selection holds entry', /<option>/),
		section(ask('<selection@l><option><label>A</label><value>a</value></option></selection>')),
	],
	[
		'proposal-untyped',
		schema('proposals is a list', /<proposals>/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><proposals><proposal>partitions_proposal</proposal></proposals></general>',
		),
	],
	[
		'signature-yes',
		schema('accept_unsigned_file is a boolean', /accept_unsigned_file/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><signature-handling><accept_unsigned_file@b>on</accept_unsigned_file></signature-handling></general>',
		),
	],
	[
		'semi-automatic-untyped',
		schema('semi-automatic is a list', /<semi-automatic>/),
		section(
			'<general><mode><confirm@b>false</confirm></mode><semi-automatic><semi-automatic_entry>networking</semi-automatic_entry></semi-automatic></general>',
		),
	],
	[
		'skip-list-flat',
		schema('skip_list holds listentry', /<skip_key>/),
		section(drive('<skip_list@l><skip_key>driver</skip_key><skip_value>usb-storage</skip_value></skip_list>')),
	],
	[
		'skip-key-misspelt',
		inferred('skip_key names a property of the disk', /<skip_key>/),
		section(
			drive(
				'<skip_list@l><listentry><skip_key>drvier</skip_key><skip_value>usb-storage</skip_value></listentry></skip_list>',
			),
		),
	],
	['initialise-british', schema('initialize', /<initialise /), section(drive('<initialise@b>true</initialise>'))],
	[
		'snapshots-word',
		schema('enable_snapshots is a boolean', /<enable_snapshots/),
		section(drive('<enable_snapshots@b>enabled</enable_snapshots>')),
	],
	[
		'drive-list-missing',
		schema('partitions is a list', /<partitions>/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions><partition><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'partition-flat',
		schema('a partition stands in partitions', /<mount>/),
		section('<partitioning@l><drive><device>/dev/sda</device><use>all</use><mount>/</mount></drive></partitioning>'),
	],
	[
		'crypt-without-key',
		guide('encryption needs crypt_key', /crypt_method/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><mount>/</mount><size>max</size><crypt_method@s>luks2</crypt_method></partition></partitions></drive></partitioning>',
		),
	],
	[
		'crypt-method-word',
		guide('crypt_method: luks1, luks2, …', /crypt_method/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><mount>/</mount><size>max</size><crypt_method@s>luks</crypt_method><crypt_key>secret</crypt_key></partition></partitions></drive></partitioning>',
		),
	],
	[
		'volume-group-other-name',
		inferred('lvm_group names a CT_LVM drive', /<lvm_group>|vg_data/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><lvm_group>vgdata</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/vg_data</device><type@s>CT_LVM</type><partitions@l><partition><lv_name>root</lv_name><mount>/</mount><size>20G</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'volume-name-twice',
		inferred('a volume has its own name', /<lv_name>/),
		section(
			'<partitioning@l><drive><device>/dev/sda</device><use>all</use><partitions@l><partition><lvm_group>vg0</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/vg0</device><type@s>CT_LVM</type><partitions@l><partition><lv_name>root</lv_name><mount>/</mount><size>20G</size></partition><partition><lv_name>root</lv_name><mount>/var</mount><size>20G</size></partition></partitions></drive></partitioning>',
		),
	],
	[
		'nfs-root-colon',
		guide('server_path is server:/path', /<server_path>/),
		section(
			'<nfs><nfs_entries@l><nfs_entry><mount_point>/srv</mount_point><server_path>//nfs/srv</server_path><nfs_options>defaults</nfs_options></nfs_entry></nfs_entries></nfs>',
		),
	],
	[
		'nfs-mount-relative',
		guide('mount_point is a path', /<mount_point>/),
		section(
			'<nfs><nfs_entries@l><nfs_entry><mount_point>srv</mount_point><server_path>nfs:/srv</server_path><nfs_options>defaults</nfs_options></nfs_entry></nfs_entries></nfs>',
		),
	],
	[
		'user-home-missing-slash',
		guide('home is a path', /<home>/),
		section(
			'<users@l><user><username>root</username><user_password>$6$saltsalt$abc</user_password><encrypted@b>true</encrypted></user><user><username>ops</username><home>home/ops</home></user></users>',
		),
	],
	[
		'user-expire-date',
		guide('expire is YYYY-MM-DD', /<expire>/),
		section(
			'<users@l><user><username>root</username><user_password>$6$saltsalt$abc</user_password><encrypted@b>true</encrypted><password_settings><expire>12/31/2027</expire></password_settings></user></users>',
		),
	],
	[
		'user-lists',
		schema('a user has one username', /<username>b/),
		section(
			'<users@l><user><username>root</username><username>b</username><user_password>$6$saltsalt$abc</user_password><encrypted@b>true</encrypted></user></users>',
		),
	],
	[
		'group-twice',
		inferred('a group is made once', /<groupname>/),
		section('<groups@l><group><groupname>ops</groupname></group><group><groupname>ops</groupname></group></groups>'),
	],
	[
		'group-users-blank',
		guide('userlist is joined with commas', /<userlist>/),
		section('<groups@l><group><groupname>ops</groupname><userlist>anna ben</userlist></group></groups>'),
	],
	[
		'interface-mtu-unit',
		inferred('mtu is a number', /<mtu>/),
		section(face('<bootproto>dhcp</bootproto><name>eth0</name><mtu>9000 bytes</mtu>')),
	],
	[
		'interface-gateway',
		schema('gateways stand in routes', /<gateway>/),
		section(
			face(
				'<bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.9</ipaddr><netmask>255.255.255.0</netmask><gateway>192.0.2.1</gateway>',
			),
		),
	],
	[
		'static-without-address',
		guide('a static interface has an address', /<bootproto>/),
		section(face('<bootproto>static</bootproto><name>eth0</name><startmode>auto</startmode>')),
	],
	[
		'bridge-yes-ports',
		inferred('ports are joined with blanks', /<bridge_ports>/),
		section(
			face('<bridge>yes</bridge><bridge_ports>eth0,eth1</bridge_ports><bootproto>dhcp</bootproto><name>br0</name>'),
		),
	],
	[
		'bond-options-comma',
		inferred('options are joined with blanks', /<bonding_module_opts>/),
		section(
			face(
				'<bonding_master>yes</bonding_master><bonding_slave0>eth0</bonding_slave0><bonding_module_opts>mode=active-backup, miimon=100</bonding_module_opts><bootproto>dhcp</bootproto><name>bond0</name>',
			),
		),
	],
	[
		'route-cidr-gateway',
		inferred('a gateway is an address', /<gateway>/),
		section(
			'<networking><routing><routes@l><route><destination>default</destination><gateway>192.0.2.1/24</gateway><device>eth0</device></route></routes></routing></networking>',
		),
	],
	[
		'route-device-other',
		inferred('the device of a route is an interface', /<device>/),
		section(
			'<networking><keep_install_network@b>false</keep_install_network><interfaces@l><interface><bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.9/24</ipaddr></interface></interfaces><routing><routes@l><route><destination>default</destination><gateway>192.0.2.1</gateway><device>eth1</device></route></routes></routing></networking>',
		),
	],
	[
		'ip-forward-yes',
		schema('ipv4_forward is a boolean', /<ipv4_forward/),
		section('<networking><routing><ipv4_forward@b>yes</ipv4_forward></routing></networking>'),
	],
]);
