/** Mistakes of administrators in AutoYaST profiles: users, network, boot loader and software. */
import { type FaultKind, kindsOf } from '../fault';
import { guide, inferred, schema } from './autoyastEdits';
import { section } from './xmlBlocks';

const face = (more: string): string =>
	`<networking><interfaces@l><interface>${more}</interface></interfaces></networking>`;
const user = (more: string): string =>
	`<users@l><user><username>root</username><user_password>$6$saltsalt$abcdefgh</user_password><encrypted@b>true</encrypted></user>${more}</users>`;

export const autoyastHostFaults: readonly FaultKind[] = kindsOf('autoyast', [
	[
		'user-password-name',
		schema('user_password', /<password>/),
		section(user('<user><username>ops</username><password>secret</password></user>')),
	],
	[
		'user-without-name',
		guide('username is required', /<user>/),
		section(user('<user><fullname>Operations</fullname><user_password>secret</user_password></user>')),
	],
	[
		'uid-twice',
		inferred('a number belongs to one user', /<uid>1500/),
		section(
			user('<user><username>a</username><uid>1500</uid></user><user><username>b</username><uid>1500</uid></user>'),
		),
	],
	['uid-word', guide('uid is a number', /<uid>/), section(user('<user><username>ops</username><uid>ops</uid></user>'))],
	[
		'keys-untyped',
		schema('authorized_keys is a list', /<authorized_keys>/),
		section(
			user(
				'<user><username>ops</username><authorized_keys><listentry>ssh-ed25519 AAAA ops</listentry></authorized_keys></user>',
			),
		),
	],
	[
		'key-not-a-key',
		guide('authorized_keys holds public keys', /<listentry>/),
		section(
			user(
				'<user><username>ops</username><authorized_keys@l><listentry>/root/.ssh/id_rsa.pub</listentry></authorized_keys></user>',
			),
		),
	],
	[
		'group-gid-word',
		guide('gid is a number', /<gid>/),
		section('<groups@l><group><groupname>ops</groupname><gid>operators</gid></group></groups>'),
	],
	[
		'group-name-element',
		schema('groupname', /<name>/),
		section('<groups@l><group><name>ops</name><gid>1200</gid></group></groups>'),
	],
	[
		'bootproto-capitals',
		guide('bootproto: static, dhcp, …', /<bootproto>/),
		section(face('<bootproto>DHCP</bootproto><name>eth0</name><startmode>auto</startmode>')),
	],
	[
		'startmode-yes',
		guide('startmode: auto, manual, …', /<startmode>/),
		section(face('<bootproto>dhcp</bootproto><name>eth0</name><startmode>yes</startmode>')),
	],
	[
		'netmask-hole',
		inferred('a mask has no holes', /<netmask>/),
		section(
			face(
				'<bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.10</ipaddr><netmask>255.255.0.255</netmask><startmode>auto</startmode>',
			),
		),
	],
	[
		'prefix-too-long',
		inferred('IPv4 has 32 bits', /<prefixlen>/),
		section(
			face(
				'<bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.10</ipaddr><prefixlen>64</prefixlen><startmode>auto</startmode>',
			),
		),
	],
	[
		'ipaddr-octet',
		guide('ipaddr is an address', /<ipaddr>/),
		section(
			face(
				'<bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.300</ipaddr><netmask>255.255.255.0</netmask><startmode>auto</startmode>',
			),
		),
	],
	[
		'bond-slave-missing',
		inferred('a bond has slaves', /bond/),
		section(
			face(
				'<bonding_master>yes</bonding_master><bootproto>dhcp</bootproto><name>bond0</name><startmode>auto</startmode>',
			),
		),
	],
	[
		'vlan-too-high',
		guide('VLAN identifiers end at 4094', /<vlan_id>/),
		section(
			face(
				'<bootproto>dhcp</bootproto><name>vlan5000</name><etherdevice>eth0</etherdevice><vlan_id>5000</vlan_id><startmode>auto</startmode>',
			),
		),
	],
	[
		'interface-twice',
		inferred('a device is configured once', /<name>eth0/),
		section(
			'<networking><interfaces@l><interface><bootproto>dhcp</bootproto><name>eth0</name></interface><interface><bootproto>static</bootproto><name>eth0</name><ipaddr>192.0.2.9</ipaddr><netmask>255.255.255.0</netmask></interface></interfaces></networking>',
		),
	],
	[
		'routes-in-interface',
		schema('routes stand in routing', /<routes /),
		section(
			face(
				'<bootproto>dhcp</bootproto><name>eth0</name><routes@l><route><destination>default</destination><gateway>192.0.2.1</gateway></route></routes>',
			),
		),
	],
	[
		'search-element',
		schema('searchlist', /<searchdomains /),
		section(
			'<networking><dns><hostname>web07</hostname><searchdomains@l><search>example.net</search></searchdomains></dns></networking>',
		),
	],
	[
		'nameserver-host',
		inferred('name servers are addresses', /<nameserver>/),
		section(
			'<networking><dns><hostname>web07</hostname><nameservers@l><nameserver>dns.example.net</nameserver></nameservers></dns></networking>',
		),
	],
	[
		'udev-rule-word',
		guide('rule: ATTR{address} or KERNELS', /<rule>/),
		section(
			'<networking><net-udev@l><rule><name>eth0</name><rule>MAC</rule><value>52:54:00:68:54:fb</value></rule></net-udev></networking>',
		),
	],
	[
		'append-outside-global',
		schema('append stands in global', /<append>/),
		section('<bootloader><append>quiet</append><loader_type>grub2</loader_type></bootloader>'),
	],
	[
		'secure-boot-yes',
		guide('secure_boot is true or false', /<secure_boot/),
		section(
			'<bootloader><global><secure_boot>yes</secure_boot></global><loader_type>grub2-efi</loader_type></bootloader>',
		),
	],
	[
		'timeout-unit',
		schema('timeout is an integer', /<timeout/),
		section('<bootloader><global><timeout@i>8s</timeout></global><loader_type>grub2</loader_type></bootloader>'),
	],
	[
		'mitigations-word',
		guide('cpu_mitigations: auto, nosmt, off, manual', /<cpu_mitigations>/),
		section(
			'<bootloader><global><cpu_mitigations>disabled</cpu_mitigations></global><loader_type>grub2</loader_type></bootloader>',
		),
	],
	[
		'pattern-in-packages',
		schema('packages holds package', /<pattern>/),
		section(
			'<software><products@l><product>SLES</product></products><packages@l><package>vim</package><pattern>base</pattern></packages></software>',
		),
	],
	[
		'recommended-yes',
		schema('install_recommended is a boolean', /<install_recommended/),
		section(
			'<software><products@l><product>SLES</product></products><install_recommended@b>yes</install_recommended></software>',
		),
	],
	[
		'register-version-words',
		guide('version like 15.3', /<version>/),
		section(
			'<suse_register><do_registration@b>true</do_registration><addons@l><addon><name>sle-module-basesystem</name><version>15 SP3</version><arch>x86_64</arch></addon></addons></suse_register>',
		),
	],
	[
		'addon-without-arch',
		guide('an add-on has name, version, arch', /<addon>/),
		section(
			'<suse_register><do_registration@b>true</do_registration><addons@l><addon><name>sle-module-basesystem</name><version>15.3</version></addon></addons></suse_register>',
		),
	],
	[
		'register-server-host',
		guide('reg_server is an address with its scheme', /<reg_server>/),
		section(
			'<suse_register><do_registration@b>true</do_registration><reg_server>smt.example.net</reg_server></suse_register>',
		),
	],
	[
		'media-url-name',
		schema('media_url', /<url>/),
		section(
			'<add-on><add_on_products@l><listentry><url>http://repo.example.net/a</url><product>a</product><product_dir>/</product_dir></listentry></add_on_products></add-on>',
		),
	],
]);
