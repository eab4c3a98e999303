/** More mistakes in ESXi kickstart files, from VMware's pages option by option. */
import { addAfter, addAtTop, dropLine, oneOf, swap } from '../edits';
import { type Evidence, kindsOf } from '../fault';

const manual = (source: string): Evidence => ({
	source: `VMware, Installation and Upgrade Script Commands: ${source}`,
	grade: 'documented',
});
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });

export const esxiSlips = kindsOf('esxi', [
	['network-nameserver-name', manual('an address'), swap(/--nameserver=[\d.]+/, '--nameserver=dns1.example.net')],
	['network-nameserver-blank', manual('options'), swap(/--nameserver=([\d.]+)/, '--nameserver=$1, 192.0.2.54')],
	[
		'network-gateway-own',
		inferred('nobody is their own gateway'),
		swap(/--ip=(192\S+) --netmask=(255\S+) --gateway=\S+/, '--ip=$1 --netmask=$2 --gateway=$1'),
	],
	[
		'network-ip-of-network',
		inferred('the first address names the network'),
		swap(/--ip=192\.0\.2\.\d+/, '--ip=192.0.2.0'),
	],
	['network-ip-prefix', manual('an address'), swap(/--ip=(192[\d.]+)/, '--ip=$1/24')],
	['network-bootproto-empty', manual('dhcp or static'), swap(/--bootproto=\w+/, '--bootproto=')],
	[
		'network-bootproto-lost',
		inferred('static addresses without static'),
		swap(/^network --bootproto=static/m, 'network'),
	],
	[
		'network-device-number',
		manual('vmnicN or a MAC address'),
		swap(/^(network --bootproto=\w+)(?: --device=\S+)?/m, '$1 --device=0'),
	],
	['network-device-capital', manual('vmnicN or a MAC address'), swap(/--device=vmnic0/, '--device=VMNIC0')],
	['network-dns', manual('options'), swap(/--nameserver=/, '--dns=')],
	['network-hostname-underscore', inferred('RFC 1123'), swap(/--hostname=esx07/, '--hostname=esx_07')],
	['network-option-colon', manual('options'), swap(/--(netmask|gateway|hostname)=/, '--$1:')],
	['network-mac-cut', manual('vmnicN or a MAC address'), swap(/--device=00:50:56:c0:ff:ee/, '--device=00:50:56:c0:ff')],
	['eula-misspelt', manual('commands'), swap(/^(?:vm)?accepteula/m, 'vmacceptEULA')],
	['eula-as-linux', manual('commands'), swap(/^(?:vm)?accepteula/m, 'eula --agreed')],
	['rootpw-hash-lost', manual('takes a password'), swap(/^rootpw --iscrypted .*$/m, 'rootpw --iscrypted')],
	['rootpw-two-words', manual('takes one password'), swap(/^rootpw .*$/m, 'rootpw Change Me-2024')],
	['rootpw-placeholder', inferred('a placeholder'), swap(/^rootpw .*$/m, 'rootpw <PASSWORD>')],
	['rootpw-option-short', manual('options'), swap(/^rootpw --iscrypted/m, 'rootpw -iscrypted')],
	['section-unknown', manual('sections'), swap(/^%firstboot/m, '%lastboot')],
	['section-blank', manual('sections'), swap(/^%firstboot/m, '% firstboot')],
	['interpreter-equals-blank', manual('options of the section'), swap(/--interpreter=(\w+)/, '--interpreter = $1')],
	[
		'interpreter-wrong-one',
		{ ...inferred('shell lines under python'), place: /^(?:%firstboot|esxcli)/ },
		swap(/--interpreter=busybox/, '--interpreter=python'),
	],
	[
		'serial-four-groups',
		manual('five groups of five'),
		swap(/^serialnum .*$/m, 'serialnum --esx=AAAAA-BBBBB-CCCCC-DDDDD'),
	],
	['serial-as-vmware', manual('options'), swap(/^serialnum --esx=/m, 'serialnum --key=')],
	['keyboard-code', manual('list of keyboards'), swap(/^keyboard .*$/m, 'keyboard 1031')],
	['reboot-one-dash', manual('--noeject'), swap(/^reboot.*$/m, 'reboot -noeject')],
	['reboot-as-poweroff', manual('commands'), swap(/^reboot.*$/m, 'poweroff')],
	['clearpart-no-target', manual('one of --drives, --alldrives, …'), addAfter(/install /, 'clearpart --overwritevmfs')],
	['install-option-without-dashes', manual('options'), swap(/^(install \S+) --(overwritevmfs|preservevmfs)/m, '$1 $2')],
	['install-option-glued', manual('options'), swap(/^(install --firstdisk) --/m, '$1--')],
	[
		'install-firstdisk-list-blank',
		manual('a comma list'),
		swap(/--firstdisk=ST3120814A,local/, '--firstdisk=ST3120814A, local'),
	],
	[
		'install-novmfs-alone',
		{ ...inferred('--novmfsondisk needs the decision too'), least: 'information' },
		swap(/^install (\S+) .*$/m, 'install $1 --novmfsondisk'),
	],
	[
		'line-numbers',
		{ ...manual('commands'), place: 'anywhere' },
		text =>
			text
				.split('\n')
				.map((line, index) => (line === '' ? line : `${index + 1}: ${line}`))
				.join('\n'),
	],
	[
		'merge-mark',
		{ ...manual('commands'), place: /^(?:<{7}|={7}|>{7})/ },
		swap(/^(rootpw .*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> theirs'),
	],
	['mail-quotes', { ...manual('commands'), place: 'anywhere' }, text => text.replace(/^(?=.)/gm, '> ')],
	['root-prompt', manual('commands'), swap(/^(install .*|network .*)$/m, '[root@esx:~] $1')],
	['smart-quotes', inferred('letters of the value'), swap(/^keyboard 'US Default'/m, 'keyboard ‘US Default’')],
	['no-break-space', inferred('a letter of the word'), swap(/^(install|network|rootpw) /m, '$1\u00a0')],
	['line-continued', inferred('no page shows it'), swap(/^(network .*?) --(nameserver|hostname)/m, '$1 \\\n  --$2')],
	['two-commands', inferred('one command a line'), swap(/^(rootpw \S+(?: \S+)?)\n/m, '$1; dryrun\n')],
	['title-line', manual('commands'), addAtTop('ESXi host of rack 12')],
	['linux-user', manual('commands'), addAfter(/rootpw /, 'user --name=admin --password=Change.Me-2024')],
	['install-line-lost-but-clearpart', { ...manual('install'), place: 'anywhere' }, dropLine(/^install /)],
	[
		'word-misspelt-dhcp',
		manual('dhcp or static'),
		oneOf(swap(/--bootproto=static/, '--bootproto=staic'), swap(/--bootproto=dhcp/, '--bootproto=dchp')),
	],
	['network-netmask-lost-equals', manual('options'), swap(/--netmask=/, '--netmask')],
	['network-vlan-range-text', manual('a number'), swap(/^(network .*?)(?: --vlanid=\S+)?$/m, '$1 --vlanid=100-200')],
	[
		'network-addvm-true',
		manual('0 or 1'),
		swap(/^(network .*?)(?: --addvmportgroup=\S+)?$/m, '$1 --addvmportgroup=true'),
	],
	[
		'network-hostname-twice',
		inferred('the last one counts'),
		swap(/^(network --bootproto=static.*)$/m, '$1 --hostname=other.example.net'),
	],
	['network-upper-option', manual('options'), swap(/--(gateway|netmask|nameserver)=/, match => match[0].toUpperCase())],
	['install-disk-path', inferred('a disk name'), swap(/^install --\S+/m, 'install --disk=/dev/sda')],
	['install-disk-bare', manual('options'), swap(/^install --disk=/m, 'install ')],
	['install-typo-first', manual('options'), swap(/^install --firstdisk/m, 'install --fristdisk')],
	['install-ssd-misspelt', manual('options'), swap(/^(install --firstdisk\S*)/m, '$1 --ignoressds')],
	['rootpw-equals', manual('commands'), swap(/^rootpw (?!-)/m, 'rootpw=')],
	['rootpw-comment', manual('takes one password'), swap(/^(rootpw .*)$/m, '$1 // change it')],
	['reboot-typo', manual('commands'), swap(/^reboot.*$/m, 'rebot')],
	['keyboard-option', manual('takes a name'), swap(/^keyboard /m, 'keyboard --layout=')],
	['section-of-linux', manual('sections'), swap(/^%firstboot --interpreter=\w+/m, '%pre-install')],
	['interpreter-python-version', manual('busybox or python'), swap(/--interpreter=python/, '--interpreter=python3')],
	['interpreter-quotes', inferred('letters of the value'), swap(/--interpreter=(\w+)/, '--interpreter=“$1”')],
	['eula-with-option', manual('takes no option'), swap(/^((?:vm)?accepteula)$/m, '$1 --agreed')],
	['html-br', { ...manual('commands'), place: 'anywhere' }, text => `<pre>\n${text.trimEnd()}\n</pre>\n`],
]);
