/**
 * Mistakes in the sections of SUSE's AutoYaST Guide, each made in a section that is right but for it. A line is name,
 * section (`15`: since SLES 15), kind of source, source, where the report belongs, and the section; `:list` and the
 * like stand for types.
 */
import { type Edit, type Evidence, type FaultKind, kindsOf, type Sample } from '../fault';

const sections = `
register-yes ; suse_register ; schema ; boolean ; do_registration ; <suse_register><do_registration:boolean>yes</do_registration></suse_register>
register-addon-no-name ; suse_register ; schema ; name of the add-on ; <addon> ; <suse_register><do_registration:boolean>true</do_registration><addons:list><addon><version>15.4</version><arch>x86_64</arch></addon></addons></suse_register>
register-addon-arch ; suse_register ; guide ; architecture of the add-on ; <arch> ; <suse_register><do_registration:boolean>true</do_registration><addons:list><addon><name>sle-module-basesystem</name><version>15.4</version><arch>amd64</arch></addon></addons></suse_register>
register-addon-name-misspelt ; suse_register ; guide ; names of modules ; <name> ; <suse_register><do_registration:boolean>true</do_registration><addons:list><addon><name>sle-module-basesytem</name><version>15.4</version><arch>x86_64</arch></addon></addons></suse_register>
register-addon-version ; suse_register ; guide ; version such as 15.4 ; <version> ; <suse_register><do_registration:boolean>true</do_registration><addons:list><addon><name>sle-module-basesystem</name><version>15-SP4</version><arch>x86_64</arch></addon></addons></suse_register>
register-addons-no-list ; suse_register ; schema ; list ; <addons> ; <suse_register><do_registration:boolean>true</do_registration><addons><addon><name>sle-ha</name><version>15.4</version><arch>x86_64</arch></addon></addons></suse_register>
register-server-no-scheme ; suse_register ; guide ; URL of the server ; <reg_server> ; <suse_register><do_registration:boolean>true</do_registration><reg_server>rmt.example.net</reg_server></suse_register>
register-fingerprint-type ; suse_register ; guide ; SHA1 or SHA256 ; fingerprint_type ; <suse_register><do_registration:boolean>true</do_registration><reg_server_cert_fingerprint_type>SHA-256</reg_server_cert_fingerprint_type></suse_register>
register-code-misspelt ; suse_register ; schema ; elements ; <reg_?[Cc] ; <suse_register><do_registration:boolean>true</do_registration><regcode>ABC</regcode></suse_register>
bootloader-secure-boot-yes ; bootloader ; schema ; true or false ; secure_boot ; <bootloader><global><secure_boot>yes</secure_boot></global></bootloader>
bootloader-mitigations ; bootloader ; schema ; auto, nosmt, off, manual ; mitigations ; <bootloader><global><cpu_mitigations>none</cpu_mitigations></global></bootloader>
bootloader-loader-outside ; bootloader ; schema ; place ; loader_type ; <bootloader><global><loader_type>grub2</loader_type></global></bootloader>
bootloader-timeout-word ; bootloader ; schema ; integer ; timeout ; <bootloader><global><timeout:integer>never</timeout></global></bootloader>
bootloader-timeout-string ; bootloader ; schema ; integer ; timeout ; <bootloader><global><timeout>5</timeout></global></bootloader>
bootloader-append-list ; bootloader ; schema ; text ; append|item ; <bootloader><global><append><item>quiet</item></append></global></bootloader>
drive-label-capital ; partitioning ; guide ; gpt or msdos ; disklabel ; <partitioning:list><drive><device>/dev/sda</device><disklabel>GPT</disklabel><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition></partitions></drive></partitioning>
drive-initialize-string ; partitioning ; schema ; boolean ; initialize ; <partitioning:list><drive><device>/dev/sda</device><initialize>true</initialize><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition></partitions></drive></partitioning>
drive-pesize ; partitioning ; guide ; size of extents ; pesize ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><lvm_group>system</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/system</device><type:symbol>CT_LVM</type><pesize>four</pesize><partitions:list><partition><lv_name>root</lv_name><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>
partition-fs-misspelt ; partitioning ; guide ; file systems ; filesystem ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>ext-4</filesystem><size>max</size></partition></partitions></drive></partitioning>
partition-file-system ; partitioning ; schema ; elements ; file_system ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><file_system:symbol>ext4</file_system><size>max</size></partition></partitions></drive></partitioning>
partition-nr-word ; partitioning ; schema ; integer ; partition_nr ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><partition_nr:integer>first</partition_nr><size>max</size></partition></partitions></drive></partitioning>
partition-id-name ; partitioning ; schema ; integer ; partition_id ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><partition_id:integer>Linux</partition_id><size>max</size></partition></partitions></drive></partitioning>
partition-type-logical ; partitioning ; schema ; primary ; partition_type ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><partition_type>logical</partition_type><size>max</size></partition></partitions></drive></partitioning>
partition-crypt-method ; partitioning ; guide ; luks1, luks2, … ; crypt_method ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><crypt_method:symbol>luks3</crypt_method><crypt_key>Secret-1</crypt_key><size>max</size></partition></partitions></drive></partitioning>
partition-crypt-no-key ; partitioning ; guide ; crypt_key ; crypt_method|<partition> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><crypt_method:symbol>luks2</crypt_method><size>max</size></partition></partitions></drive></partitioning>
partition-subvolume-no-path ; partitioning ; schema ; path ; <subvolume> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>btrfs</filesystem><subvolumes:list><subvolume><copy_on_write:boolean>false</copy_on_write></subvolume></subvolumes><size>max</size></partition></partitions></drive></partitioning>
partition-size-blank-unit ; partitioning ; guide ; size ; <size> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><size>ten GB</size></partition></partitions></drive></partitioning>
partition-mountby-misspelt ; partitioning ; guide ; device, label, uuid, path, id ; mountby ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><mountby:symbol>uiid</mountby><size>max</size></partition></partitions></drive></partitioning>
partition-raid-name-unknown ; partitioning ; guide ; raid_name names an MD drive ; raid_name|<drive> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition><partition><raid_name>/dev/md/1</raid_name><size>10G</size></partition></partitions></drive><drive><device>/dev/md/0</device><type:symbol>CT_MD</type><partitions:list><partition><mount>/srv</mount></partition></partitions></drive></partitioning>
raid-type ; partitioning ; guide ; raid0, raid1, … ; raid_type ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition><partition><raid_name>/dev/md/0</raid_name><size>10G</size></partition><partition><raid_name>/dev/md/0</raid_name><size>10G</size></partition></partitions></drive><drive><device>/dev/md/0</device><type:symbol>CT_MD</type><raid_options><raid_type>raid7</raid_type></raid_options><partitions:list><partition><mount>/srv</mount></partition></partitions></drive></partitioning>
lv-without-name ; partitioning ; guide ; lv_name ; <partition>|<mount> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><lvm_group>system</lvm_group><size>max</size></partition></partitions></drive><drive><device>/dev/system</device><type:symbol>CT_LVM</type><partitions:list><partition><mount>/</mount><size>max</size></partition></partitions></drive></partitioning>
group-without-disk ; partitioning ; guide ; a group has physical volumes ; system|<drive> ; <partitioning:list><drive><device>/dev/sda</device><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition></partitions></drive><drive><device>/dev/system</device><type:symbol>CT_LVM</type><partitions:list><partition><lv_name>srv</lv_name><mount>/srv</mount><size>5G</size></partition></partitions></drive></partitioning>
skip-list-no-value ; partitioning ; schema ; skip_value ; <listentry> ; <partitioning:list><drive><device>/dev/sda</device><skip_list:list><listentry><skip_key>driver</skip_key></listentry></skip_list><use>all</use><partitions:list><partition><mount>/</mount><filesystem:symbol>xfs</filesystem><size>max</size></partition></partitions></drive></partitioning>
interface-startmode-boot ; networking ; inferred ; auto, manual, … ; startmode ; <networking><interfaces:list><interface><name>eth0</name><bootproto>dhcp</bootproto><startmode>atboot</startmode></interface></interfaces></networking>
interface-prefix ; networking ; inferred ; a prefix of IPv4 ends at 32 ; prefixlen ; <networking><interfaces:list><interface><name>eth0</name><bootproto>static</bootproto><ipaddr>192.0.2.10</ipaddr><prefixlen>64</prefixlen></interface></interfaces></networking>
interface-mac ; networking ; inferred ; six pairs of digits ; lladdr ; <networking><interfaces:list><interface><name>eth0</name><lladdr>00:16:3e:00:01</lladdr><bootproto>dhcp</bootproto></interface></interfaces></networking>
interface-twice ; networking ; inferred ; a name once ; <name>eth0 ; <networking><interfaces:list><interface><name>eth0</name><bootproto>dhcp</bootproto></interface><interface><name>eth0</name><bootproto>dhcp</bootproto></interface></interfaces></networking>
interface-bridge-true ; networking ; schema ; yes or no ; <bridge> ; <networking><interfaces:list><interface><name>br0</name><bootproto>dhcp</bootproto><bridge>true</bridge></interface></interfaces></networking>
vlan-id-word ; networking ; guide ; number of the VLAN ; vlan_id ; <networking><interfaces:list><interface><name>vlan10</name><bootproto>dhcp</bootproto><etherdevice>eth0</etherdevice><vlan_id>ten</vlan_id></interface></interfaces></networking>
mtu-word ; networking ; inferred ; a number ; mtu ; <networking><interfaces:list><interface><name>eth0</name><bootproto>dhcp</bootproto><mtu>jumbo</mtu></interface></interfaces></networking>
route-gateway ; networking ; inferred ; an address ; gateway ; <networking><routing><routes:list><route><destination>default</destination><gateway>192.0.2.</gateway><netmask>-</netmask></route></routes></routing></networking>
route-forward-word ; networking ; schema ; boolean ; ipv4_forward ; <networking><routing><ipv4_forward:boolean>enabled</ipv4_forward></routing></networking>
searchlist-text ; networking ; schema ; list of search ; searchlist ; <networking><dns><searchlist>example.net</searchlist></dns></networking>
dns-hostname-blank ; networking ; inferred ; a host name ; hostname ; <networking><dns><hostname>web 07</hostname></dns></networking>
dns-domain-underscore ; networking ; inferred ; a domain ; domain ; <networking><dns><hostname>web07</hostname><domain>my_site.example.net</domain></dns></networking>
proxy-no-scheme ; proxy ; inferred ; a URL ; http_proxy ; <proxy><enabled:boolean>true</enabled><http_proxy>proxy.example.net:3128</http_proxy></proxy>
ntp-server-no-address ; ntp-client 15 ; schema ; address ; <ntp_server> ; <ntp-client><ntp_servers:list><ntp_server><iburst:boolean>true</iburst></ntp_server></ntp_servers></ntp-client>
ntp-sync-word ; ntp-client 15 ; guide ; systemd, manual or minutes ; ntp_sync ; <ntp-client><ntp_sync>hourly</ntp_sync></ntp-client>
ntp-server-list-missing ; ntp-client 15 ; schema ; list ; ntp_servers ; <ntp-client><ntp_servers><ntp_server><address>ntp.example.net</address></ntp_server></ntp_servers></ntp-client>
services-target-misspelt ; services-manager ; guide ; multi-user or graphical ; default_target ; <services-manager><default_target>multiuser</default_target></services-manager>
user-name-blank ; users ; inferred ; useradd(8) ; <username>o ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops team</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user></users>
user-uid-word ; users ; guide ; a number ; <uid> ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops</username><user_password>!</user_password><encrypted:boolean>true</encrypted><uid>ops</uid></user></users>
user-uid-twice ; users ; inferred ; ids are unique ; <uid> ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops</username><user_password>!</user_password><encrypted:boolean>true</encrypted><uid>1001</uid></user><user><username>dev</username><user_password>!</user_password><encrypted:boolean>true</encrypted><uid>1001</uid></user></users>
user-password-max-word ; users ; guide ; days ; <max> ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops</username><user_password>!</user_password><encrypted:boolean>true</encrypted><password_settings><max>never</max></password_settings></user></users>
user-keys-no-list ; users ; schema ; list ; authorized_keys ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops</username><user_password>!</user_password><encrypted:boolean>true</encrypted><authorized_keys><authorized_key>ssh-ed25519 AAAA ops</authorized_key></authorized_keys></user></users>
user-key-cut ; users ; inferred ; a key starts with its type ; authorized_key> ; <users:list><user><username>root</username><user_password>!</user_password><encrypted:boolean>true</encrypted></user><user><username>ops</username><user_password>!</user_password><encrypted:boolean>true</encrypted><authorized_keys:list><authorized_key>AAAAC3NzaC1lZDI1NTE5AAAAIE</authorized_key></authorized_keys></user></users>
group-gid-word ; groups ; guide ; a number ; <gid> ; <groups:list><group><groupname>operators</groupname><gid>high</gid></group></groups>
script-interpreter-bash ; scripts ; guide ; shell, perl, python or a path ; interpreter ; <scripts><post-scripts:list><script><filename>a.sh</filename><interpreter>bash</interpreter><source>echo</source></script></post-scripts></scripts>
script-chrooted-in-post ; scripts ; schema ; chroot-scripts only ; chrooted ; <scripts><post-scripts:list><script><filename>a.sh</filename><chrooted:boolean>true</chrooted><source>echo</source></script></post-scripts></scripts>
script-location-no-scheme ; scripts ; guide ; URL of the script ; location ; <scripts><pre-scripts:list><script><filename>a.sh</filename><location>example.net/a.sh</location></script></pre-scripts></scripts>
script-list-singular ; scripts ; schema ; elements ; pre-script ; <scripts><pre-script:list><script><filename>a.sh</filename><source>echo</source></script></pre-script></scripts>
script-feedback-type ; scripts ; guide ; message, warning, error or yesno ; feedback_type ; <scripts><pre-scripts:list><script><filename>a.sh</filename><feedback:boolean>true</feedback><feedback_type>info</feedback_type><source>echo</source></script></pre-scripts></scripts>
script-name-twice ; scripts ; guide ; file names differ ; filename ; <scripts><post-scripts:list><script><filename>a.sh</filename><source>echo 1</source></script><script><filename>a.sh</filename><source>echo 2</source></script></post-scripts></scripts>
file-no-path ; files ; schema ; file_path ; <file> ; <files:list><file><file_contents>text</file_contents></file></files>
file-mode-letters ; files ; guide ; octal ; permissions ; <files:list><file><file_path>/etc/motd</file_path><file_contents>x</file_contents><file_permissions>rw-r--r--</file_permissions></file></files>
file-path-relative ; files ; inferred ; a path ; file_path ; <files:list><file><file_path>etc/motd</file_path><file_contents>x</file_contents></file></files>
firewall-on ; firewall ; schema ; boolean ; enable ; <firewall><enable_firewall:boolean>on</enable_firewall></firewall>
firewall-zone-misspelt ; firewall 15 ; guide ; zones of firewalld ; default_zone ; <firewall><default_zone>publik</default_zone></firewall>
firewall-log-word ; firewall 15 ; guide ; all, unicast, … ; log_denied ; <firewall><log_denied_packets>yes</log_denied_packets></firewall>
firewall-services-text ; firewall 15 ; schema ; list ; <services> ; <firewall><zones:list><zone><name>public</name><services>ssh</services></zone></zones></firewall>
hwclock-local ; timezone ; schema ; UTC or localtime ; hwclock ; <timezone><hwclock>local</hwclock><timezone>Europe/Berlin</timezone></timezone>
timezone-small ; timezone ; inferred ; zones have capitals ; <timezone>e ; <timezone><hwclock>UTC</hwclock><timezone>europe/berlin</timezone></timezone>
timezone-offset ; timezone ; inferred ; no zone ; <timezone>U ; <timezone><hwclock>UTC</hwclock><timezone>UTC+1</timezone></timezone>
addon-no-url ; add-on ; schema ; media_url ; <listentry> ; <add-on><add_on_products:list><listentry><product>addon</product></listentry></add_on_products></add-on>
addon-priority-word ; add-on ; schema ; integer ; priority ; <add-on><add_on_products:list><listentry><media_url>http://repo.example.net/a</media_url><priority:integer>high</priority></listentry></add_on_products></add-on>
kdump-level ; kdump ; guide ; 0 to 31 ; DUMPLEVEL ; <kdump><add_crash_kernel:boolean>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><KDUMP_DUMPLEVEL>32</KDUMP_DUMPLEVEL></general></kdump>
kdump-format ; kdump ; guide ; none, ELF, compressed, lzo ; DUMPFORMAT ; <kdump><add_crash_kernel:boolean>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><KDUMP_DUMPFORMAT>zip</KDUMP_DUMPFORMAT></general></kdump>
kdump-reboot-true ; kdump ; guide ; yes or no ; REBOOT ; <kdump><add_crash_kernel:boolean>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><KDUMP_IMMEDIATE_REBOOT>true</KDUMP_IMMEDIATE_REBOOT></general></kdump>
kdump-savedir-relative ; kdump ; guide ; a URL ; SAVEDIR ; <kdump><add_crash_kernel:boolean>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><KDUMP_SAVEDIR>var/crash</KDUMP_SAVEDIR></general></kdump>
kdump-name-small ; kdump ; schema ; elements ; kdump_savedir ; <kdump><add_crash_kernel:boolean>true</add_crash_kernel><crash_kernel>256M</crash_kernel><general><kdump_savedir>file:///var/crash</kdump_savedir></general></kdump>
security-encryption ; security ; guide ; des, md5, blowfish, sha256, sha512 ; encryption ; <security><passwd_encryption>sha-512</passwd_encryption></security>
security-days-word ; security ; inferred ; login.defs(5): a number ; pass_max_days ; <security><pass_max_days>never</pass_max_days></security>
security-permissions ; security ; guide ; easy, secure or paranoid ; permission ; <security><permission_security>strict</permission_security></security>
security-shutdown ; security ; guide ; ignore, reboot or halt ; console_shutdown ; <security><console_shutdown>restart</console_shutdown></security>
iscsi-startup ; iscsi-client ; guide ; manual, onboot or automatic ; startup ; <iscsi-client><initiatorname>iqn.2024-01.net.example:web07</initiatorname><targets:list><listentry><portal>192.0.2.50:3260</portal><startup>auto</startup><target>iqn.2024-01.net.example:disk</target></listentry></targets></iscsi-client>
host-address-name ; host ; inferred ; an address ; host_address ; <host><hosts:list><hosts_entry><host_address>db1</host_address><names:list><name>db1.example.net</name></names></hosts_entry></hosts></host>
host-names-no-list ; host ; schema ; list ; <names> ; <host><hosts:list><hosts_entry><host_address>192.0.2.20</host_address><names><name>db1</name></names></hosts_entry></hosts></host>
sysconfig-no-key ; sysconfig ; schema ; sysconfig_key ; sysconfig_entry> ; <sysconfig:list><sysconfig_entry><sysconfig_path>/etc/sysconfig/clock</sysconfig_path><sysconfig_value>x</sysconfig_value></sysconfig_entry></sysconfig>
section-of-software ; packages ; guide ; packages belong in software ; <packages ; <packages:list><package>vim</package></packages>
section-services ; services ; guide ; services-manager ; <services ; <services><enable:list><service>sshd</service></enable></services>
section-made-up ; storage-layout ; guide ; sections that no module reads are reported ; storage-layout ; <storage-layout><disk>sda</disk></storage-layout>
mode-wait-seconds ; general ; schema ; integer ; max_systemd_wait ; <general><mode><confirm:boolean>false</confirm><max_systemd_wait:integer>30s</max_systemd_wait></mode></general>
mode-halt-and-reboot ; general ; inferred ; one of the two ; final_ ; <general><mode><confirm:boolean>false</confirm><final_reboot:boolean>true</final_reboot><final_halt:boolean>true</final_halt></mode></general>
ask-stage ; general ; schema ; initial or cont ; <stage> ; <general><ask-list:list><ask><question>Name?</question><stage>inital</stage></ask></ask-list><mode><confirm:boolean>false</confirm></mode></general>
semi-automatic-word ; general ; schema ; networking, partitioning or scc ; semi-automatic_entry ; <general><mode><confirm:boolean>false</confirm></mode><semi-automatic:list><semi-automatic_entry>network</semi-automatic_entry></semi-automatic></general>
`;

const evidences: Readonly<Record<string, (source: string) => Evidence>> = {
	schema: source => ({ source: `AutoYaST schema: ${source}`, grade: 'reference' }),
	guide: source => ({ source: `AutoYaST Guide: ${source}`, grade: 'documented' }),
	inferred: source => ({ source, grade: 'inferred' }),
};
const evidence = (kind: string, source: string, place: RegExp): Evidence => ({
	...(evidences[kind]?.(source) ?? { source, grade: 'believed' }),
	place,
});

const majorOf = ({ files }: Sample): number =>
	Number(/"osrelease": "(\d+)/.exec(String(files.get('xclarity.json')))?.[1]);

/** Takes the section out, if there is one, and puts another in its place. */
const section =
	(name: string, body: string, since: number): Edit =>
	(text, _, sample) => {
		if (majorOf(sample) < since) return undefined;
		// An element inside of a section may bear the same name.
		const indent = /^([ \t]*)<keyboard>/m.exec(text)?.[1] ?? '';
		const without = text.replace(new RegExp(`^${indent}<${name}\\b[\\s\\S]*?\\n${indent}</${name}>\\r?\\n`, 'm'), '');
		const changed = without.replace(/^([ \t]*)<keyboard>/m, `${body.replace(/^/gm, '  ')}\n$1<keyboard>`);
		return changed === without ? undefined : changed;
	};

const written = (body: string): string =>
	body.replaceAll('><', '>\n<').replace(/<([\w-]+):(list|boolean|integer|symbol)>/g, '<$1 config:type="$2">');

function sectionFault(line: string): readonly [string, Evidence, Edit] {
	const [name = '', where = '', kind = '', source = '', place = '', body = ''] = line.split(' ; ');
	const [of = '', since = '0'] = where.split(' ');
	return [name, evidence(kind, source, new RegExp(place)), section(of, written(body), Number(since))];
}

export const autoyastGuideFaults: FaultKind[] = kindsOf(
	'autoyast',
	sections
		.trim()
		.split('\n')
		.map(sectionFault)
		.map(([name, ...rest]) => [`guide-${name}`, ...rest]),
);
