import { english } from '../../../texts/texts';
import type { NewFile } from '../dialect';
import { lockedHash } from '../values/lockedHash';

const network = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;

/** VMware ESXi 8: first local disk, address from the appliance. */
export const esxiTemplate: NewFile = {
	id: 'esxi8',
	label: 'VMware ESXi 8',
	detail: english('ESXi kickstart: first local disk, address from the appliance'),
	fileName: 'host.esxi.cfg',
	text: `vmaccepteula
# The appliance puts sections of its own in the place of these two lines.
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#

install --firstdisk=local --overwritevmfs
# No password has this hash. Put your own in its place; "openssl passwd -6" prints it.
rootpw --iscrypted ${lockedHash}
network --bootproto=static --ip=${network('ipAddress')} --netmask=${network('subnetMask')} --gateway=${network('gateway')} --nameserver=${network('dns1')} --hostname=${network('hostname')}
reboot

%firstboot --interpreter=busybox
# Commands for the installed host, for example where its log goes:
# esxcli system syslog config set --loghost='ssl://logs.example.net:1514'
esxcli system settings advanced set --option=/UserVars/SuppressShellWarning --int-value=0
`,
};
