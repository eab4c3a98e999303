/** Mistakes of administrators in AutoYaST profiles: scripts, services and the frame of the file. */
import { swap } from '../edits';
import { type FaultKind, kindsOf } from '../fault';
import { believed, guide, inferred, schema } from './autoyastEdits';
import { section, sles15 } from './xmlBlocks';

export const autoyastServiceFaults: readonly FaultKind[] = kindsOf('autoyast', [
	[
		'script-directly',
		schema('a script stands in a list of its kind', /<script>/),
		section('<scripts><script><filename>a.sh</filename><source>true</source></script></scripts>'),
	],
	[
		'script-kind',
		schema('pre-, postpartitioning-, chroot-, post-, init-scripts', /<install-scripts /),
		section(
			'<scripts><install-scripts@l><script><filename>a.sh</filename><source>true</source></script></install-scripts></scripts>',
		),
	],
	[
		'script-empty',
		guide('a script has source or location', /<script>/),
		section(
			'<scripts><post-scripts@l><script><filename>a.sh</filename><interpreter>shell</interpreter></script></post-scripts></scripts>',
		),
	],
	[
		'target-runlevel',
		guide('default_target: multi-user, graphical', /<default_target>/),
		section('<services-manager><default_target>runlevel5</default_target></services-manager>'),
	],
	[
		'service-both',
		inferred('a service is enabled or disabled', /sshd/),
		section(
			'<services-manager><services><enable@l><service>sshd</service></enable><disable@l><service>sshd</service></disable></services></services-manager>',
		),
	],
	[
		'port-without-protocol',
		{ ...guide('ports like 443/tcp', /<port>/) },
		sles15(
			section(
				'<firewall><enable_firewall@b>true</enable_firewall><zones@l><zone><name>public</name><ports@l><port>443</port></ports></zone></zones></firewall>',
			),
		),
	],
	[
		'zone-without-name',
		guide('a zone has a name', /<zone>/),
		sles15(
			section(
				'<firewall><enable_firewall@b>true</enable_firewall><zones@l><zone><services@l><service>ssh</service></services></zone></zones></firewall>',
			),
		),
	],
	[
		'log-denied-yes',
		guide('log_denied_packets: all, off, unicast, …', /<log_denied/),
		sles15(
			section(
				'<firewall><enable_firewall@b>true</enable_firewall><log_denied_packets>yes</log_denied_packets></firewall>',
			),
		),
	],
	[
		'ntp-policy-word',
		believed('ntp_policy: auto, empty, or names', /<ntp_policy>/),
		sles15(
			section(
				'<ntp-client><ntp_policy>allways</ntp_policy><ntp_servers@l><ntp_server><address>a.example.net</address></ntp_server></ntp_servers></ntp-client>',
			),
		),
	],
	[
		'hwclock-lower',
		guide('hwclock: UTC or localtime', /<hwclock>/),
		swap(/(<hwclock>)(?:UTC|localtime)(<)/, '$1utc$2'),
	],
	[
		'languages-semicolon',
		guide('languages are separated with commas', /<languages>/),
		section('<language><language>en_US</language><languages>en_US;de_DE</languages></language>'),
	],
	[
		'report-timeout-unit',
		schema('timeout is an integer', /<timeout/),
		section('<report><errors><show@b>true</show><timeout@i>10s</timeout></errors></report>'),
	],
	[
		'report-yesno-name',
		schema('yesno_messages', /<yes_no_messages>/),
		section('<report><yes_no_messages><show@b>false</show></yes_no_messages></report>'),
	],
	[
		'file-permissions-nine',
		guide('permissions are octal', /<file_permissions>/),
		section(
			'<files@l><file><file_path>/etc/motd</file_path><file_contents>x</file_contents><file_permissions>0849</file_permissions></file></files>',
		),
	],
	[
		'file-without-path',
		guide('a file has its path', /<file>/),
		section('<files@l><file><file_contents>x</file_contents></file></files>'),
	],
	[
		'dumplevel-high',
		guide('KDUMP_DUMPLEVEL: 0 to 31', /DUMPLEVEL/),
		section(
			'<kdump><add_crash_kernel@b>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><KDUMP_DUMPLEVEL>64</KDUMP_DUMPLEVEL></general></kdump>',
		),
	],
	[
		'host-names-untyped',
		schema('names is a list', /<names>/),
		section(
			'<host><hosts@l><hosts_entry><host_address>192.0.2.20</host_address><names><name>db1</name></names></hosts_entry></hosts></host>',
		),
	],
	[
		'sysconfig-path-missing',
		guide('key, value and path', /<sysconfig_entry>/),
		section(
			'<sysconfig@l><sysconfig_entry><sysconfig_key>A</sysconfig_key><sysconfig_value>b</sysconfig_value></sysconfig_entry></sysconfig>',
		),
	],
	[
		'encryption-hyphen',
		guide('passwd_encryption: des, md5, sha256, sha512', /passwd_encryption/),
		section('<security><passwd_encryption>sha-512</passwd_encryption></security>'),
	],
	[
		'passwordless-yes',
		guide('password_less_login is true or false', /password_less/),
		section('<login_settings><password_less_login@b>yes</password_less_login></login_settings>'),
	],
	[
		'nfs-entry-name',
		schema('nfs_entry', /<nfs_share>/),
		section(
			'<nfs><enable_nfs4@b>true</enable_nfs4><nfs_entries@l><nfs_share><mount_point>/home</mount_point><server_path>nfs.example.net:/home</server_path><nfs_options>defaults</nfs_options></nfs_share></nfs_entries></nfs>',
		),
	],
	[
		'nfs-without-server',
		guide('server_path is server:/path', /<server_path>/),
		section(
			'<nfs><enable_nfs4@b>true</enable_nfs4><nfs_entries@l><nfs_entry><mount_point>/home</mount_point><server_path>/export/home</server_path><nfs_options>defaults</nfs_options></nfs_entry></nfs_entries></nfs>',
		),
	],
	[
		'iscsi-startup-word',
		guide('startup: manual, onboot, automatic', /<startup>/),
		sles15(
			section(
				'<iscsi-client><initiatorname>iqn.2024-01.net.example:a</initiatorname><targets@l><listentry><authmethod>None</authmethod><portal>192.0.2.3:3260</portal><startup>always</startup><target>iqn.2024-01.net.example:t</target><iface>default</iface></listentry></targets></iscsi-client>',
			),
		),
	],
	[
		'samba-workgroup-misspelt',
		schema('global/workgroup', /<security>/),
		section('<samba-client><global><security>domian</security><workgroup>SITE</workgroup></global></samba-client>'),
	],
	[
		'type-bool',
		schema('config:type="boolean"', /config:type="bool"/),
		swap(/config:type="boolean"/, 'config:type="bool"'),
	],
	[
		'type-int',
		schema('config:type="integer"', /config:type="int"/),
		swap(/config:type="integer"/, 'config:type="int"'),
	],
	['type-prefix-other', schema('the prefix is declared', /cfg:type/), swap(/config:type="list"/, 'cfg:type="list"')],
	[
		'type-attribute-case',
		schema('the attribute is type', /config:Type/),
		swap(/config:type="list"/, 'config:Type="list"'),
	],
	['default-namespace-missing', schema('the namespace of YaST', /<profile/), swap(/ xmlns="[^"]*"/, '')],
	[
		'profile-capital',
		schema('the root is profile', /Profile/),
		text => text.replaceAll('<profile', '<Profile').replaceAll('</profile>', '</Profile>'),
	],
	[
		'bare-ampersand-url',
		schema('& is written &amp;', /a=1/),
		section(
			'<add-on><add_on_products@l><listentry><media_url>http://repo.example.net/?a=1&b=2</media_url><product>a</product><product_dir>/</product_dir></listentry></add_on_products></add-on>',
		),
	],
	[
		'heredoc-without-cdata',
		schema('< starts a tag', /<<EOF|EOF/),
		section(
			'<scripts><post-scripts@l><script><filename>a.sh</filename><source>cat <<EOF >/etc/motd\nhello\nEOF</source></script></post-scripts></scripts>',
		),
	],
	[
		'two-roots',
		{ ...schema('one root'), place: 'anywhere' },
		text =>
			`${text}<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n</profile>\n`,
	],
]);
