import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { reports, type SourceFacts, sourceOf } from '../xml/unattendSources';

const list = 'config:type="list"';
const yes = 'config:type="boolean">true<';
const number = 'config:type="integer"';
const symbol = 'config:type="symbol"';
const general = '<general><mode><confirm config:type="boolean">false</confirm></mode></general>';
const root = '<partition><mount>/</mount><size>max</size></partition>';
const disk = (device: string, partitions: string): string =>
	`<drive><device>${device}</device><use>all</use><partitions ${list}>${partitions}</partitions></drive>`;
const storage = (...drives: readonly string[]): string =>
	`${general}<partitioning ${list}>${drives.join('')}</partitioning>`;

/** Legal, and seldom seen. */
const profiles: readonly (readonly [what: string, body: string, facts?: SourceFacts])[] = [
	[
		'a RAID of whole disks and one on two partitions',
		storage(
			disk('/dev/sda', '<partition><raid_name>/dev/md/data</raid_name><size>100%</size></partition>'),
			disk('/dev/sdb', '<partition><raid_name>/dev/md/data</raid_name><size>max</size></partition>'),
			`<drive><device>/dev/md/data</device><disklabel>none</disklabel><raid_options><chunk_size>64</chunk_size><parity_algorithm>left_symmetric</parity_algorithm><raid_type>raid1</raid_type><device_order ${list}><device>/dev/sdb1</device><device>/dev/sda1</device></device_order></raid_options><partitions ${list}>${root}</partitions></drive>`,
		),
		{ os: 'sles', release: '15.5' },
	],
	[
		'thin volumes with a reserve',
		storage(
			disk('/dev/nvme0n1', '<partition><lvm_group>vg-01</lvm_group><size>auto</size></partition>'),
			`<drive><device>/dev/vg-01</device><type ${symbol}>CT_LVM</type><pesize>4M</pesize><partitions ${list}><partition><lv_name>pool0</lv_name><pool ${yes}/pool><size>80%</size></partition><partition><lv_name>root_01</lv_name><used_pool>pool0</used_pool><mount>/</mount><size>20.5 GiB</size></partition></partitions></drive>`,
		).replace('<size>auto</size>', '<size>max</size>'),
	],
	[
		'a kept partition beside new ones',
		`${general}<partitioning ${list}><drive><device>/dev/disk/by-id/ata-X_1</device><use>1,3</use><initialize config:type="boolean">false</initialize><partitions ${list}><partition><create config:type="boolean">false</create><format config:type="boolean">false</format><partition_nr ${number}>2</partition_nr><mount>/srv</mount></partition>${root}</partitions></drive></partitioning>`,
	],
	[
		'btrfs over two disks',
		storage(
			disk('/dev/sda', '<partition><btrfs_name>root_fs</btrfs_name><size>max</size></partition>'),
			disk('/dev/sdb', '<partition><btrfs_name>root_fs</btrfs_name><size>max</size></partition>'),
			`<drive><device>root_fs</device><type ${symbol}>CT_BTRFS</type><partitions ${list}><partition config:type="map"><mount>/</mount></partition></partitions><btrfs_options><data_raid_level>raid1</data_raid_level><metadata_raid_level>raid1</metadata_raid_level></btrfs_options></drive>`,
		),
		{ os: 'sles', release: '15.4' },
	],
	[
		'a share as a drive and a file system in memory',
		storage(
			disk('/dev/sda', root),
			`<drive><device>nfs.example.net:/home</device><type ${symbol}>CT_NFS</type><use>all</use><partitions ${list}><partition><filesystem ${symbol}>nfs</filesystem><fstopt>nolock</fstopt><mount>/home</mount></partition></partitions></drive>`,
			`<drive><type ${symbol}>CT_TMPFS</type><partitions ${list}><partition><mount>/tmp</mount><fstopt>size=512M</fstopt></partition></partitions></drive>`,
		),
	],
	[
		'an encrypted root and swap that is made anew',
		storage(
			disk(
				'/dev/vda',
				`<partition><mount>swap</mount><size>2 GB</size><crypt_method ${symbol}>random_swap</crypt_method></partition><partition><mount>/</mount><size>max</size><crypt_method ${symbol}>luks2</crypt_method><crypt_key>#site.key#</crypt_key><crypt_pbkdf ${symbol}>argon2id</crypt_pbkdf></partition>`,
			),
		),
		{ os: 'sles', release: '15.6', values: { 'site.key': { type: 'string' } } },
	],
	[
		'a bond with a VLAN and a bridge',
		`<networking><keep_install_network config:type="boolean">false</keep_install_network><interfaces ${list}><interface><name>eth0</name><bootproto>none</bootproto></interface><interface><name>eth1</name><bootproto>none</bootproto></interface><interface><name>bond0</name><bootproto>none</bootproto><bonding_master>yes</bonding_master><bonding_slave0>eth0</bonding_slave0><bonding_slave1>eth1</bonding_slave1><bonding_module_opts>mode=802.3ad miimon=100 lacp_rate=fast</bonding_module_opts></interface><interface><name>vlan42</name><bootproto>static</bootproto><etherdevice>bond0</etherdevice><vlan_id>42</vlan_id><ipaddr>192.0.2.10</ipaddr><prefixlen>24</prefixlen></interface><interface><name>br0</name><bootproto>dhcp6</bootproto><bridge>yes</bridge><bridge_ports/><bridge_stp>off</bridge_stp></interface></interfaces><routing><ipv4_forward ${yes}/ipv4_forward><routes ${list}><route><destination>default</destination><gateway>192.0.2.1</gateway><netmask>-</netmask><device>vlan42</device></route><route><destination>2001:db8::/32</destination><gateway>-</gateway><device>br0</device></route></routes></routing></networking>`,
	],
	[
		'names of cards by their address',
		`<networking><net-udev ${list}><rule><name>eth0</name><rule>ATTR{address}</rule><value>52:54:00:68:54:fb</value></rule><rule><name>eth1</name><rule>KERNELS</rule><value>0000:00:1f.6</value></rule></net-udev></networking>`,
	],
	[
		'a card of IBM Z and its disks',
		`<dasd><devices ${list}><listentry><channel>0.0.0150</channel><diag config:type="boolean">false</diag></listentry><listentry><channel>0.0.0151</channel></listentry></devices></dasd><zfcp><devices ${list}><listentry><controller_id>0.0.FA00</controller_id><wwpn>0x500507630300c562</wwpn><fcp_lun>0x4010403200000000</fcp_lun></listentry></devices></zfcp>`,
	],
	[
		'zones of a firewall that somebody made',
		`<firewall><enable_firewall ${yes}/enable_firewall><log_denied_packets>unicast</log_denied_packets><default_zone>dmz</default_zone><zones ${list}><zone><name>storage-net</name><target>%%REJECT%%</target><interfaces ${list}><interface>eth1</interface></interfaces><ports ${list}><port>6000-6010/udp</port><port>ftp/tcp</port></ports><protocols ${list}><protocol>vrrp</protocol></protocols></zone></zones></firewall>`,
		{ os: 'sles', release: '15.4' },
	],
	[
		'a registration with a server of the site',
		`<suse_register><do_registration ${yes}/do_registration><install_updates ${yes}/install_updates><reg_server>https://rmt.example.net</reg_server><reg_server_cert_fingerprint_type>SHA256</reg_server_cert_fingerprint_type><reg_server_cert_fingerprint>${Array(32).fill('AB').join(':')}</reg_server_cert_fingerprint><addons ${list}><addon><name>sle-module-own</name><version>15.4</version><arch>ppc64le</arch><release_type>nil</release_type></addon></addons></suse_register>`,
	],
	[
		'sources of time from elsewhere',
		`<ntp-client><ntp_policy>STATIC eth* NetworkManager</ntp_policy><ntp_sync>15</ntp_sync><ntp_servers ${list}><ntp_server><address>2001:db8::123</address><iburst ${yes}/iburst></ntp_server></ntp_servers></ntp-client>`,
		{ os: 'sles', release: '15.6' },
	],
	[
		'questions at the installation',
		`<general><mode><confirm config:type="boolean">false</confirm></mode><ask-list ${list}><ask><pathlist ${list}><path>networking,dns,hostname</path></pathlist><stage>initial</stage><selection ${list}><entry><label>A</label><value>a</value></entry></selection><default>a</default></ask></ask-list></general>`,
	],
	[
		'scripts with a here document, in CDATA',
		`<scripts><pre-scripts ${list}><script><filename>10 site.sh</filename><interpreter>/usr/bin/env python3</interpreter><source><![CDATA[cat <<EOF >/a && b
EOF
]]></source></script></pre-scripts><init-scripts ${list}><script><location>relurl://init.sh</location></script></init-scripts></scripts>`,
	],
	[
		'types in their short forms, and a namespace with another prefix',
		'<report t="map"><errors><show t="boolean">false</show><timeout type="integer">+10</timeout></errors></report>',
	],
	[
		'a kernel for crashes with ranges',
		`<kdump><add_crash_kernel ${yes}/add_crash_kernel><crash_kernel ${list}><listentry>256M,high</listentry><listentry>72M,low</listentry></crash_kernel><general><KDUMP_DUMPLEVEL>0</KDUMP_DUMPLEVEL><KDUMP_SAVEDIR>sftp://user@host/var</KDUMP_SAVEDIR></general></kdump>`,
	],
	[
		'shares and disks of the network',
		`<nfs><nfs_entries ${list}><nfs_entry><server_path>[2001:db8::1]:/srv</server_path><mount_point>/srv</mount_point><vfstype>nfs4</vfstype><nfs_options>defaults,nofail</nfs_options></nfs_entry></nfs_entries></nfs><iscsi-client><initiatorname>iqn.2024-01.net.example:a1</initiatorname><targets ${list}><listentry><authmethod>None</authmethod><portal>192.0.2.3:3260</portal><startup>onboot</startup><target>iqn.2024-01.net.example:t</target></listentry></targets></iscsi-client>`,
	],
	[
		'a user with a locked hash, groups and keys',
		`<users ${list}><user><username>root</username><user_password>!</user_password><encrypted ${yes}/encrypted><authorized_keys ${list}><listentry>from="192.0.2.0/24" ssh-ed25519 AAAA ops</listentry></authorized_keys></user><user><username>svc_backup</username><uid>499</uid><groups>users,trusted</groups><home>/var/lib/backup</home><password_settings><expire/></password_settings></user></users><groups ${list}><group><groupname>ops</groupname><userlist>svc_backup,nobody</userlist></group></groups>`,
	],
];

suite('AutoYaST: what is unusual is not wrong', () => {
	for (const [what, body, facts] of profiles)
		test(what, () => {
			const text = `<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n</profile>`;
			assert.deepEqual(reports(autoyastDialect, sourceOf(text, facts)).filter(isLoud), []);
		});
});

/** Reports of rules that are information, and of profiles that are no whole ones here. */
const isLoud = (report: string): boolean =>
	!/autoyast-(?:password-plain|drive-device|element-old|report-waits|product|mount-root)\b/.test(report);
