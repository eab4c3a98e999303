import { t } from '../../../../texts/texts';
import type { FileSnippet } from '../../statements/fileItems';

const hooks = `#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#`;

const networkMacro = (name: string): string => `#predefined.hostPlatforms.networkSettings.${name}#`;
const staticNetwork = `network --bootproto=static --ip=${networkMacro('ipAddress')} --netmask=${networkMacro('subnetMask')} --gateway=${networkMacro('gateway')} --nameserver=${networkMacro('dns1')} --hostname=${networkMacro('hostname')}`;

const head = (version: number, network: string): string => `#version=RHEL${version}
${hooks}
text
lang \${1:en_US.UTF-8}
keyboard \${2:us}
timezone \${3:Europe/Berlin} --utc
${network}
rootpw --iscrypted \${4:hash}
firstboot --disable`;

const tail = `reboot

%packages
@^minimal-environment
%end

%post
$0
%end
`;

const automatic = `zerombr
clearpart --all --initlabel
autopart --type=lvm`;

const byHand = `zerombr
clearpart --all --initlabel
reqpart --add-boot
part pv.01 --size=1 --grow
volgroup system pv.01
logvol swap --vgname=system --name=swap --recommended
logvol / --vgname=system --name=root --size=20480 --fstype=xfs
logvol /var --vgname=system --name=var --size=10240 --grow --fstype=xfs`;

/** Files that install without a question, with the appliance's recommended macros, for a release. */
export const fileSnippets = (release: number): readonly FileSnippet[] => [
	{
		label: t('unattended file: DHCP, automatic partitions'),
		detail: t('RHEL {release} and its rebuilds', { release }),
		body: `${head(release, 'network --bootproto=dhcp --activate')}\n${automatic}\n${tail}`,
	},
	{
		label: t('unattended file: address from the appliance, automatic partitions'),
		detail: t('RHEL {release} and its rebuilds', { release }),
		body: `${head(release, staticNetwork)}\n${automatic}\n${tail}`,
	},
	{
		label: t('unattended file: address from the appliance, LVM by hand'),
		detail: t('RHEL {release} and its rebuilds', { release }),
		body: `${head(release, staticNetwork)}\n${byHand}\n${tail}`,
	},
];
