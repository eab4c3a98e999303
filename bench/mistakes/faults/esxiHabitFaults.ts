/** A second round of fresh mistakes in ESXi scripts, written after the first one was cured and measured at once. */
import { addAfter, both, swap } from '../edits';
import { type Edit, kindsOf } from '../fault';
import { slipOf, unlisted, vmware } from './commandLineEdits';

const network = (from: string, by: string): Edit =>
	swap(new RegExp(`^(network --bootproto=static .*)${from}`, 'm'), `$1${by}`);
const script = /^esxcli|^vim|^import|^os/;

export const esxiHabitFaults = kindsOf('esxi', [
	[
		'again-servers-blank',
		vmware('a word too many'),
		network('--nameserver=192\\.0\\.2\\.53', '--nameserver=192.0.2.53 192.0.2.54'),
	],
	['again-mask-and-bits', vmware('no mask'), network('--netmask=255\\.255\\.255\\.0', '--netmask=255.255.255.0/24')],
	[
		'again-gateway-of-all',
		slipOf('no host has it'),
		network('(--ip=192.*--netmask=255.*)--gateway=192\\.0\\.2\\.1', '$2--gateway=192.0.2.255'),
	],
	['again-host-dots', slipOf('an empty label'), network('--hostname=esx07', '--hostname=esx07.')],
	['again-host-dash', slipOf('no host name'), network('--hostname=esx07', '--hostname=-esx07')],
	['again-vlan-below', vmware('1 to 4096'), swap(/--vlanid=120/, '--vlanid=-1')],
	['again-vlan-letter', vmware('a number'), swap(/--vlanid=120/, '--vlanid=12O')],
	['again-card-blank', vmware('a word too many'), swap(/--device=vmnic0/, '--device=vmnic 0')],
	['again-card-nic', vmware('vmnicN'), swap(/--device=vmnic0/, '--device=nic0')],
	['again-proto-both', slipOf('two values'), swap(/--bootproto=static/, '--bootproto=dhcp --bootproto=static')],
	[
		'again-network-twice',
		unlisted('one of them', /network/),
		swap(/^(network .*)$/m, '$1\nnetwork --bootproto=dhcp --device=vmnic1'),
	],
	['again-overwrite-no', unlisted('a flag'), swap(/^(install .*--overwritevmfs)/m, '$1=no')],
	['again-target-bare', vmware('a word too many'), swap(/^install --firstdisk /m, 'install firstdisk ')],
	[
		'again-target-two-filters',
		slipOf('an empty filter'),
		swap(/--firstdisk=ST3120814A,local/, '--firstdisk=ST3120814A,,local'),
	],
	['again-target-blank', vmware('a word too many'), swap(/--disk=naa\./, '--disk=naa. ')],
	['again-target-open', slipOf('never closed'), swap(/--disk=(\S+)/, '--disk="$1')],
	['again-install-three', vmware('no such command'), swap(/^install /m, 'installl ')],
	['again-install-dash', vmware('no such option'), swap(/^install --firstdisk/m, 'install - -firstdisk')],
	['again-root-hash-wrapped', vmware('one password'), swap(/^(rootpw --iscrypted \$6\$\w+\$.{40})(\S+)/m, '$1 $2')],
	['again-root-number-sign', slipOf('# begins a comment'), swap(/^rootpw Change.*/m, 'rootpw Change#Me-2024x')],
	['again-root-equals', vmware('no such command'), swap(/^rootpw /m, 'rootpw=')],
	['again-keyboard-case', unlisted('names of a list'), swap(/^keyboard 'US Default'/m, "keyboard 'US default'")],
	['again-keyboard-country', unlisted('names of a list'), swap(/^keyboard German/m, 'keyboard Germany')],
	['again-keyboard-hyphen', unlisted('names of a list'), swap(/^keyboard German/m, 'keyboard Swiss-German')],
	['again-serial-six', vmware('five groups'), swap(/^(serialnum .*EEEEE)/m, '$1-FFFFF')],
	['again-serial-short', vmware('five in a group'), swap(/^serialnum --esx=AAAAA/m, 'serialnum --esx=AAAA')],
	['again-clear-value', unlisted('a flag'), swap(/^clearpart .*/m, 'clearpart --alldrives=yes --overwritevmfs')],
	['again-clear-bare', vmware('a word too many'), swap(/^clearpart --firstdisk/m, 'clearpart firstdisk')],
	['again-end-spelt', vmware('no such option'), swap(/^reboot --noeject/m, 'reboot --noejct')],
	['again-end-bare', vmware('a word too many'), swap(/^reboot --noeject/m, 'reboot noeject')],
	['again-end-restart', vmware('no such command'), swap(/^reboot$/m, 'restart')],
	['again-shell-hyphen', vmware('busybox or python'), swap(/--interpreter=busybox/, '--interpreter=busy-box')],
	['again-shell-capital', vmware('busybox or python'), swap(/--interpreter=python/, '--interpreter=Python')],
	['again-shell-empty', vmware('a value'), swap(/--interpreter=busybox/, '--interpreter=')],
	['again-shell-one-dash', vmware('no such option'), swap(/--interpreter=/, '-interpreter=')],
	['again-shell-no-dash', vmware('a word too many'), swap(/--interpreter=/, 'interpreter=')],
	['again-shell-two', vmware('a word too many'), swap(/--interpreter=busybox/, '--interpreter=python busybox')],
	[
		'again-section-install',
		vmware('no such section', new RegExp(`%post-install|${script.source}`)),
		swap(/^%firstboot/m, '%post-install'),
	],
	[
		'again-section-glued',
		vmware('no such section', new RegExp(`%firstboot--|${script.source}`)),
		swap(/^%firstboot --/m, '%firstboot--'),
	],
	['again-line-semicolon', slipOf('no command ends so'), swap(/^((?:vm)?accepteula)$/m, '$1;')],
	['again-line-quoted', vmware('no such command'), swap(/^(install .*)$/m, '"$1"')],
	['again-line-sudo', vmware('no such command'), swap(/^(install .*)$/m, 'sudo $1')],
	['again-line-markup', vmware('no such command'), swap(/^((?:vm)?accepteula)$/m, '<$1/>')],
	['again-line-number', vmware('no such command'), swap(/^(install .*)$/m, '3. $1')],
	['again-line-dash', vmware('no such command'), swap(/^(install .*)$/m, '- $1')],
	['again-line-json', vmware('no such command'), swap(/^rootpw (Change.*)$/m, '"rootpw": "$1",')],
	['again-line-comment-slashes', vmware('words too many'), swap(/^(install .*)$/m, '$1 // erase')],
	['again-line-joined', vmware('words too many'), both(swap(/^(rootpw Change\S+)\n/m, '$1 '))],
	['again-letter-cyrillic', vmware('no such command'), swap(/^install /m, 'inst\u0430ll ')],
	['again-parentheses', vmware('dhcp or static'), swap(/--bootproto=dhcp/, '--bootproto=(dhcp)')],
	['again-option-capitals', vmware('no such option'), network('--ip=', '--IP=')],
	['again-value-apart-colon', vmware('no such option'), network('--ip=', '--ip: ')],
	['again-include-quote', slipOf('never closed'), addAfter(/(?:vm)?accepteula/, '%include "/tmp/net.ks')],
]);
