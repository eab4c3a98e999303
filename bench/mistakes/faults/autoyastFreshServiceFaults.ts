/** A second round of mistakes in AutoYaST profiles: boot loader, software, services, and slips of the hand. */
import { addBefore, swap } from '../edits';
import { type FaultKind, kindsOf } from '../fault';
import { believed, guide, inferred, schema } from './autoyastEdits';
import { section, sles15 } from './xmlBlocks';

const script = (more: string, kind = 'post-scripts'): string =>
	`<scripts><${kind}@l><script><filename>a.sh</filename>${more}<source>true</source></script></${kind}></scripts>`;

export const autoyastFreshServiceFaults: readonly FaultKind[] = kindsOf('autoyast', [
	[
		'loader-grub-legacy',
		guide('loader_type: grub2, grub2-efi, …', /<loader_type>/),
		section('<bootloader><global><timeout@i>8</timeout></global><loader_type>grub2_efi</loader_type></bootloader>'),
	],
	[
		'loader-append-list',
		schema('append is a text', /<append/),
		section(
			'<bootloader><global><append@l><listentry>quiet</listentry></append></global><loader_type>grub2</loader_type></bootloader>',
		),
	],
	[
		'terminal-word',
		guide('terminal: console, serial, gfxterm', /<terminal>/),
		section('<bootloader><global><terminal>graphical</terminal></global><loader_type>grub2</loader_type></bootloader>'),
	],
	[
		'pattern-comma',
		inferred('one pattern each', /<pattern>/),
		section(
			'<software><products@l><product>SLES</product></products><patterns@l><pattern>base,minimal_base</pattern></patterns></software>',
		),
	],
	[
		'packages-entry-name',
		schema('packages holds package', /<name>/),
		section(
			'<software><products@l><product>SLES</product></products><packages@l><name>vim</name></packages></software>',
		),
	],
	[
		'product-version',
		guide('the product is SLES', /<product>/),
		section('<software><products@l><product>SLES15.4</product></products></software>'),
	],
	[
		'register-boolean',
		schema('do_registration is a boolean', /<do_registration/),
		section('<suse_register><do_registration@b>True</do_registration><reg_code>ABC</reg_code></suse_register>'),
	],
	[
		'register-module-name',
		guide('names of modules', /<name>/),
		section(
			'<suse_register><do_registration@b>true</do_registration><reg_code>ABC</reg_code><addons@l><addon><name>sle-module-base-system</name><version>15.4</version><arch>x86_64</arch></addon></addons></suse_register>',
		),
	],
	[
		'register-arch',
		guide('arch: x86_64, aarch64, …', /<arch>/),
		section(
			'<suse_register><do_registration@b>true</do_registration><reg_code>ABC</reg_code><addons@l><addon><name>sle-module-basesystem</name><version>15.4</version><arch>amd64</arch></addon></addons></suse_register>',
		),
	],
	[
		'script-interpreter-bash',
		guide('interpreter: shell, perl, python or a path', /<interpreter>/),
		section(script('<interpreter>bash</interpreter>')),
	],
	[
		'script-chrooted-post',
		schema('chrooted belongs to chroot-scripts', /<chrooted/),
		section(script('<chrooted@b>true</chrooted>')),
	],
	[
		'script-feedback-word',
		schema('feedback is a boolean', /<feedback/),
		section(script('<feedback@b>show</feedback>')),
	],
	['script-source-twice', schema('a script has one source', /<source>/), section(script('<source>false</source>'))],
	[
		'script-params',
		schema('param-list is a list', /<param-list>/),
		section(script('<param-list><param>a</param></param-list>')),
	],
	[
		'service-list-text',
		schema('enable holds service', /<enable/),
		section('<services-manager><services><enable@l>sshd</enable></services></services-manager>'),
	],
	[
		'target-suffix',
		guide('default_target: multi-user, graphical', /<default_target>/),
		section('<services-manager><default_target>multi_user</default_target></services-manager>'),
	],
	[
		'firewall-service-list',
		schema('services is a list', /<services>/),
		sles15(
			section(
				'<firewall><zones@l><zone><name>public</name><services><service>ssh</service></services></zone></zones></firewall>',
			),
		),
	],
	[
		'firewall-port-slash',
		guide('ports like 443/tcp', /<port>/),
		sles15(
			section(
				'<firewall><zones@l><zone><name>public</name><ports@l><port>tcp/443</port></ports></zone></zones></firewall>',
			),
		),
	],
	[
		'firewall-zone-misspelt',
		guide('zones of firewalld', /<default_zone>/),
		sles15(section('<firewall><default_zone>pubilc</default_zone></firewall>')),
	],
	[
		'kdump-size-words',
		guide('crash_kernel like 256M', /<crash_kernel>/),
		section('<kdump><add_crash_kernel@b>true</add_crash_kernel><crash_kernel>256 MiB</crash_kernel></kdump>'),
	],
	[
		'kdump-general-case',
		schema('names of general in capitals', /<kdump_savedir>/),
		section(
			'<kdump><add_crash_kernel@b>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><kdump_savedir>/var/crash</kdump_savedir></general></kdump>',
		),
	],
	[
		'host-entry-name',
		schema('hosts_entry', /<host_entry>/),
		section(
			'<host><hosts@l><host_entry><host_address>192.0.2.7</host_address><names@l><name>db</name></names></host_entry></hosts></host>',
		),
	],
	[
		'sysconfig-flat',
		schema('sysconfig_entry', /<sysconfig_key>/),
		section('<sysconfig@l><sysconfig_key>A</sysconfig_key></sysconfig>'),
	],
	[
		'report-show-one',
		schema('show is a boolean', /<show/),
		section('<report><errors><show@b>1</show></errors></report>'),
	],
	[
		'zfcp-wwpn-short',
		guide('wwpn has 16 digits', /<wwpn>/),
		section(
			'<zfcp><devices@l><listentry><controller_id>0.0.fa00</controller_id><wwpn>0x500507630300c5</wwpn><fcp_lun>0x4010403200000000</fcp_lun></listentry></devices></zfcp>',
		),
	],
	['keymap-code', guide('keymaps like german', /<keymap>/), swap(/(<keymap>)(?:german|english-us)</, '$1de_DE<')],
	[
		'comment-unclosed',
		{ ...schema('a comment ends with -->'), place: 'anywhere' },
		addBefore(/<software>/, '<!-- packages of the site -- >'),
	],
	[
		'section-closed-twice',
		{ ...schema('one end tag'), place: /<\/timezone>/ },
		swap(/^([ \t]*)<\/timezone>\r?\n/m, '$1</timezone>\n$1</timezone>\n'),
	],
	[
		'prefix-missing',
		believed('a prefix that is not declared', /conf:type/),
		swap(/config:type="boolean"/, 'conf:type="boolean"'),
	],
	['space-before-name', schema('no blank before a name', /< software|<\s+software/), swap(/<software>/, '< software>')],
	[
		'quote-missing',
		schema('values stand in quotes', /config:type=boolean/),
		swap(/config:type="boolean"/, 'config:type=boolean'),
	],
	[
		'quote-half',
		schema('quotes are closed', /config:type="boolean>/),
		swap(/config:type="boolean">/, 'config:type="boolean>'),
	],
]);
