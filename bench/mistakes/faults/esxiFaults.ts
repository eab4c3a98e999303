/** Mistakes in ESXi kickstart files. The parser is closed; VMware's "Installation and Upgrade Script Commands" is the source. */
import { addAfter, addAtEnd, both, doubleLine, dropLine, oneOf, slip, swap } from '../edits';
import { type Evidence, kindsOf } from '../fault';

const manual = (source: string): Evidence => ({
	source: `VMware, Installation and Upgrade Script Commands: ${source}`,
	grade: 'documented',
});
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const at = (evidence: Evidence, place: NonNullable<Evidence['place']>): Evidence => ({ ...evidence, place });
const installLine = /^(?:install|upgrade|installorupgrade|clearpart)\b/;

export const esxiFaults = kindsOf('esxi', [
	[
		'command-misspelt',
		manual('commands'),
		slip(/^(install|rootpw|network|reboot|keyboard|vmaccepteula|clearpart|serialnum)\b/m),
	],
	[
		'command-capital',
		manual('commands'),
		swap(/^(install|rootpw|network|reboot)\b/m, match => match[0][0]?.toUpperCase() + match[0].slice(1)),
	],
	['command-of-linux-lang', manual('not among the commands'), addAfter(/rootpw /, 'lang en_US.UTF-8')],
	['command-of-linux-timezone', manual('not among the commands'), addAfter(/rootpw /, 'timezone UTC')],
	['command-of-linux-zerombr', manual('not among the commands'), addAfter(/rootpw /, 'zerombr')],
	['command-of-linux-autopart', manual('not among the commands'), addAfter(/rootpw /, 'autopart')],
	['command-of-linux-selinux', manual('not among the commands'), addAfter(/rootpw /, 'selinux --disabled')],
	[
		'command-of-linux-packages',
		at(manual('not among the sections'), /%packages|%end|@core/),
		addAtEnd('%packages\n@core'),
	],
	[
		'command-esxcli',
		manual('not among the commands'),
		addAfter(/rootpw /, 'esxcli system settings advanced set -o /UserVars/SuppressShellWarning -i 1'),
	],
	[
		'section-end',
		manual('no %end in this dialect'),
		(text, random, sample) => (/%firstboot/.test(text) ? addAtEnd('%end')(text, random, sample) : undefined),
	],
	['section-misspelt', at(manual('sections'), /^%/), slip(/^%(firstboot)/m)],
	['section-capital', at(manual('sections'), /^%/), swap(/^%firstboot/m, '%FirstBoot')],
	['section-percent-lost', at(manual('sections'), 'anywhere'), swap(/^%firstboot/m, 'firstboot')],
	['interpreter-bash', manual('busybox or python'), swap(/--interpreter=\w+/, '--interpreter=bash')],
	['interpreter-misspelt', manual('busybox or python'), slip(/--interpreter=(busybox|python)/)],
	['interpreter-path', manual('busybox or python'), swap(/--interpreter=\w+/, '--interpreter=/bin/sh')],
	['interpreter-option-misspelt', manual('options of the section'), slip(/%firstboot --(interpreter)/)],
	['eula-missing', at(manual('vmaccepteula is required'), 'anywhere'), dropLine(/^(?:vm)?accepteula/)],
	['eula-argument', manual('takes no argument'), swap(/^((?:vm)?accepteula)$/m, '$1 yes')],
	['rootpw-missing', at(manual('rootpw is required'), 'anywhere'), dropLine(/^rootpw /)],
	['rootpw-empty', manual('takes a password'), swap(/^rootpw .*$/m, 'rootpw')],
	['rootpw-short', manual('ESXi rules: 7 characters at least'), swap(/^rootpw .*$/m, 'rootpw abc')],
	[
		'rootpw-simple',
		{ ...manual('ESXi rules: three classes'), least: 'information' },
		swap(/^rootpw .*$/m, 'rootpw vmwarevmware'),
	],
	[
		'rootpw-clear-as-hash',
		manual('--iscrypted takes a hash'),
		swap(/^rootpw .*$/m, 'rootpw --iscrypted Change.Me-2024'),
	],
	['rootpw-hash-as-clear', manual('a hash needs --iscrypted'), swap(/^rootpw --iscrypted (\$6\S+)/m, 'rootpw $1')],
	['rootpw-option-linux', manual('options'), swap(/^rootpw --iscrypted/m, 'rootpw --iscrypted --lock')],
	['rootpw-twice', at(inferred('one of them is not used'), /^rootpw/), addAfter(/rootpw /, 'rootpw Other.Pass-2024')],
	[
		'install-missing',
		at(manual('install, upgrade or installorupgrade'), 'anywhere'),
		(text, random, sample) => (/^clearpart/m.test(text) ? undefined : dropLine(/^install /)(text, random, sample)),
	],
	['install-no-target', manual('one of --disk, --firstdisk'), swap(/^install .*$/m, 'install --overwritevmfs')],
	[
		'install-two-targets',
		manual('--disk or --firstdisk'),
		swap(/^install --firstdisk\S*/m, 'install --firstdisk --disk=mpx.vmhba1:C0:T0:L0'),
	],
	[
		'install-overwrite-and-preserve',
		manual('--overwritevmfs or --preservevmfs'),
		swap(/^install (\S+) .*$/m, 'install $1 --overwritevmfs --preservevmfs'),
	],
	[
		'install-undecided',
		{ ...manual('a used disk needs one of the two'), least: 'information' },
		swap(/^install (\S+) .*$/m, 'install $1'),
	],
	['install-option-misspelt', manual('options'), slip(/^install .*--(overwritevmfs|preservevmfs|novmfsondisk)/m)],
	['install-option-unknown', manual('options'), swap(/^(install .*)$/m, '$1 --force')],
	['install-option-capital', manual('options'), swap(/^(install .*--)overwritevmfs/m, '$1overwriteVMFS')],
	[
		'install-filter-misspelt',
		inferred('local, remote or a driver or model'),
		swap(/--firstdisk=local/, '--firstdisk=locla'),
	],
	['install-disk-linux', inferred('ESXi has no sda'), swap(/^install --\S+/m, 'install --disk=sda')],
	['install-disk-empty', manual('--disk takes a name'), swap(/^install --\S+/m, 'install --disk=')],
	['install-flag-value', manual('takes no value'), swap(/--overwritevmfs/, '--overwritevmfs=yes')],
	[
		'install-ignoressd-alone',
		manual('--ignoressd goes with --firstdisk'),
		swap(/^(install --disk=\S+)/m, '$1 --ignoressd'),
	],
	['install-twice', at(manual('one of them'), installLine), doubleLine(/install /)],
	['install-and-upgrade', at(manual('install or upgrade'), installLine), addAfter(/install /, 'upgrade --firstdisk')],
	['clearpart-linux-options', manual('options'), addAfter(/install /, 'clearpart --all --initlabel')],
	[
		'network-option-misspelt',
		manual('options'),
		slip(/^network .*--(bootproto|gateway|nameserver|netmask|hostname|vlanid|device)/m),
	],
	['network-option-linux', manual('options'), swap(/^(network .*)$/m, '$1 --onboot=yes')],
	['network-activate-linux', manual('options'), swap(/^(network .*)$/m, '$1 --activate')],
	[
		'network-bootproto-misspelt',
		manual('dhcp or static'),
		swap(/--bootproto=(dhcp|static)/, match => (match[1] === 'dhcp' ? '--bootproto=dhpc' : '--bootproto=statci')),
	],
	[
		'network-device-linux',
		inferred('vmnicN or a MAC address'),
		swap(/^(network --bootproto=\w+)(?: --device=\S+)?/m, '$1 --device=eth0'),
	],
	[
		'network-device-vmk',
		inferred('vmnicN or a MAC address'),
		swap(/^(network --bootproto=\w+)(?: --device=\S+)?/m, '$1 --device=vmk0'),
	],
	['network-no-ip', manual('static needs it'), swap(/^(network --bootproto=static.*) --ip=\S+/m, '$1')],
	[
		'network-no-netmask',
		{ ...manual('static: the default is the class of the address'), least: 'information' },
		swap(/^(network --bootproto=static.*) --netmask=\S+/m, '$1'),
	],
	[
		'network-no-gateway',
		{ ...manual('static'), least: 'information' },
		swap(/^(network --bootproto=static.*) --gateway=\S+/m, '$1'),
	],
	['network-ip-octet', inferred('IPv4 numbers end at 255'), swap(/--ip=192\S+/, '--ip=192.0.2.300')],
	['network-netmask-holes', inferred('a mask has no holes'), swap(/--netmask=255\S+/, '--netmask=255.0.255.0')],
	['network-netmask-prefix', inferred('takes a mask'), swap(/--netmask=255\S+/, '--netmask=24')],
	[
		'network-gateway-outside',
		inferred('in no network of the address'),
		swap(/--ip=(192\S+) --netmask=(255\S+) --gateway=\S+/, '--ip=$1 --netmask=$2 --gateway=198.51.100.1'),
	],
	[
		'network-dhcp-static-options',
		manual('with static only'),
		swap(/--bootproto=dhcp/, '--bootproto=dhcp --ip=192.0.2.9 --netmask=255.255.255.0 --gateway=192.0.2.1'),
	],
	['network-vlan-range', manual('1 to 4096'), swap(/^(network .*?)(?: --vlanid=\S+)?$/m, '$1 --vlanid=5000')],
	['network-vlan-word', manual('a number'), swap(/^(network .*?)(?: --vlanid=\S+)?$/m, '$1 --vlanid=blue')],
	[
		'network-portgroup-value',
		manual('0 or 1'),
		swap(/^(network .*?)(?: --addvmportgroup=\S+)?$/m, '$1 --addvmportgroup=yes'),
	],
	[
		'network-three-nameservers',
		manual('at most two'),
		swap(/--nameserver=[\d.]+/, '--nameserver=192.0.2.53,192.0.2.54,192.0.2.55'),
	],
	[
		'network-twice',
		at(inferred('one of them is not used'), /^network/),
		addAfter(/network /, 'network --bootproto=dhcp'),
	],
	['serial-shape', manual('five groups of five'), swap(/^serialnum .*$/m, 'serialnum --esx=AAAAA-BBBBB-CCCCC')],
	['serial-bare', manual('--esx='), swap(/^serialnum --esx=/m, 'serialnum ')],
	[
		'keyboard-misspelt',
		manual('list of keyboards'),
		oneOf(swap(/^keyboard German$/m, 'keyboard Germann'), swap(/^keyboard French$/m, 'keyboard Frensh')),
	],
	['keyboard-linux', manual('list of keyboards'), swap(/^keyboard .*$/m, 'keyboard us')],
	[
		'keyboard-unquoted',
		manual('a name with a blank is quoted'),
		swap(/^keyboard 'US Default'$/m, 'keyboard US Default'),
	],
	['reboot-option-linux', manual('--noeject'), swap(/^reboot.*$/m, 'reboot --eject')],
	['reboot-argument', manual('takes no argument'), swap(/^reboot.*$/m, 'reboot now')],
	['reboot-missing', { ...at(manual('else the host waits'), 'anywhere'), least: 'information' }, dropLine(/^reboot/)],
	['paranoid-argument', manual('takes no argument'), addAfter(/rootpw /, 'paranoid --all')],
	[
		'command-after-section',
		at(inferred('read as script'), 'anywhere'),
		both(
			text => (/%firstboot/.test(text) ? text : undefined),
			(text, random, sample) => {
				const line = /^network .*\n/m.exec(text)?.[0];
				return line === undefined ? undefined : addAtEnd(line.trim())(text.replace(line, ''), random, sample);
			},
		),
	],
	['esx-four-word', manual('not among the commands'), addAfter(/rootpw /, 'esxlocation --disk=sda')],
	['pasted-prompt', manual('not among the commands'), swap(/^(rootpw .*)$/m, '# rootpw\n$ $1')],
	['pasted-fence', at(manual('not among the commands'), /```/), text => `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`],
	['comment-slashes', manual('not among the commands'), addAfter(/rootpw /, '// network of rack 12')],
	['option-long-dash', manual('options'), swap(/ --(overwritevmfs|preservevmfs|iscrypted|netmask)\b/, ' –$1')],
	['option-blank', manual('options'), swap(/ --(netmask|gateway|hostname)=/, ' --$1 = ')],
	['quote-open', manual('keyboard'), swap(/^keyboard 'US Default'$/m, "keyboard 'US Default")],
]);
