import { english } from '../../../texts/texts';
import type { XmlElement } from '../xml/parse/xmlNode';
import type { XmlSnippet } from '../xml/verbs/vocabulary';

/** The snippets for a place in a profile; whole files where there is no element yet. */
export function autoyastSnippets(parent: XmlElement | undefined): readonly XmlSnippet[] {
	if (parent === undefined) return files;
	if (parent.parent === undefined) return sections;
	return Object.hasOwn(entries, parent.localName) ? (entries[parent.localName] ?? []) : [];
}

const hooks = `#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#`;

const network = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;

const general = `<general>
	<mode>
		<confirm config:type="boolean">false</confirm>
	</mode>
</general>`;

const language = `<language>
	<language>\${1:en_US}</language>
</language>
<keyboard>
	<keymap>\${2:english-us}</keymap>
</keyboard>
<timezone>
	<hwclock>UTC</hwclock>
	<timezone>\${3:Europe/Berlin}</timezone>
</timezone>`;

const software = `<software>
	<products config:type="list">
		<product>\${4:SLES}</product>
	</products>
	<patterns config:type="list">
		<pattern>base</pattern>
	</patterns>
</software>`;

const rootUser = (place: number): string => `<users config:type="list">
	<user>
		<username>root</username>
		<user_password>\${${place}:\\$6\\$salt\\$hash}</user_password>
		<encrypted config:type="boolean">true</encrypted>
	</user>
</users>`;

const startOfDisk = `		<device>/dev/sda</device>
		<disklabel>gpt</disklabel>
		<use>all</use>
		<partitions config:type="list">
			<partition>
				<mount>/boot/efi</mount>
				<filesystem config:type="symbol">vfat</filesystem>
				<size>512M</size>
			</partition>`;

const oneDisk = `<partitioning config:type="list">
	<drive>
${startOfDisk}
			<partition>
				<mount>swap</mount>
				<filesystem config:type="symbol">swap</filesystem>
				<size>4G</size>
			</partition>
			<partition>
				<mount>/</mount>
				<filesystem config:type="symbol">xfs</filesystem>
				<size>max</size>
			</partition>
		</partitions>
	</drive>
</partitioning>`;

const volumes = `<partitioning config:type="list">
	<drive>
${startOfDisk}
			<partition>
				<lvm_group>\${1:system}</lvm_group>
				<size>max</size>
			</partition>
		</partitions>
	</drive>
	<drive>
		<device>/dev/\${1:system}</device>
		<type config:type="symbol">CT_LVM</type>
		<partitions config:type="list">
			<partition>
				<lv_name>swap</lv_name>
				<mount>swap</mount>
				<filesystem config:type="symbol">swap</filesystem>
				<size>4G</size>
			</partition>
			<partition>
				<lv_name>root</lv_name>
				<mount>/</mount>
				<filesystem config:type="symbol">xfs</filesystem>
				<size>max</size>
			</partition>
		</partitions>
	</drive>
</partitioning>`;

const dhcp = `<networking>
	<interfaces config:type="list">
		<interface>
			<name>\${1:eth0}</name>
			<bootproto>dhcp</bootproto>
			<startmode>auto</startmode>
		</interface>
	</interfaces>
</networking>`;

const fixedAddress = `<networking>
	<dns>
		<hostname>${network('hostname')}</hostname>
		<nameservers config:type="list">
			<nameserver>${network('dns1')}</nameserver>
		</nameservers>
	</dns>
	<interfaces config:type="list">
		<interface>
			<name>\${1:eth0}</name>
			<bootproto>static</bootproto>
			<ipaddr>${network('ipAddress')}</ipaddr>
			<netmask>${network('subnetMask')}</netmask>
			<startmode>auto</startmode>
		</interface>
	</interfaces>
	<routing>
		<routes config:type="list">
			<route>
				<destination>default</destination>
				<gateway>${network('gateway')}</gateway>
				<device>\${1:eth0}</device>
			</route>
		</routes>
	</routing>
</networking>`;

/** Scripts without an interpreter are run by the shell. */
const script = (stage: string): string => `<scripts>
	<${stage} config:type="list">
		<script>
			<filename>\${1:configure.sh}</filename>
			<source><![CDATA[
#!/bin/sh
$0
]]></source>
		</script>
	</${stage}>
</scripts>`;

const indented = (text: string): string => text.replace(/^(?=.)/gm, '\t');

const file = (label: string, disks: string): XmlSnippet => ({
	label,
	detail: english('SLES 15, with the macros that the appliance recommends'),
	body: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE profile>
<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
${indented([hooks, general, language, software, ...(disks === '' ? [] : [disks]), rootUser(5)].join('\n'))}
</profile>
`,
});

const files: readonly XmlSnippet[] = [
	file(english('unattended file: SLES, partitions as proposed'), ''),
	file(english('unattended file: SLES, one disk'), oneDisk),
	file(english('unattended file: SLES, LVM'), volumes.replaceAll('{1:', '{6:')),
];

const sections: readonly XmlSnippet[] = [
	{ label: english('general: without questions'), detail: english('confirm set to false'), body: general },
	{ label: english('users: root with a hash'), detail: english('password of root'), body: rootUser(1) },
	{ label: english('partitioning: one disk'), detail: english('EFI, swap and /'), body: oneDisk },
	{ label: english('partitioning: LVM'), detail: english('a volume group on the first disk'), body: volumes },
	{ label: english('networking: DHCP'), detail: english('one interface'), body: dhcp },
	{
		label: english('networking: address from the appliance'),
		detail: english('one interface, macros'),
		body: fixedAddress,
	},
	{ label: english('scripts: in the new system'), detail: 'chroot-scripts', body: script('chroot-scripts') },
	{ label: english('scripts: after the first start'), detail: 'init-scripts', body: script('init-scripts') },
];

const partition = (label: string, path: string, filesystem: string): XmlSnippet => ({
	label,
	detail: filesystem,
	body: `<partition>
	<mount>${path}</mount>
	<filesystem config:type="symbol">${filesystem}</filesystem>
	<size>\${1:10G}</size>
</partition>`,
});

/** By the element that they stand in. */
const entries: Readonly<Record<string, readonly XmlSnippet[]>> = {
	partitions: [
		partition(english('partition: mounted'), `\${2:/data}`, 'xfs'),
		partition(english('partition: swap'), 'swap', 'swap'),
		{
			label: english('partition: in a volume group'),
			detail: english('physical volume'),
			body: '<partition>\n\t<lvm_group>${1:system}</lvm_group>\n\t<size>${2:max}</size>\n</partition>',
		},
	],
	users: [
		{
			label: english('user: with a hash'),
			detail: english('an account'),
			body: `<user>
	<username>\${1:deploy}</username>
	<user_password>\${2:\\$6\\$salt\\$hash}</user_password>
	<encrypted config:type="boolean">true</encrypted>
</user>`,
		},
	],
};
