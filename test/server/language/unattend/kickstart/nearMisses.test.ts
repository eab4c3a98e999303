import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { cleanFile, cleanParts as parts, told } from './cleanFile';

type Changes = Partial<typeof parts>;
const raid = (line: string): Changes => ({
	boot: `part raid.01 --size=1024\npart raid.02 --size=1024\n${line}`,
	end: 'reboot',
});
const lone = (line: string): Changes => ({ end: `${line}\nreboot` });
const address = (words: string): Changes => ({
	network: `network ${words} --ip=192.0.2.9 --netmask=255.255.255.0 --gateway=192.0.2.1`,
});

/** What is wrong, as which report, and what looks like it and is right. */
const rows: readonly (readonly [what: string, wrong: Changes, report: string, right: Changes])[] = [
	[
		'disks named on no line before',
		lone('ignoredisk\nignoredisk --only-use=sda'),
		'kickstart-options-one-of 13',
		lone('ignoredisk --only-use=sda\nignoredisk'),
	],
	[
		'disks hidden on one line and named on another',
		lone('ignoredisk --only-use=sda\nignoredisk --drives=sdb'),
		'kickstart-options-exclude 14',
		lone('ignoredisk --drives=sdb\nignoredisk'),
	],
	[
		'two groups in one word',
		{ packages: '%packages\n@standard@development\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\n@GROUPS@\n%end' },
	],
	['no protocol for an address', address(''), 'kickstart-dhcp-address 6', address('--bootproto=static')],
	['DHCP beside an address', address('--bootproto=dhcp'), 'kickstart-dhcp-address 6', lone('network --bootproto=dhcp')],
	[
		'two protocols',
		{ network: 'network --bootproto=dhcp --bootproto=static' },
		'kickstart-last-option-wins 6',
		{ network: 'network --bootproto=dhcp' },
	],
	[
		'none and all',
		{ clear: 'clearpart --none --all --initlabel --drives=sda' },
		'kickstart-last-option-wins 7',
		{ clear: 'clearpart --all --initlabel --drives=sda' },
	],
	[
		'one line that does not go with many',
		lone('mount /dev/sdb1 /srv\npart /home --size=1024\npart /opt --size=1024'),
		'kickstart-commands-conflict 13',
		lone('part /home --size=1024\npart /opt --size=1024'),
	],
	[
		'a largest size of what does not grow',
		{ boot: `${parts.boot} --maxsize=2048` },
		'kickstart-lone-option 8',
		{ boot: `${parts.boot} --grow --maxsize=2048` },
	],
	[
		'a passphrase of what is not encrypted',
		{ pv: `${parts.pv} --passphrase=Rack12` },
		'kickstart-lone-option 9',
		{ pv: `${parts.pv} --encrypted --passphrase=Rack12` },
	],
	[
		'volumes larger than their group',
		{ volume: parts.volume.replace('4096', '9000') },
		'kickstart-volumes-too-large 12',
		{ volume: parts.volume.replace('4096', '9000'), pv: `${parts.pv} --grow` },
	],
	[
		'volumes larger than their group by a mebibyte',
		{ volume: parts.volume.replace('4096', '7169') },
		'kickstart-volumes-too-large 12',
		{ volume: parts.volume.replace('4096', '7168') },
	],
	[
		'a disk that is not there at all',
		{ clear: `ignoredisk --only-use=sda\n${parts.clear} --drives=sdb`, pv: `${parts.pv} --ondisk=sdc` },
		'kickstart-hidden-disk 8',
		{ clear: `ignoredisk --only-use=sda,sdb\n${parts.clear} --drives=sdb`, pv: `${parts.pv} --ondisk=sda` },
	],
	[
		'a partition that no group has',
		{ boot: `${parts.boot}\npart pv.02 --size=100` },
		'kickstart-unused-member 9',
		{
			pv: 'part pv.01 --onpart=sda3 --noformat',
			group: 'volgroup vg00 --useexisting',
		},
	],
	[
		'swap where what is there is mounted',
		{ boot: 'mount /dev/sda5 swap', pv: '', group: '', volume: '', other: '' },
		'kickstart-value 8',
		{ boot: 'mount /dev/sda5 None\nmount /dev/sda2 /', pv: '', group: '', volume: '', other: '' },
	],
	[
		'a gateway that no host can be',
		{ network: parts.network.replace('=192.0.2.1', '=192.0.2.255') },
		'kickstart-address 6',
		{ network: parts.network.replace('=192.0.2.1', '=192.0.2.254') },
	],
	['a code set that is none', { lang: 'lang en_US.UTF8-8' }, 'kickstart-locale 1', { lang: 'lang ru_RU.KOI8-R' }],
	[
		'a bare option beside a macro',
		{ time: 'timezone #site.zone# utc' },
		'kickstart-extra-argument 3',
		{ time: 'timezone #site.zone# #site.flag#' },
	],
	['an empty password', { user: 'user --name=admin --groups=wheel --iscrypted --password=' }, 'kickstart-form 5', {}],
	[
		'a key of nobody',
		lone('sshkey --username=admln "ssh-ed25519 AAAA"'),
		'kickstart-form 13',
		lone('sshkey --username=core "ssh-ed25519 AAAA"'),
	],
	[
		'a key without its type',
		lone('sshkey --username=admin "AAAAC3 admin@example.net"'),
		'kickstart-form 13',
		lone('sshkey --username=admin "no-pty ssh-rsa AAAA"'),
	],
	[
		'services with a semicolon',
		lone('services --enabled=sshd;chronyd'),
		'kickstart-form 13',
		lone('services --enabled=getty@tty1,chronyd.service'),
	],
	[
		'a port and a protocol with a hyphen',
		lone('firewall --port=8080-tcp'),
		'kickstart-form 13',
		lone('firewall --port=imap-starttls'),
	],
	['a share', lone('url --url=//fileserver/rhel'), 'kickstart-form 13', lone('url --url=/run/install/repo')],
	['two words for a mount point', { boot: 'part / boot --fstype=xfs --size=1024' }, 'kickstart-extra-argument 8', {}],
	['a partition without its dot', { pv: 'part pv01 --size=8192' }, 'kickstart-mount-point 9', { pv: parts.pv }],
	['a member given twice', { group: 'volgroup vg00 pv.01 pv.01' }, 'kickstart-duplicate 10', {}],
	[
		'an environment misspelt',
		{ packages: '%packages\n@^minimal-enviroment\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\n@^site-environment\n%end' },
	],
	[
		'a package in and one out on a line',
		{ packages: '%packages\nwget -telnet\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\nwget\n-telnet\n%end' },
	],
	[
		'an option behind a package',
		{ packages: '%packages\nwget --nodefaults\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\n@core --nodefaults\n%end' },
	],
	[
		'a mark behind a path',
		{ packages: '%packages\n%include /tmp/list.ks;\n%end' },
		'kickstart-form 15',
		{ packages: '%packages\n%include /tmp/list.ks # list\n%end' },
	],
	[
		'a group behind its partition',
		{ group: 'volgroup pv.01 vg00' },
		'kickstart-form 10',
		{ group: 'volgroup --pesize=4096 vg00 pv.01' },
	],
	[
		'partitions joined by commas',
		raid('raid /srv --level=1 --device=md0 raid.01,raid.02'),
		'kickstart-form 10',
		raid('raid /srv --level=1 --device=md0 raid.01 raid.02'),
	],
	[
		'an array without its mount point',
		raid('raid --level=1 --device=md0 raid.01 raid.02'),
		'kickstart-form 10',
		{ ...raid('raid pv.02 --level=1 --device=md0 raid.01 raid.02'), group: 'volgroup vg00 pv.01 pv.02' },
	],
	[
		'a device by its path',
		address('--bootproto=static --device=/dev/eno1'),
		'kickstart-form 6',
		address('--bootproto=static --device=bond0.100'),
	],
	[
		'an address of a card cut short',
		address('--bootproto=static --device=52:54:00:12:34'),
		'kickstart-form 6',
		address('--bootproto=static --device=52:54:00:12:34:56'),
	],
	[
		'a mode of a bond misspelt',
		lone('network --device=bond0 --bondslaves=eno3,eno4 --bondopts=mode=activ-backup;miimon=100'),
		'kickstart-form 13',
		lone('network --device=bond0 --bondslaves=eno3,eno4 --bondopts=mode=active-backup;miimon=100'),
	],
	['a disk label misspelt', lone('clearpart --disklabel=gtp'), 'kickstart-form 13', lone('clearpart --disklabel=gpt')],
	[
		'disks with a semicolon',
		{ clear: `${parts.clear} --drives=sda;sdb` },
		'kickstart-form 7',
		{ clear: `${parts.clear} --drives=sda,disk/by-id/scsi-0:1` },
	],
	[
		'a port with a slash',
		lone('firewall --enabled --port=8080/tcp'),
		'kickstart-form 13',
		lone('firewall --enabled --port=8080-8090:udp'),
	],
	[
		'a second sign of equality',
		{ clear: `${parts.clear} --drives==sda` },
		'kickstart-form 7',
		lone('bootloader --append==quiet'),
	],
	[
		'a log beside nothing',
		{ post: '%post --log=post.log\nid\n%end' },
		'kickstart-form 17',
		{ post: '%post --log=/root/post.log\nid\n%end' },
	],
	[
		'an interpreter misspelt',
		{ post: '%post --interpreter=/bin/bsah\nid\n%end' },
		'kickstart-form 17',
		{ post: '%post --interpreter=/usr/bin/pwsh\nid\n%end' },
	],
	[
		'a plus before a package',
		{ packages: '%packages\n+wget\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\ngcc-c++\n%end' },
	],
	[
		'an environment with a blank',
		{ packages: '%packages\n@^minimal environment\n%end' },
		'kickstart-packages-line 15',
		{ packages: '%packages\n@^Minimal Install\n%end' },
	],
	[
		'a swap in capitals',
		{ other: 'part SWAP --fstype=swap --size=1024' },
		'kickstart-mount-point 12',
		{ other: 'part swap --fstype=swap --size=1024' },
	],
	[
		'a mark at the end of a value',
		{ lang: `${parts.lang};` },
		'kickstart-separator-in-value 1',
		{ user: 'user --name=admin --groups=wheel --plaintext --password=a;', post: parts.post },
	],
	['a mark at the end of a command', lone('zerombr;'), 'kickstart-command-separator 13', lone('zerombr')],
	[
		'two commands without a mark',
		lone('selinux --enforcing firewall --enabled --ssh'),
		'kickstart-command-separator 13',
		lone('logging --host text'),
	],
	[
		'a command behind the words of another',
		{ lang: 'lang en_US.UTF-8 keyboard us', keyboard: '' },
		'kickstart-command-separator 1',
		lone('group --name text'),
	],
	[
		'a name without its option',
		{ user: 'user admin --groups=wheel --lock' },
		'kickstart-extra-argument 5',
		{ user: 'user --name admin --groups wheel --lock' },
	],
	[
		'a server and its folder in one',
		lone('nfs nfs.example.net:/export'),
		'kickstart-extra-argument 13',
		lone('nfs --server=nfs.example.net --dir=/export'),
	],
	[
		'what other tools call an option',
		address('--bootproto=static --gw=192.0.2.1'),
		'kickstart-unknown-option 6',
		address('--bootproto=static'),
	],
	[
		'a hash or a text',
		{ root: 'rootpw --iscrypted --plaintext Rack12secret' },
		'kickstart-last-option-wins 4',
		{ root: 'rootpw --lock' },
	],
	[
		'an option that touches a value',
		{ network: parts.network.replace(' --netmask', '--netmask') },
		'kickstart-address 6',
		{},
	],
	[
		'a key for nobody who may log in',
		{ root: '', user: 'sshkey --username=backup "ssh-ed25519 AAAA"' },
		'kickstart-no-login 1',
		{ root: '', user: 'sshkey --username=root "ssh-ed25519 AAAA"' },
	],
	[
		'a scheme in other letters',
		{ pv: '', group: '', volume: '', other: '', boot: 'autopart --type=lvmm' },
		'kickstart-value 8',
		{ pv: '', group: '', volume: '', other: '', boot: 'autopart --type=LVM' },
	],
	[
		'two no-break spaces side by side',
		{ volume: parts.volume.replace('logvol ', 'logvol\u00a0\u00a0') },
		'kickstart-copied 11',
		{ volume: parts.volume.replace('logvol ', 'logvol  ') },
	],
	[
		'a full-width sign',
		{ clear: 'clearpart --all --initlabel --drives＝sda' },
		'kickstart-copied 7',
		{ user: 'user --name=admin --groups=wheel --lock --gecos="Ａ＝Ｂ"' },
	],
	[
		'a command and an option in one',
		{ keyboard: 'keyboard--vckeymap=us' },
		'kickstart-unknown-command 2',
		{ keyboard: 'keyboard --vckeymap=us' },
	],
];

suite('kickstart: a mistake is told, and what looks like it is not', () => {
	for (const [what, wrong, report, right] of rows)
		test(what, () => {
			assert.deepEqual(told(cleanFile(wrong)), [report]);
			const loud = told(cleanFile(right)).filter(one => !one.startsWith('kickstart-clear-text-password'));
			assert.deepEqual(loud, []);
		});
});
