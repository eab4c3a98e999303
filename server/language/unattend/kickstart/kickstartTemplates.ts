import { english } from '../../../texts/texts';
import type { NewFile } from '../dialect';
import { lockedHash } from '../values/lockedHash';

const network = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;

const kickstart = (first: string, accept: string): string => `${first}
# The appliance puts %pre and %post sections of its own in the place of these two lines.
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#

text
reboot
${accept}
lang en_US.UTF-8
keyboard --xlayouts=us
timezone Etc/UTC --utc

network --bootproto=static --ip=${network('ipAddress')} --netmask=${network('subnetMask')} --gateway=${network('gateway')} --nameserver=${network('dns1')} --hostname=${network('hostname')}

# No password has this hash. Put your own in its place; "openssl passwd -6" prints it.
rootpw --iscrypted ${lockedHash}
selinux --enforcing
firewall --enabled --service=ssh
services --enabled=sshd,chronyd

zerombr
clearpart --all --initlabel
autopart --type=lvm

%packages
@^minimal-environment
chrony
%end

%post --erroronfail
echo "Deployed by job #predefined.otherSettings.jobId#" >> /root/deployment.log
%end
`;

/** Red Hat Enterprise Linux 9 and Rocky Linux 9: address from the appliance, automatic partitions, minimal packages. */
export const kickstartTemplates: readonly NewFile[] = [
	{
		id: 'rhel9',
		label: 'Red Hat Enterprise Linux 9',
		detail: english('Kickstart: address from the appliance, automatic LVM, minimal packages'),
		fileName: 'rhel9.ks.cfg',
		text: kickstart('#version=RHEL9', 'eula --agreed\n'),
	},
	{
		id: 'rocky9',
		label: 'Rocky Linux 9',
		detail: english('Kickstart: address from the appliance, automatic LVM, minimal packages'),
		fileName: 'rocky9.ks.cfg',
		text: kickstart('#version=RHEL9', 'firstboot --disable\n'),
	},
];
