/** Mistakes in the sections of SUSE's AutoYaST Guide, each made in a section that is right but for it. */
import { swap } from '../edits';
import { type Edit, type Evidence, type FaultKind, kindsOf, type Sample } from '../fault';

const schema = (source: string): Evidence => ({ source: `AutoYaST schema: ${source}`, grade: 'reference' });
const guide = (source: string): Evidence => ({ source: `AutoYaST Guide: ${source}`, grade: 'documented' });
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const at = (evidence: Evidence, place: NonNullable<Evidence['place']>): Evidence => ({ ...evidence, place });

const majorOf = ({ files }: Sample): number =>
	Number(/"osrelease": "(\d+)/.exec(String(files.get('xclarity.json')))?.[1]);
const since15 =
	(edit: Edit): Edit =>
	(text, random, sample) =>
		majorOf(sample) >= 15 ? edit(text, random, sample) : undefined;

/** Takes the section out, if there is one, and puts another in its place. */
const section =
	(name: string, body: string): Edit =>
	text => {
		const without = text.replace(new RegExp(`^([ \\t]*)<${name}\\b[\\s\\S]*?\\n\\1</${name}>\\r?\\n`, 'm'), '');
		const written = body.replace(/^/gm, '  ');
		const changed = without.replace(/^([ \t]*)<keyboard>/m, `${written}\n$1<keyboard>`);
		return changed === without ? undefined : changed;
	};
const bool = (name: string, value: string): string => `<${name} config:type="boolean">${value}</${name}>`;
const list = (name: string, body: string): string => `<${name} config:type="list">\n${body}\n</${name}>`;
const map = (name: string, body: string): string => `<${name}>\n${body}\n</${name}>`;
/** The line with the mistake; what is said elsewhere in the new section is misplaced. */
const inSection = (name: string, evidence: Evidence, place: RegExp, body: string) =>
	[at(evidence, place), section(name, body)] as const;

const register = (body: string): string => map('suse_register', `${bool('do_registration', 'true')}\n${body}`);
const addon = (body: string): string => register(list('addons', map('addon', body)));
const disk = (drive: string, partition: string): string =>
	list(
		'partitioning',
		map('drive', `<device>/dev/sda</device>\n${drive}\n<use>all</use>\n${list('partitions', partition)}`),
	);
const partition = (body: string): string => map('partition', body);
const rootPartition = partition(
	'<mount>/</mount>\n<filesystem config:type="symbol">xfs</filesystem>\n<size>max</size>',
);
const group = (body: string): string =>
	list(
		'partitioning',
		`${map('drive', `<device>/dev/sda</device>\n<use>all</use>\n${list('partitions', partition('<lvm_group>system</lvm_group>\n<size>max</size>'))}`)}\n${map('drive', `<device>/dev/system</device>\n<type config:type="symbol">CT_LVM</type>\n${body}`)}`,
	);
const face = (body: string): string => map('networking', list('interfaces', map('interface', body)));
const script = (kind: string, body: string): string => map('scripts', list(kind, map('script', body)));
const user = (body: string): string =>
	list(
		'users',
		`${map('user', '<username>root</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>')}\n${map('user', body)}`,
	);
const kdump = (body: string): string =>
	map('kdump', `${bool('add_crash_kernel', 'true')}\n<crash_kernel>256M</crash_kernel>\n${body}`);

const table: readonly (readonly [string, readonly [Evidence, Edit]])[] = [
	[
		'register-yes',
		inSection(
			'suse_register',
			schema('boolean'),
			/do_registration/,
			map('suse_register', bool('do_registration', 'yes')),
		),
	],
	[
		'register-addon-no-name',
		inSection(
			'suse_register',
			schema('name of the add-on'),
			/<addon>/,
			addon('<version>15.4</version>\n<arch>x86_64</arch>'),
		),
	],
	[
		'register-addon-arch',
		inSection(
			'suse_register',
			guide('architecture of the add-on'),
			/<arch>/,
			addon('<name>sle-module-basesystem</name>\n<version>15.4</version>\n<arch>amd64</arch>'),
		),
	],
	[
		'register-addon-name-misspelt',
		inSection(
			'suse_register',
			guide('names of modules'),
			/<name>/,
			addon('<name>sle-module-basesytem</name>\n<version>15.4</version>\n<arch>x86_64</arch>'),
		),
	],
	[
		'register-addon-version',
		inSection(
			'suse_register',
			guide('version such as 15.4'),
			/<version>/,
			addon('<name>sle-module-basesystem</name>\n<version>15-SP4</version>\n<arch>x86_64</arch>'),
		),
	],
	[
		'register-addons-no-list',
		inSection(
			'suse_register',
			schema('list'),
			/<addons>/,
			register('<addons>\n<addon>\n<name>sle-ha</name>\n</addon>\n</addons>'),
		),
	],
	[
		'register-server-no-scheme',
		inSection(
			'suse_register',
			guide('URL of the server'),
			/<reg_server>/,
			register('<reg_server>rmt.example.net</reg_server>'),
		),
	],
	[
		'register-fingerprint-type',
		inSection(
			'suse_register',
			guide('SHA1 or SHA256'),
			/fingerprint_type/,
			register('<reg_server_cert_fingerprint_type>SHA-256</reg_server_cert_fingerprint_type>'),
		),
	],
	[
		'register-code-misspelt',
		inSection('suse_register', schema('elements'), /<reg_?[Cc]/, register('<regcode>ABC</regcode>')),
	],
	[
		'bootloader-secure-boot-yes',
		inSection(
			'bootloader',
			schema('true or false'),
			/secure_boot/,
			map('bootloader', map('global', '<secure_boot>yes</secure_boot>')),
		),
	],
	[
		'bootloader-mitigations',
		inSection(
			'bootloader',
			schema('auto, nosmt, off, manual'),
			/mitigations/,
			map('bootloader', map('global', '<cpu_mitigations>none</cpu_mitigations>')),
		),
	],
	[
		'bootloader-loader-outside',
		inSection(
			'bootloader',
			schema('place'),
			/loader_type/,
			map('bootloader', map('global', '<loader_type>grub2</loader_type>')),
		),
	],
	[
		'bootloader-timeout-word',
		inSection(
			'bootloader',
			schema('integer'),
			/timeout/,
			map('bootloader', map('global', '<timeout config:type="integer">never</timeout>')),
		),
	],
	[
		'bootloader-timeout-string',
		inSection('bootloader', schema('integer'), /timeout/, map('bootloader', map('global', '<timeout>5</timeout>'))),
	],
	[
		'bootloader-append-list',
		inSection(
			'bootloader',
			schema('text'),
			/append|item/,
			map('bootloader', map('global', '<append>\n<item>quiet</item>\n</append>')),
		),
	],
	[
		'drive-label-capital',
		inSection('partitioning', guide('gpt or msdos'), /disklabel/, disk('<disklabel>GPT</disklabel>', rootPartition)),
	],
	[
		'drive-initialize-string',
		inSection('partitioning', schema('boolean'), /initialize/, disk('<initialize>true</initialize>', rootPartition)),
	],
	[
		'drive-pesize',
		inSection(
			'partitioning',
			guide('size of extents'),
			/pesize/,
			group(
				`<pesize>four</pesize>\n${list('partitions', partition('<lv_name>root</lv_name>\n<mount>/</mount>\n<size>max</size>'))}`,
			),
		),
	],
	[
		'partition-fs-misspelt',
		inSection(
			'partitioning',
			guide('file systems'),
			/filesystem/,
			disk('', partition('<mount>/</mount>\n<filesystem config:type="symbol">ext-4</filesystem>\n<size>max</size>')),
		),
	],
	[
		'partition-file-system',
		inSection(
			'partitioning',
			schema('elements'),
			/file_system/,
			disk('', partition('<mount>/</mount>\n<file_system config:type="symbol">ext4</file_system>\n<size>max</size>')),
		),
	],
	[
		'partition-nr-word',
		inSection(
			'partitioning',
			schema('integer'),
			/partition_nr/,
			disk(
				'',
				partition('<mount>/</mount>\n<partition_nr config:type="integer">first</partition_nr>\n<size>max</size>'),
			),
		),
	],
	[
		'partition-id-name',
		inSection(
			'partitioning',
			schema('integer'),
			/partition_id/,
			disk(
				'',
				partition('<mount>/</mount>\n<partition_id config:type="integer">Linux</partition_id>\n<size>max</size>'),
			),
		),
	],
	[
		'partition-type-logical',
		inSection(
			'partitioning',
			schema('primary'),
			/partition_type/,
			disk('', partition('<mount>/</mount>\n<partition_type>logical</partition_type>\n<size>max</size>')),
		),
	],
	[
		'partition-crypt-method',
		inSection(
			'partitioning',
			guide('luks1, luks2, …'),
			/crypt_method/,
			disk(
				'',
				partition(
					'<mount>/</mount>\n<crypt_method config:type="symbol">luks3</crypt_method>\n<crypt_key>Secret-1</crypt_key>\n<size>max</size>',
				),
			),
		),
	],
	[
		'partition-crypt-no-key',
		inSection(
			'partitioning',
			guide('crypt_key'),
			/crypt_method|<partition>/,
			disk(
				'',
				partition('<mount>/</mount>\n<crypt_method config:type="symbol">luks2</crypt_method>\n<size>max</size>'),
			),
		),
	],
	[
		'partition-subvolume-no-path',
		inSection(
			'partitioning',
			schema('path'),
			/<subvolume>/,
			disk(
				'',
				partition(
					`<mount>/</mount>\n<filesystem config:type="symbol">btrfs</filesystem>\n${list('subvolumes', map('subvolume', bool('copy_on_write', 'false')))}\n<size>max</size>`,
				),
			),
		),
	],
	[
		'partition-size-blank-unit',
		inSection('partitioning', guide('size'), /<size>/, disk('', partition('<mount>/</mount>\n<size>ten GB</size>'))),
	],
	[
		'partition-mountby-misspelt',
		inSection(
			'partitioning',
			guide('device, label, uuid, path, id'),
			/mountby/,
			disk('', partition('<mount>/</mount>\n<mountby config:type="symbol">uiid</mountby>\n<size>max</size>')),
		),
	],
	[
		'partition-raid-name-unknown',
		inSection(
			'partitioning',
			guide('raid_name names an MD drive'),
			/raid_name|<drive>/,
			list(
				'partitioning',
				`${map('drive', `<device>/dev/sda</device>\n<use>all</use>\n${list('partitions', `${rootPartition}\n${partition('<raid_name>/dev/md/1</raid_name>\n<size>10G</size>')}`)}`)}\n${map('drive', `<device>/dev/md/0</device>\n<type config:type="symbol">CT_MD</type>\n${list('partitions', partition('<mount>/srv</mount>'))}`)}`,
			),
		),
	],
	[
		'raid-type',
		inSection(
			'partitioning',
			guide('raid0, raid1, …'),
			/raid_type/,
			list(
				'partitioning',
				`${map('drive', `<device>/dev/sda</device>\n<use>all</use>\n${list('partitions', `${rootPartition}\n${partition('<raid_name>/dev/md/0</raid_name>\n<size>10G</size>')}`)}`)}\n${map('drive', `<device>/dev/md/0</device>\n<type config:type="symbol">CT_MD</type>\n<raid_options>\n<raid_type>raid7</raid_type>\n</raid_options>\n${list('partitions', partition('<mount>/srv</mount>'))}`)}`,
			),
		),
	],
	[
		'lv-without-name',
		inSection(
			'partitioning',
			guide('lv_name'),
			/<partition>|<mount>/,
			group(list('partitions', partition('<mount>/</mount>\n<size>max</size>'))),
		),
	],
	[
		'group-without-disk',
		inSection(
			'partitioning',
			guide('a group has physical volumes'),
			/system|<drive>/,
			list(
				'partitioning',
				`${map('drive', `<device>/dev/sda</device>\n<use>all</use>\n${list('partitions', rootPartition)}`)}\n${map('drive', `<device>/dev/system</device>\n<type config:type="symbol">CT_LVM</type>\n${list('partitions', partition('<lv_name>srv</lv_name>\n<mount>/srv</mount>\n<size>5G</size>'))}`)}`,
			),
		),
	],
	[
		'skip-list-no-value',
		inSection(
			'partitioning',
			schema('skip_value'),
			/<listentry>/,
			disk(list('skip_list', map('listentry', '<skip_key>driver</skip_key>')), rootPartition),
		),
	],
	[
		'interface-startmode-boot',
		inSection(
			'networking',
			inferred('auto, manual, …'),
			/startmode/,
			face('<name>eth0</name>\n<bootproto>dhcp</bootproto>\n<startmode>atboot</startmode>'),
		),
	],
	[
		'interface-prefix',
		inSection(
			'networking',
			inferred('a prefix of IPv4 ends at 32'),
			/prefixlen/,
			face('<name>eth0</name>\n<bootproto>static</bootproto>\n<ipaddr>192.0.2.10</ipaddr>\n<prefixlen>64</prefixlen>'),
		),
	],
	[
		'interface-mac',
		inSection(
			'networking',
			inferred('six pairs of digits'),
			/lladdr/,
			face('<name>eth0</name>\n<lladdr>00:16:3e:00:01</lladdr>\n<bootproto>dhcp</bootproto>'),
		),
	],
	[
		'interface-twice',
		inSection(
			'networking',
			inferred('a name once'),
			/<name>eth0/,
			map(
				'networking',
				list(
					'interfaces',
					`${map('interface', '<name>eth0</name>\n<bootproto>dhcp</bootproto>')}\n${map('interface', '<name>eth0</name>\n<bootproto>dhcp</bootproto>')}`,
				),
			),
		),
	],
	[
		'interface-bridge-true',
		inSection(
			'networking',
			schema('yes or no'),
			/<bridge>/,
			face('<name>br0</name>\n<bootproto>dhcp</bootproto>\n<bridge>true</bridge>'),
		),
	],
	[
		'vlan-id-word',
		inSection(
			'networking',
			guide('number of the VLAN'),
			/vlan_id/,
			face('<name>vlan10</name>\n<bootproto>dhcp</bootproto>\n<etherdevice>eth0</etherdevice>\n<vlan_id>ten</vlan_id>'),
		),
	],
	[
		'mtu-word',
		inSection(
			'networking',
			inferred('a number'),
			/mtu/,
			face('<name>eth0</name>\n<bootproto>dhcp</bootproto>\n<mtu>jumbo</mtu>'),
		),
	],
	[
		'route-gateway',
		inSection(
			'networking',
			inferred('an address'),
			/gateway/,
			map(
				'networking',
				map(
					'routing',
					list(
						'routes',
						map('route', '<destination>default</destination>\n<gateway>192.0.2.</gateway>\n<netmask>-</netmask>'),
					),
				),
			),
		),
	],
	[
		'route-forward-word',
		inSection(
			'networking',
			schema('boolean'),
			/ipv4_forward/,
			map('networking', map('routing', bool('ipv4_forward', 'enabled'))),
		),
	],
	[
		'searchlist-text',
		inSection(
			'networking',
			schema('list of search'),
			/searchlist/,
			map('networking', map('dns', '<searchlist>example.net</searchlist>')),
		),
	],
	[
		'dns-hostname-blank',
		inSection(
			'networking',
			inferred('a host name'),
			/hostname/,
			map('networking', map('dns', '<hostname>web 07</hostname>')),
		),
	],
	[
		'dns-domain-underscore',
		inSection(
			'networking',
			inferred('a domain'),
			/domain/,
			map('networking', map('dns', '<hostname>web07</hostname>\n<domain>my_site.example.net</domain>')),
		),
	],
	[
		'proxy-no-scheme',
		inSection(
			'proxy',
			inferred('a URL'),
			/http_proxy/,
			map('proxy', `${bool('enabled', 'true')}\n<http_proxy>proxy.example.net:3128</http_proxy>`),
		),
	],
	[
		'ntp-server-no-address',
		[
			at(schema('address'), /<ntp_server>/),
			since15(section('ntp-client', map('ntp-client', list('ntp_servers', map('ntp_server', bool('iburst', 'true')))))),
		],
	],
	[
		'ntp-sync-word',
		[
			at(guide('systemd, manual or minutes'), /ntp_sync/),
			since15(section('ntp-client', map('ntp-client', '<ntp_sync>hourly</ntp_sync>'))),
		],
	],
	[
		'ntp-server-list-missing',
		[
			at(schema('list'), /ntp_servers/),
			since15(
				section(
					'ntp-client',
					map('ntp-client', map('ntp_servers', map('ntp_server', '<address>ntp.example.net</address>'))),
				),
			),
		],
	],
	[
		'services-target-misspelt',
		inSection(
			'services-manager',
			guide('multi-user or graphical'),
			/default_target/,
			map('services-manager', '<default_target>multiuser</default_target>'),
		),
	],
	[
		'user-name-blank',
		inSection(
			'users',
			inferred('useradd(8)'),
			/<username>o/,
			user(
				'<username>ops team</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>',
			),
		),
	],
	[
		'user-uid-word',
		inSection(
			'users',
			guide('a number'),
			/<uid>/,
			user(
				'<username>ops</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>\n<uid>ops</uid>',
			),
		),
	],
	[
		'user-uid-twice',
		inSection(
			'users',
			inferred('ids are unique'),
			/<uid>/,
			list(
				'users',
				['root', 'ops', 'dev']
					.map(name =>
						map(
							'user',
							`<username>${name}</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>${name === 'root' ? '' : '\n<uid>1001</uid>'}`,
						),
					)
					.join('\n'),
			),
		),
	],
	[
		'user-password-max-word',
		inSection(
			'users',
			guide('days'),
			/<max>/,
			user(
				'<username>ops</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>\n<password_settings>\n<max>never</max>\n</password_settings>',
			),
		),
	],
	[
		'user-keys-no-list',
		inSection(
			'users',
			schema('list'),
			/authorized_keys/,
			user(
				'<username>ops</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>\n<authorized_keys>\n<authorized_key>ssh-ed25519 AAAA ops</authorized_key>\n</authorized_keys>',
			),
		),
	],
	[
		'user-key-cut',
		inSection(
			'users',
			inferred('a key starts with its type'),
			/authorized_key>/,
			user(
				`<username>ops</username>\n<user_password>!</user_password>\n<encrypted config:type="boolean">true</encrypted>\n${list('authorized_keys', '<authorized_key>AAAAC3NzaC1lZDI1NTE5AAAAIE</authorized_key>')}`,
			),
		),
	],
	[
		'group-gid-word',
		inSection(
			'groups',
			guide('a number'),
			/<gid>/,
			list('groups', map('group', '<groupname>operators</groupname>\n<gid>high</gid>')),
		),
	],
	[
		'script-interpreter-bash',
		inSection(
			'scripts',
			guide('shell, perl, python or a path'),
			/interpreter/,
			script('post-scripts', '<filename>a.sh</filename>\n<interpreter>bash</interpreter>\n<source>echo</source>'),
		),
	],
	[
		'script-chrooted-in-post',
		inSection(
			'scripts',
			schema('chroot-scripts only'),
			/chrooted/,
			script('post-scripts', `<filename>a.sh</filename>\n${bool('chrooted', 'true')}\n<source>echo</source>`),
		),
	],
	[
		'script-location-no-scheme',
		inSection(
			'scripts',
			guide('URL of the script'),
			/location/,
			script('pre-scripts', '<filename>a.sh</filename>\n<location>example.net/a.sh</location>'),
		),
	],
	[
		'script-list-singular',
		inSection(
			'scripts',
			schema('elements'),
			/pre-script/,
			script('pre-script', '<filename>a.sh</filename>\n<source>echo</source>'),
		),
	],
	[
		'script-feedback-type',
		inSection(
			'scripts',
			guide('message, warning, error or yesno'),
			/feedback_type/,
			script(
				'pre-scripts',
				`<filename>a.sh</filename>\n${bool('feedback', 'true')}\n<feedback_type>info</feedback_type>\n<source>echo</source>`,
			),
		),
	],
	[
		'script-name-twice',
		inSection(
			'scripts',
			guide('file names differ'),
			/filename/,
			map(
				'scripts',
				list(
					'post-scripts',
					`${map('script', '<filename>a.sh</filename>\n<source>echo 1</source>')}\n${map('script', '<filename>a.sh</filename>\n<source>echo 2</source>')}`,
				),
			),
		),
	],
	[
		'file-no-path',
		inSection(
			'files',
			schema('file_path'),
			/<file>/,
			list('files', map('file', '<file_contents>text</file_contents>')),
		),
	],
	[
		'file-mode-letters',
		inSection(
			'files',
			guide('octal'),
			/permissions/,
			list(
				'files',
				map(
					'file',
					'<file_path>/etc/motd</file_path>\n<file_contents>x</file_contents>\n<file_permissions>rw-r--r--</file_permissions>',
				),
			),
		),
	],
	[
		'file-path-relative',
		inSection(
			'files',
			inferred('a path'),
			/file_path/,
			list('files', map('file', '<file_path>etc/motd</file_path>\n<file_contents>x</file_contents>')),
		),
	],
	['firewall-on', inSection('firewall', schema('boolean'), /enable/, map('firewall', bool('enable_firewall', 'on')))],
	[
		'firewall-zone-misspelt',
		[
			at(guide('zones of firewalld'), /default_zone/),
			since15(section('firewall', map('firewall', '<default_zone>publik</default_zone>'))),
		],
	],
	[
		'firewall-log-word',
		[
			at(guide('all, unicast, …'), /log_denied/),
			since15(section('firewall', map('firewall', '<log_denied_packets>yes</log_denied_packets>'))),
		],
	],
	[
		'firewall-services-text',
		[
			at(schema('list'), /<services>/),
			since15(
				section(
					'firewall',
					map('firewall', list('zones', map('zone', '<name>public</name>\n<services>ssh</services>'))),
				),
			),
		],
	],
	[
		'hwclock-local',
		inSection(
			'timezone',
			schema('UTC or localtime'),
			/hwclock/,
			map('timezone', '<hwclock>local</hwclock>\n<timezone>Europe/Berlin</timezone>'),
		),
	],
	[
		'timezone-small',
		inSection(
			'timezone',
			inferred('zones have capitals'),
			/<timezone>e/,
			map('timezone', '<hwclock>UTC</hwclock>\n<timezone>europe/berlin</timezone>'),
		),
	],
	[
		'timezone-offset',
		inSection(
			'timezone',
			inferred('no zone'),
			/<timezone>U/,
			map('timezone', '<hwclock>UTC</hwclock>\n<timezone>UTC+1</timezone>'),
		),
	],
	[
		'addon-no-url',
		inSection(
			'add-on',
			schema('media_url'),
			/<listentry>/,
			map('add-on', list('add_on_products', map('listentry', '<product>addon</product>'))),
		),
	],
	[
		'addon-priority-word',
		inSection(
			'add-on',
			schema('integer'),
			/priority/,
			map(
				'add-on',
				list(
					'add_on_products',
					map(
						'listentry',
						'<media_url>http://repo.example.net/a</media_url>\n<priority config:type="integer">high</priority>',
					),
				),
			),
		),
	],
	[
		'kdump-level',
		inSection('kdump', guide('0 to 31'), /DUMPLEVEL/, kdump(map('general', '<KDUMP_DUMPLEVEL>32</KDUMP_DUMPLEVEL>'))),
	],
	[
		'kdump-format',
		inSection(
			'kdump',
			guide('none, ELF, compressed, lzo'),
			/DUMPFORMAT/,
			kdump(map('general', '<KDUMP_DUMPFORMAT>zip</KDUMP_DUMPFORMAT>')),
		),
	],
	[
		'kdump-reboot-true',
		inSection(
			'kdump',
			guide('yes or no'),
			/REBOOT/,
			kdump(map('general', '<KDUMP_IMMEDIATE_REBOOT>true</KDUMP_IMMEDIATE_REBOOT>')),
		),
	],
	[
		'kdump-savedir-relative',
		inSection('kdump', guide('a URL'), /SAVEDIR/, kdump(map('general', '<KDUMP_SAVEDIR>var/crash</KDUMP_SAVEDIR>'))),
	],
	[
		'kdump-name-small',
		inSection(
			'kdump',
			schema('elements'),
			/kdump_savedir/,
			kdump(map('general', '<kdump_savedir>file:///var/crash</kdump_savedir>')),
		),
	],
	[
		'security-encryption',
		inSection(
			'security',
			guide('des, md5, blowfish, sha256, sha512'),
			/encryption/,
			map('security', '<passwd_encryption>sha-512</passwd_encryption>'),
		),
	],
	[
		'security-days-word',
		inSection(
			'security',
			inferred('login.defs(5): a number'),
			/pass_max_days/,
			map('security', '<pass_max_days>never</pass_max_days>'),
		),
	],
	[
		'security-permissions',
		inSection(
			'security',
			guide('easy, secure or paranoid'),
			/permission/,
			map('security', '<permission_security>strict</permission_security>'),
		),
	],
	[
		'security-shutdown',
		inSection(
			'security',
			guide('ignore, reboot or halt'),
			/console_shutdown/,
			map('security', '<console_shutdown>restart</console_shutdown>'),
		),
	],
	[
		'iscsi-startup',
		inSection(
			'iscsi-client',
			guide('manual, onboot or automatic'),
			/startup/,
			map(
				'iscsi-client',
				`<initiatorname>iqn.2024-01.net.example:web07</initiatorname>\n${list('targets', map('listentry', '<portal>192.0.2.50:3260</portal>\n<startup>auto</startup>\n<target>iqn.2024-01.net.example:disk</target>'))}`,
			),
		),
	],
	[
		'host-address-name',
		inSection(
			'host',
			inferred('an address'),
			/host_address/,
			map(
				'host',
				list(
					'hosts',
					map('hosts_entry', `<host_address>db1</host_address>\n${list('names', '<name>db1.example.net</name>')}`),
				),
			),
		),
	],
	[
		'host-names-no-list',
		inSection(
			'host',
			schema('list'),
			/<names>/,
			map(
				'host',
				list(
					'hosts',
					map('hosts_entry', '<host_address>192.0.2.20</host_address>\n<names>\n<name>db1</name>\n</names>'),
				),
			),
		),
	],
	[
		'sysconfig-no-key',
		inSection(
			'sysconfig',
			schema('sysconfig_key'),
			/sysconfig_entry>/,
			list(
				'sysconfig',
				map(
					'sysconfig_entry',
					'<sysconfig_path>/etc/sysconfig/clock</sysconfig_path>\n<sysconfig_value>x</sysconfig_value>',
				),
			),
		),
	],
	[
		'section-of-software',
		inSection(
			'packages',
			guide('packages belong in software'),
			/<packages/,
			list('packages', '<package>vim</package>'),
		),
	],
	[
		'section-services',
		inSection(
			'services',
			guide('services-manager'),
			/<services/,
			map('services', list('enable', '<service>sshd</service>')),
		),
	],
	[
		'section-made-up',
		inSection(
			'storage-layout',
			guide('sections that no module reads are reported'),
			/storage-layout/,
			map('storage-layout', '<disk>sda</disk>'),
		),
	],
	[
		'mode-wait-seconds',
		[
			at(schema('integer'), /max_systemd_wait/),
			swap(/^([ \t]*)<mode>/m, '$1<mode>\n$1\t<max_systemd_wait config:type="integer">30s</max_systemd_wait>'),
		],
	],
	[
		'mode-halt-and-reboot',
		[
			at(inferred('one of the two'), /final_/),
			swap(/^([ \t]*)<mode>\r?\n(?:[ \t]*<(?!final_reboot).*\r?\n)*?[ \t]*<\/mode>/m, match =>
				match[0].includes('final_reboot')
					? undefined
					: match[0].replace(
							/<mode>/,
							'<mode>\n<final_reboot config:type="boolean">true</final_reboot>\n<final_halt config:type="boolean">true</final_halt>',
						),
			),
		],
	],
	[
		'ask-stage',
		[
			at(schema('initial or cont'), /<stage>/),
			swap(
				/^([ \t]*)<general>/m,
				'$1<general>\n$1\t<ask-list config:type="list">\n$1\t\t<ask>\n$1\t\t\t<question>Name?</question>\n$1\t\t\t<stage>inital</stage>\n$1\t\t</ask>\n$1\t</ask-list>',
			),
		],
	],
	[
		'semi-automatic-word',
		[
			at(schema('networking, partitioning or scc'), /semi-automatic_entry/),
			swap(
				/^([ \t]*)<general>/m,
				'$1<general>\n$1\t<semi-automatic config:type="list">\n$1\t\t<semi-automatic_entry>network</semi-automatic_entry>\n$1\t</semi-automatic>',
			),
		],
	],
];

export const autoyastGuideFaults: FaultKind[] = kindsOf(
	'autoyast',
	table.map(([name, [evidence, edit]]) => [`guide-${name}`, evidence, edit]),
);
