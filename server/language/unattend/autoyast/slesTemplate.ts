import { english } from '../../../texts/texts';
import type { NewFile } from '../dialect';
import { lockedHash } from '../values/lockedHash';

/** SUSE Linux Enterprise Server 15: proposed partitions, base patterns. */
export const slesTemplate: NewFile = {
	id: 'sles15',
	label: 'SUSE Linux Enterprise Server 15',
	detail: english('AutoYaST profile: proposed partitions, base patterns'),
	fileName: 'autoinst.xml',
	text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE profile>
<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
	<!-- The appliance puts sections of its own in the place of these two lines. -->
	#predefined.unattendSettings.preinstallConfig#
	#predefined.unattendSettings.postinstallConfig#
	<general>
		<mode>
			<confirm config:type="boolean">false</confirm>
		</mode>
	</general>
	<keyboard>
		<keymap>english-us</keymap>
	</keyboard>
	<language>
		<language>en_US</language>
	</language>
	<timezone>
		<hwclock>UTC</hwclock>
		<timezone>Etc/UTC</timezone>
	</timezone>
	<software>
		<products config:type="list">
			<product>SLES</product>
		</products>
		<patterns config:type="list">
			<pattern>base</pattern>
			<pattern>enhanced_base</pattern>
		</patterns>
	</software>
	<users config:type="list">
		<user>
			<username>root</username>
			<!-- No password has this hash. Put your own in its place; "openssl passwd -6" prints it. -->
			<user_password>${lockedHash}</user_password>
			<encrypted config:type="boolean">true</encrypted>
		</user>
	</users>
</profile>
`,
};
