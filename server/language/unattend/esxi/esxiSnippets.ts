import { english } from '../../../texts/texts';
import type { FileSnippet } from '../statements/fileItems';

const networkMacro = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;

const fixedNetwork = `network --bootproto=static --ip=${networkMacro('ipAddress')} --netmask=${networkMacro('subnetMask')} --gateway=${networkMacro('gateway')} --nameserver=${networkMacro('dns1')} --hostname=${networkMacro('hostname')}`;

const file = (network: string): string => `vmaccepteula
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#

install --firstdisk=local --overwritevmfs
rootpw --iscrypted \${1:hash}
${network}
reboot

%firstboot --interpreter=busybox
$0
`;

/** Files that install ESXi without a question, with the appliance's recommended macros. */
export const esxiSnippets: readonly FileSnippet[] = [
	{
		label: english('unattended file: address from the appliance'),
		detail: english('ESXi, erases the first local disk'),
		body: file(fixedNetwork),
	},
	{
		label: english('unattended file: DHCP'),
		detail: english('ESXi, erases the first local disk'),
		body: file('network --bootproto=dhcp --device=vmnic0'),
	},
];
