/** Mistakes in kickstart files for RHEL. What pykickstart refuses is graded `reference`; the rest is from Red Hat's manual. */
import { addAfter, addAtEnd, addAtTop, addBefore, both, doubleLine, dropLine, oneOf, slip, swap } from '../edits';
import { type Edit, type Evidence, kindsOf, type Sample } from '../fault';

const refused = (source: string): Evidence => ({ source: `pykickstart: ${source}`, grade: 'reference' });
const manual = (source: string): Evidence => ({
	source: `Red Hat, Kickstart commands and options: ${source}`,
	grade: 'documented',
});
const inferred = (source: string): Evidence => ({ source, grade: 'inferred' });
const at = (evidence: Evidence, place: Evidence['place']): Evidence => ({
	...evidence,
	...(place === undefined ? {} : { place }),
});

/** The release that the manifest names. */
export const majorOf = ({ files }: Sample): number =>
	Number(/"osrelease": "(\d+)/.exec(String(files.get('xclarity.json')))?.[1]);
const since =
	(major: number, edit: Edit): Edit =>
	(text, random, sample) =>
		majorOf(sample) >= major ? edit(text, random, sample) : undefined;
const until =
	(major: number, edit: Edit): Edit =>
	(text, random, sample) =>
		majorOf(sample) <= major ? edit(text, random, sample) : undefined;

/** Puts a command among the others, before the first section. */
const addCommand = (lines: string): Edit =>
	oneOf(addAfter(/lang |keyboard /, lines), addBefore(/bootloader |zerombr/, lines));
const section = /^%(?:post|pre|packages)/;

const commandWords =
	'lang|keyboard|timezone|rootpw|network|bootloader|clearpart|zerombr|selinux|firewall|services|url|part|volgroup|logvol|autopart|user|reboot|firstboot|repo|raid';

export const kickstartCommandFaults = kindsOf('kickstart', [
	['command-misspelt', refused('unknown command'), slip(new RegExp(`^(${commandWords})\\b`, 'm'))],
	[
		'command-capital',
		refused('commands are case-sensitive'),
		swap(new RegExp(`^(${commandWords})\\b`, 'm'), match => match[0][0]?.toUpperCase() + match[0].slice(1)),
	],
	[
		'command-upper',
		refused('commands are case-sensitive'),
		swap(/^(lang|rootpw|zerombr|text)\b/m, match => match[0].toUpperCase()),
	],
	['command-of-esxi', refused('unknown command'), addCommand('vmserialnum --esx=AAAAA-BBBBB-CCCCC-DDDDD-EEEEE')],
	['command-of-preseed', refused('unknown command'), addCommand('d-i debian-installer/locale string en_US')],
	['command-shell-line', refused('unknown command'), addCommand('mkdir -p /mnt/data')],
	['command-colon', refused('unknown command'), swap(/^(lang|keyboard|timezone) /m, '$1: ')],
	['command-equals', refused('unknown command'), swap(/^(lang|keyboard|timezone) /m, '$1=')],
	['command-yaml-dash', refused('unknown command'), swap(/^(lang|timezone|selinux) /m, '- $1 ')],
	[
		'option-misspelt',
		refused('no such option'),
		slip(
			/ --(bootproto|gateway|nameserver|netmask|hostname|fstype|vgname|initlabel|iscrypted|location|boot-drive|baseurl|enabled|drives|ntp-server|xlayouts)\b/,
		),
	],
	[
		'option-one-dash',
		refused('unexpected arguments'),
		swap(/ --(fstype|size|vgname|bootproto|initlabel|iscrypted|location)\b/, ' -$1'),
	],
	[
		'option-long-dash',
		refused('unexpected arguments'),
		swap(/ --(fstype|size|vgname|bootproto|initlabel|location|type)\b/, ' –$1'),
	],
	[
		'option-em-dash',
		refused('unexpected arguments'),
		swap(/ --(fstype|vgname|bootproto|initlabel|location|type)\b/, ' —$1'),
	],
	[
		'option-dash-blank',
		refused('unexpected arguments'),
		swap(/ --(fstype|vgname|bootproto|initlabel|location|type)\b/, ' -- $1'),
	],
	[
		'option-upper',
		refused('options are case-sensitive'),
		swap(/ --(fstype|size|vgname|bootproto|initlabel|location)\b/, match => match[0].toUpperCase()),
	],
	[
		'option-no-value',
		inferred('an empty value; pykickstart takes it where any text is allowed'),
		swap(/ --(fstype|vgname|ip|gateway)=[^\s]+/, ' --$1='),
	],
	[
		'option-value-on-flag',
		refused('ignored explicit argument'),
		swap(/ --(initlabel|grow|iscrypted|activate|nohome)\b/, ' --$1=yes'),
	],
	[
		'option-of-other-command',
		refused('no such option'),
		swap(/^(clearpart .*|timezone .*|selinux .*)$/m, '$1 --fstype=xfs'),
	],
	['option-required-logvol', refused('--vgname is required'), swap(/^(logvol .*) --vgname=\S+/m, '$1')],
	['option-required-user', refused('--name is required'), swap(/^(user) --name=\S+/m, '$1')],
	['option-required-repo', refused('--name is required'), swap(/^(repo) --name=\S+/m, '$1')],
	['option-required-nfs', refused('--dir is required'), swap(/^(nfs .*) --dir=\S+/m, '$1')],
	['option-required-raid-device', refused('--device is required'), swap(/^(raid .*) --device=\S+/m, '$1')],
	['url-without-address', refused('one of --url, --mirrorlist, --metalink'), swap(/^url .*$/m, 'url --noverifyssl')],
	[
		'url-two-addresses',
		refused('not allowed with'),
		swap(/^(url .*)$/m, '$1 --mirrorlist=http://mirror.example.net/list'),
	],
	[
		'size-with-unit',
		refused('invalid int value'),
		swap(/--size=(\d+)/, match => `--size=${match[1]}${['M', 'G', 'MiB', 'GB'][Number(match[1]) % 4]}`),
	],
	['size-word', refused('invalid int value'), swap(/--size=\d+/, '--size=max')],
	['size-fraction', refused('invalid int value'), swap(/--size=\d+/, '--size=10.5')],
	['size-comma', refused('invalid int value'), swap(/--size=(\d)\d+/, '--size=$1,000')],
	['timeout-word', refused('invalid int value'), swap(/^bootloader .*$/m, 'bootloader --timeout=five')],
	[
		'bootproto-misspelt',
		refused('invalid choice'),
		swap(/--bootproto=(dhcp|static)/, match => (match[1] === 'dhcp' ? '--bootproto=dhpc' : '--bootproto=statc')),
	],
	['autopart-type-unknown', refused('invalid choice'), swap(/autopart --type=\w+/, 'autopart --type=zfs')],
	['raid-level-unknown', refused('invalid raid level'), swap(/--level=\d/, '--level=7')],
	['location-unknown', refused('invalid choice'), swap(/--location=mbr/, '--location=disk')],
	['selinux-word', refused('unrecognized arguments'), swap(/^selinux --(\w+)/m, 'selinux $1')],
	['selinux-misspelt', refused('no such option'), slip(/^selinux --(enforcing|permissive)/m)],
	['argument-missing-lang', refused('lang takes an argument'), swap(/^lang .*$/m, 'lang')],
	[
		'argument-missing-timezone',
		at(refused('timezone takes an argument'), undefined),
		until(8, swap(/^timezone .*$/m, 'timezone')),
	],
	['argument-missing-rootpw', refused('rootpw takes a password unless locked'), swap(/^rootpw .*$/m, 'rootpw')],
	['argument-missing-part', refused('part takes a mount point'), swap(/^part \S+ /m, 'part ')],
	['argument-missing-volgroup', refused('volgroup takes a name and members'), swap(/^(volgroup \S+) .*$/m, '$1')],
	['argument-extra-lang', refused('unexpected arguments'), swap(/^(lang \S+)/m, '$1 keyboard us')],
	['argument-extra-reboot', refused('unexpected arguments'), swap(/^(reboot|poweroff|shutdown)$/m, '$1 now')],
	['argument-extra-text', refused('text takes no argument'), swap(/^(text|graphical|cmdline)$/m, '$1 mode')],
	[
		'argument-zerombr-yes',
		{ ...refused('zerombr takes no argument'), source: 'pykickstart: unexpected arguments to zerombr' },
		swap(/^zerombr$/m, 'zerombr yes'),
	],
	['list-with-blanks', refused('unexpected arguments'), swap(/--enabled=sshd,chronyd/, '--enabled=sshd, chronyd')],
	// Where ignoredisk leaves sda alone, sdb would be a second mistake.
	[
		'drives-with-blanks',
		refused('unexpected arguments'),
		(text, random, sample) =>
			/^ignoredisk/m.test(text) ? undefined : swap(/--drives=sda\b/, '--drives=sda, sdb')(text, random, sample),
	],
	['quote-open', refused('no closing quotation'), swap(/^(bootloader --append=")([^"]*)"/m, '$1$2')],
	['quote-smart', refused('unexpected arguments'), swap(/--append="([^"]*)"/, '--append=“$1”')],
	[
		'conflict-autopart-part',
		at(refused('autopart and part exclude one another'), /^(?:autopart|part)\b/),
		addAfter(/autopart/, 'part / --fstype=xfs --size=8192'),
	],
	[
		'conflict-part-autopart',
		at(refused('autopart and part exclude one another'), /^(?:autopart|part|logvol|volgroup|raid)\b/),
		addAfter(/part \/ /, 'autopart'),
	],
	[
		'conflict-clearpart',
		manual('--all, --linux, --none and --list each say what to clear'),
		swap(/clearpart --all/, 'clearpart --all --linux'),
	],
	[
		'conflict-ignoredisk',
		refused('--drives not allowed with --only-use'),
		swap(/ignoredisk --only-use=(\S+)/, 'ignoredisk --only-use=$1 --drives=sdc'),
	],
	[
		'grow-max-below-size',
		inferred('a maximum below the size can not be met'),
		swap(/--size=20480 --grow/, '--size=20480 --grow --maxsize=1024'),
	],
	['volgroup-name-twice', refused('volgroup already defined'), addAfter(/volgroup/, 'volgroup vg00 pv.01')],
	[
		'logvol-name-twice',
		refused('logical volume name already used'),
		addAfter(/logvol \/ /, 'logvol /opt --vgname=vg00 --name=root --fstype=xfs --size=2048'),
	],
	[
		'mount-point-twice',
		at(refused('mount point already defined'), /^(?:part|logvol|raid) \/boot /),
		addAfter(/part \/boot /, 'part /boot --fstype=ext4 --size=512'),
	],
	['user-twice', refused('user already defined'), addAfter(/user /, 'user --name=admin --groups=wheel')],
	['repo-twice', refused('repo already defined'), doubleLine(/repo /)],
	['raid-device-twice', refused('raid device already defined'), swap(/--device=md1/, '--device=md0')],
	['raid-one-member', at(manual('RAID 1 needs two members'), /^(?:part )?raid/), swap(/^(raid .*) raid\.02$/m, '$1')],
	['services-nothing', refused('one of --enabled, --disabled'), swap(/^services .*$/m, 'services')],
	['firewall-port-open', inferred('tcp or udp'), swap(/^firewall .*$/m, 'firewall --enabled --port=ssh:tcpp')],
	['install-removed', refused('install was removed in RHEL 9'), since(9, addAtTop('install'))],
	[
		'auth-removed',
		refused('auth was removed in RHEL 10'),
		since(10, addCommand('auth --enableshadow --passalgo=sha512')),
	],
	['is-utc-removed', refused('--isUtc was removed in RHEL 10'), since(10, swap(/^(timezone .*) --utc/m, '$1 --isUtc'))],
	[
		'ntpservers-removed',
		refused('--ntpservers was removed in RHEL 10'),
		since(10, swap(/^(timezone .*)$/m, '$1 --ntpservers=ntp.example.net')),
	],
	[
		'nvdimm-removed',
		refused('nvdimm was removed in RHEL 10'),
		since(10, addCommand('nvdimm use --namespace=namespace0.0')),
	],
	[
		'multipath-removed',
		refused('multipath was removed in RHEL 9'),
		since(9, addCommand('multipath --name=mpatha --device=/dev/sda --rule=failover')),
	],
	['deviceprobe-removed', refused('deviceprobe was removed in RHEL 9'), since(9, addCommand('deviceprobe'))],
	['btrfs-removed', refused('btrfs was removed in RHEL 10'), since(10, addCommand('btrfs none --label=data btrfs.01'))],
	[
		'active-removed',
		refused('part --active was removed in RHEL 9'),
		since(9, swap(/^(part \/boot .*)$/m, '$1 --active')),
	],
	[
		'instlangs-removed',
		refused('%packages --instLangs was removed in RHEL 10'),
		since(10, swap(/^%packages.*$/m, '%packages --instLangs=en_US')),
	],
	[
		'timesource-early',
		refused('timesource is new in RHEL 9'),
		until(8, addCommand('timesource --ntp-server=ntp.example.net')),
	],
	['rhsm-early', refused('rhsm is new in RHEL 8'), until(7, addCommand('rhsm --organization=1 --activation-key=key'))],
	[
		'bootc-early',
		refused('bootc is new in RHEL 10'),
		until(9, addCommand('rdp --username=admin --password=Secret-2024')),
	],
	[
		'allow-ssh-early',
		refused('rootpw --allow-ssh is new in RHEL 9'),
		until(8, swap(/^rootpw .*$/m, 'rootpw --allow-ssh --lock')),
	],
	['authselect-early', refused('authselect is new in RHEL 8'), until(7, addCommand('authselect select sssd'))],
	['syspurpose-early', refused('syspurpose is new in RHEL 8'), until(7, addCommand('syspurpose --role=server'))],
	['vnc-deprecated', refused('vnc is deprecated in RHEL 10'), since(10, addCommand('vnc --host=192.0.2.9'))],
	[
		'logging-deprecated',
		refused('logging --level is deprecated in RHEL 9'),
		(text, random, sample) =>
			majorOf(sample) === 9 ? addCommand('logging --level=debug')(text, random, sample) : undefined,
	],
]);

export const kickstartSectionFaults = kindsOf('kickstart', [
	[
		'end-missing-post',
		at(refused('section without %end'), /^%(?:post|packages|pre)/),
		swap(/(%post[\s\S]*?)\n%end(\s*)$/, '$1$2'),
	],
	[
		'end-missing-packages',
		at(refused('section without %end'), /^%(?:post|packages|pre)/),
		swap(/(%packages[^%]*)\n%end/, '$1'),
	],
	['end-twice', at(refused('%end without a section'), /^%end/), swap(/^%end$/m, '%end\n%end')],
	['end-misspelt', at(refused('section without %end'), /^%(?:post|packages|pre|e)/), swap(/^%end(?=\s*$)/m, '%edn')],
	['end-percent-lost', at(refused('section without %end'), section), swap(/^%end(\s*)$(?![\s\S])/m, 'end$1')],
	[
		'section-misspelt',
		refused('unknown section'),
		swap(/^%(post|packages)/m, match => (match[1] === 'post' ? '%psot' : '%pakages')),
	],
	[
		'section-capital',
		refused('sections are case-sensitive'),
		swap(/^%(post|packages)/m, match => (match[1] === 'post' ? '%Post' : '%Packages')),
	],
	['section-percent-lost', at(refused('unknown command'), 'anywhere'), swap(/^%packages/m, 'packages')],
	[
		'section-of-esxi',
		refused('unknown section'),
		addAtEnd('%firstboot --interpreter=busybox\nesxcli system syslog reload\n%end'),
	],
	['section-blank', refused('unknown section'), swap(/^%post/m, '% post')],
	[
		'section-option-misspelt',
		refused('no such option'),
		oneOf(slip(/^%post --(interpreter|erroronfail)/m), slip(/^%packages --(ignoremissing)/m)),
	],
	['section-option-unknown', refused('no such option'), swap(/^%post\b/m, '%post --chroot')],
	[
		'packages-option-removed',
		refused('--nobase was removed in RHEL 8'),
		since(8, swap(/^%packages\b/m, '%packages --nobase')),
	],
	[
		'packages-nocore-default',
		refused('--nocore not allowed with --default'),
		swap(/^%packages.*$/m, '%packages --nocore --default'),
	],
	[
		'packages-command-inside',
		inferred('a command is no package'),
		addAfter(/@\^minimal/, 'timezone Europe/Berlin --utc'),
	],
	['packages-option-inside', inferred('an option is no package'), addAfter(/@\^minimal/, '--ignoremissing')],
	['packages-comma-list', inferred('one package a line'), addAfter(/@\^minimal/, 'vim, tmux, chrony')],
	[
		'packages-environment-twice',
		manual('only one environment'),
		addAfter(/@\^minimal/, '@^graphical-server-environment'),
	],
	['packages-group-blank', inferred('a group name without the blank'), swap(/^@core$/m, '@ core')],
	['include-without-path', refused('%include takes a path'), addAtTop('%include')],
	[
		'interpreter-relative',
		{ ...inferred('an interpreter is a path'), least: 'information' },
		swap(/^%post.*$/m, '%post --interpreter=python'),
	],
	[
		'command-after-sections',
		{ ...inferred('Red Hat: commands come first'), grade: 'documented', least: 'information' },
		addAtEnd('services --disabled=cups'),
	],
	[
		'line-continued',
		refused('unexpected arguments: kickstart has no line continuation'),
		swap(/^(network .*) --hostname/m, '$1 \\\n    --hostname'),
	],
]);

export const kickstartValueFaults = kindsOf('kickstart', [
	['lang-unknown', inferred('no such locale'), swap(/^lang \S+/m, 'lang en_SU.UTF-8')],
	['lang-hyphen', manual('language_TERRITORY'), swap(/^lang \S+/m, 'lang en-US.UTF-8')],
	['lang-word', manual('language_TERRITORY'), swap(/^lang \S+/m, 'lang english')],
	['lang-twice', inferred('the second overrides the first'), addAfter(/lang /, 'lang ja_JP.UTF-8')],
	['keyboard-unknown', inferred('no such layout'), swap(/^keyboard .*$/m, 'keyboard germann')],
	['keyboard-locale', inferred('a locale is no layout'), swap(/^keyboard .*$/m, 'keyboard de_DE')],
	['timezone-misspelt', manual('zone of the tz database'), swap(/^timezone \S+/m, 'timezone Europe/Belrin')],
	[
		'timezone-windows',
		manual('zone of the tz database'),
		swap(/^timezone \S+/m, 'timezone "Central European Standard Time"'),
	],
	['timezone-blank', refused('unexpected arguments'), swap(/^timezone \S+/m, 'timezone America/New York')],
	['timezone-backslash', manual('zone of the tz database'), swap(/^timezone \S+/m, 'timezone Europe\\\\Berlin')],
	['timezone-twice', inferred('the second overrides the first'), addAfter(/timezone /, 'timezone Asia/Seoul --utc')],
	['timezone-utc-offset', manual('zone of the tz database'), swap(/^timezone \S+/m, 'timezone UTC+1')],
	['rootpw-clear-as-hash', manual('--iscrypted takes a hash'), swap(/^rootpw .*$/m, 'rootpw --iscrypted Secret-2024')],
	['rootpw-hash-as-clear', manual('a hash needs --iscrypted'), swap(/^rootpw --iscrypted (\$6\S+)/m, 'rootpw $1')],
	[
		'rootpw-hash-plaintext',
		manual('--plaintext takes clear text'),
		swap(/^rootpw --iscrypted (\$6\S+)/m, 'rootpw --plaintext $1'),
	],
	[
		'rootpw-hash-cut',
		manual('a SHA-512 hash has 86 characters'),
		swap(/^(rootpw --iscrypted \$6\$\w+\$.{20}).*$/m, '$1'),
	],
	[
		'rootpw-hash-in-word',
		manual('an unquoted # starts a comment'),
		swap(/^rootpw .*$/m, 'rootpw --plaintext pa#ss-word2024'),
	],
	['rootpw-twice', inferred('the second overrides the first'), addAfter(/rootpw /, 'rootpw --plaintext Other-2024')],
	[
		'rootpw-missing',
		at(manual('rootpw is required'), 'anywhere'),
		(text, random, sample) =>
			/^(?:user|sshkey|realm) /m.test(text) ? undefined : dropLine(/^rootpw /)(text, random, sample),
	],
	[
		'network-no-netmask',
		manual('static needs ip, netmask, gateway'),
		swap(/^(network --bootproto=static.*) --netmask=\S+/m, '$1'),
	],
	[
		'network-no-ip',
		manual('static needs ip, netmask, gateway'),
		swap(/^(network --bootproto=static.*) --ip=\S+/m, '$1'),
	],
	['network-ip-octet', inferred('IPv4 numbers end at 255'), swap(/--ip=192\S+/, '--ip=192.0.2.300')],
	['network-ip-short', inferred('IPv4 has four numbers'), swap(/--ip=192\S+/, '--ip=192.0.2')],
	['network-ip-prefix', inferred('--ip takes no prefix'), swap(/--ip=(192\S+)/, '--ip=$1/24')],
	['network-netmask-prefix', inferred('--netmask takes a mask'), swap(/--netmask=255\S+/, '--netmask=24')],
	['network-netmask-holes', inferred('a mask has no holes'), swap(/--netmask=255\S+/, '--netmask=255.0.255.0')],
	[
		'network-gateway-outside',
		inferred('the gateway is in no network of the address'),
		swap(/--ip=(192\S+) --netmask=(255\S+) --gateway=\S+/, '--ip=$1 --netmask=$2 --gateway=198.51.100.1'),
	],
	['network-gateway-name', inferred('a gateway is an address'), swap(/--gateway=192\S+/, '--gateway=router')],
	[
		'network-dhcp-ip',
		{ ...manual('--ip goes with static'), least: 'information' },
		swap(/--bootproto=dhcp/, '--bootproto=dhcp --ip=192.0.2.9'),
	],
	[
		'network-hostname-underscore',
		inferred('RFC 952: letters, digits, hyphens'),
		swap(/--hostname=[\w.-]+/, '--hostname=web_07'),
	],
	[
		'network-nameserver-blank',
		refused('unexpected arguments'),
		swap(/--nameserver=[\d.]+/, '--nameserver=192.0.2.53, 192.0.2.54'),
	],
	['network-mtu-word', inferred('a number'), swap(/^(network .*)$/m, '$1 --mtu=jumbo')],
	['network-vlan-word', inferred('a VLAN is a number'), swap(/^(network .*)$/m, '$1 --vlanid=blue')],
	['fstype-misspelt', manual('file systems'), swap(/--fstype=(?:xfs|ext4)/, '--fstype=xsf')],
	['fstype-windows', manual('file systems'), swap(/--fstype=(?:xfs|ext4)/, '--fstype=ntfs')],
	['mount-relative', manual('a mount point starts with /'), swap(/^part \/boot /m, 'part boot ')],
	['swap-as-mount', inferred('swap has no mount point'), swap(/^(part|logvol) swap /m, '$1 /swap ')],
	['root-missing', at(manual('a root file system'), 'anywhere'), dropLine(/^(?:part|logvol|raid) \/ /)],
	['boot-mount-type', inferred('/boot/efi is FAT'), swap(/\/boot\/efi --fstype=efi/, '/boot/efi --fstype=xfs')],
	[
		'logvol-group-unknown',
		at(manual('volume group made by volgroup'), /^(?:volgroup|logvol)/),
		swap(/--vgname=vg00/, '--vgname=vg01'),
	],
	[
		'volgroup-member-unknown',
		at(manual('physical volume made by part'), /^(?:volgroup|part pv)/),
		swap(/^(volgroup \S+) pv\.01/m, '$1 pv.02'),
	],
	[
		'raid-member-unknown',
		at(manual('member made by part'), /^(?:raid|part raid)/),
		swap(/^(raid .*) raid\.02$/m, '$1 raid.03'),
	],
	['raid-level-as-word', refused('invalid raid level'), swap(/--level=1\b/, '--level=mirror')],
	[
		'disk-path-unknown',
		inferred('ignoredisk hides the disk'),
		(text, random, sample) =>
			/^ignoredisk/m.test(text) ? swap(/--boot-drive=sda\b/, '--boot-drive=sdq')(text, random, sample) : undefined,
	],
	[
		'clearpart-without-all',
		{ ...inferred('nothing says what to clear'), least: 'information' },
		swap(/^clearpart .*$/m, 'clearpart --initlabel'),
	],
	[
		'zerombr-missing',
		{ ...at(manual('asks about unformatted disks'), 'anywhere'), least: 'information' },
		// clearpart --all --initlabel gives every disk a new label, one that cannot be read as well.
		both(swap(/^(clearpart .*?) --initlabel/m, '$1'), dropLine(/^zerombr/)),
	],
	['url-misspelt-scheme', inferred('no such protocol'), swap(/(--url="?)http:/, '$1htpp:')],
	['url-backslashes', inferred('no such protocol'), swap(/(--url="?)http:\/\//, '$1http:\\\\\\\\')],
	['url-without-scheme', inferred('a URL has a protocol'), swap(/(--url="?)http:\/\//, '$1')],
	[
		'source-twice',
		at(inferred('the last one wins'), /^(?:url|nfs|cdrom|harddrive)/),
		addAfter(/(?:url|nfs|cdrom)\b/, 'harddrive --partition=sdb1 --dir=/iso'),
	],
	[
		'display-twice',
		at(inferred('the last one wins'), /^(?:text|graphical|cmdline)/),
		swap(/^(text|cmdline)$/m, '$1\ngraphical'),
	],
	[
		'end-command-twice',
		at(inferred('the last one wins'), /^(?:reboot|poweroff|shutdown|halt)/),
		swap(/^(reboot|reboot --eject)$/m, '$1\nhalt'),
	],
	['service-both', inferred('enabled and disabled'), swap(/^services .*$/m, 'services --enabled=sshd --disabled=sshd')],
	['firewall-both', inferred('enabled and disabled'), swap(/^firewall --enabled/m, 'firewall --enabled --disabled')],
	['selinux-both', inferred('enforcing and disabled'), swap(/^selinux --enforcing/m, 'selinux --enforcing --disabled')],
	[
		'user-password-clear-as-hash',
		manual('--iscrypted takes a hash'),
		swap(/^(user .*--password=)\S+/m, '$1Secret-2024'),
	],
	['user-name-capital', inferred('useradd refuses it'), swap(/^user --name=admin/m, 'user --name=Admin.User!')],
	['user-group-blank', refused('unexpected arguments'), swap(/--groups=wheel/, '--groups=wheel, audio')],
	['byte-order-mark', at(refused('the first command becomes unknown'), 'anywhere'), text => `\uFEFF${text}`],
	['no-break-space', refused('unknown command'), swap(/^(lang|timezone|selinux) /m, '$1\u00a0')],
	['pasted-prompt', refused('unknown command'), swap(/^(lang .*)$/m, '$ $1')],
	['pasted-fence', at(refused('unknown command'), /```/), text => `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`],
	[
		'merge-mark',
		at(refused('unknown command'), /^(?:<{7}|={7}|>{7})|^lang/),
		swap(/^(lang .*)$/m, '<<<<<<< HEAD\n$1\n=======\n$1\n>>>>>>> theirs'),
	],
	['comment-slashes', refused('unknown command'), addAtTop('// servers of rack 12')],
	['comment-html', refused('unknown command'), addAtTop('<!-- servers of rack 12 -->')],
	[
		'line-numbers',
		at(refused('unknown command'), 'anywhere'),
		text =>
			text
				.split('\n')
				.map((line, index) => (line === '' ? line : `${index + 1}  ${line}`))
				.join('\n'),
	],
	['two-commands-one-line', refused('unexpected arguments'), swap(/^(lang \S+)\n(keyboard .*)$/m, '$1; $2')],
]);
