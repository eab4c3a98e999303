import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Problem } from '../../../../../server/language/problem';
import { rules } from '../../../../../server/language/rules';
import { advice } from '../../../../../server/language/unattend/kickstart/checks/fileChecks';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import { kickstartFile } from '../../../../../server/language/unattend/kickstart/kickstartFile';
import { parsedCommands } from '../../../../../server/language/unattend/kickstart/parsedCommands';
import { kickstartSource } from './kickstartSource';

/** Codes of what a text raises, without what whole files lack. */
const codes = (text: string, release?: string): string[] =>
	kickstartDialect
		.validate(kickstartSource(text, release === undefined ? {} : { os: 'rhels', release }))
		.map(({ code }) => code)
		.filter(code => !/missing-command|no-reboot|no-login|no-partitioning|not-cleared|clear-text/.test(code));

const errors: readonly (readonly [text: string, code: string, releases: string])[] = [
	['zerombr yes', 'kickstart-extra-argument', '6 7 8 9 10'],
	['zerombr', 'kickstart-extra-argument', ''],
	['updates', 'kickstart-missing-argument', '9 10'],
	['updates http://example.com/updates.img', 'kickstart-missing-argument', ''],
	['cmdline --non-interactive', 'kickstart-unknown-option', '6 7 8 9 10'],
	['text --non-interactive', 'kickstart-unknown-option', ''],
	['%packages --nocore --default\n%end', 'kickstart-options-exclude', '7 8 9 10'],
	['volgroup vg.01 --noformat', 'kickstart-missing-argument', ''],
	['volgroup vg.01', 'kickstart-missing-argument', '6 7 8 9 10'],
	['btrfs none --data=RAID1 --label=x b.1 b.2', 'kickstart-value', ''],
	['btrfs none --data=RAID6 --label=x b.1 b.2', 'kickstart-value', '7'],
	[
		'ostreecontainer --url=quay.io/x\nostreesetup --osname=a --remote=r --url=http://x --ref=y',
		'kickstart-commands-conflict',
		'10',
	],
	['multipath --name=a --device=sda --rule=x\nmultipath --name=b --device=sda --rule=x', 'kickstart-duplicate', '6 7'],
	[
		'ostreecontainer --url=quay.io/x\nostreesetup --osname=a --remote=r --url=http://x --ref=y',
		'kickstart-last-wins',
		'9',
	],
	['volgroup vg.01 --noformat', 'kickstart-undefined-member', ''],
	['timezone UTC --ntpservers ntp.example.com', 'kickstart-option-removed', '10'],
	['timezone UTC --ntpservers ntp.example.com', 'kickstart-extra-argument', ''],
	['timezone --ntpservers ntp.example.com', 'kickstart-time-zone', ''],
	['part / --fstype=xsf --size=1', 'kickstart-file-system', '6 7 8 9 10'],
];

suite('kickstart: what each release does', () => {
	for (const [text, code, releases] of errors)
		test(`${text.replace('\n', ' ')}: ${code} in ${releases || 'none'}`, () => {
			const found = ['6', '7', '8', '9', '10'].filter(release => codes(`${text}\n`, release).includes(code));
			assert.equal(found.join(' '), releases);
		});
});

suite('kickstart: a file of which nothing tells the release', () => {
	test('what every release refuses is an error', () =>
		assert.deepEqual(codes('zerombr yes\n'), ['kickstart-extra-argument']));

	test('what some take is information that says which', () => {
		const [found] = kickstartDialect
			.validate(kickstartSource('install\n'))
			.filter(({ code }) => code === 'kickstart-release-matters');
		assert.equal(found?.facts.taking, '7 and 8');
	});

	test('what only newer ones have on its way out is information, what all have so stays a warning', () => {
		const told = (text: string) =>
			kickstartDialect
				.validate(kickstartSource(text))
				.filter(({ code }) => /deprecated|release-matters/.test(code))
				.map(({ code, facts }) => [code, facts.taking]);
		assert.deepEqual(told('vnc\n'), [['kickstart-release-matters', '7, 8 and 9']]);
		assert.deepEqual(told('%traceback\n%end\n'), [['kickstart-release-matters', '7 and 8']]);
		assert.deepEqual(codes('#version=RHEL10\nvnc\n'), ['kickstart-command-deprecated']);
	});

	// What changes in each release, in none, and between: what is judged once has to hold wherever it is said.
	const texts = [
		...errors.map(([text]) => text),
		'install',
		'autostep',
		'bootloader --dry-run',
		'harddrive --dir=/x',
		'ignoredisk --interactive',
		'raid / --device=md0 --fstype=btrfs raid.1 raid.2',
		'network --teamslaves=eno1\nnetwork --ipv4-dns-search=example.com',
		'url --metalink=http://example.com/ --proxy',
		'zfcp --devnum=0.0.4000 --wwpn=1',
		'user --groups=wheel',
		'langg en_US.UTF-8',
		'mountt /dev/sda1 /\npart / --size=1',
		'%anaconda\n%end\n%addon x --enable\n%end',
		'%packages --exclude-weakdeps\n%end\n%packages --retries\n%end',
	];
	const whole = texts.join('\n');
	for (const text of [...texts, whole, `\u200b${whole}`])
		test(`each line is told as the releases tell it: ${JSON.stringify(text.slice(0, 40))}`, () => {
			const found = (release?: string) =>
				kickstartDialect.validate(kickstartSource(text, release === undefined ? {} : { os: 'rhels', release }));
			const errorsOf = (problems: readonly Problem[]) =>
				problems.filter(({ code }) => rules[code].severity === 'error').map(({ start }) => start);
			const byRelease = new Map(['7', '8', '9', '10'].map(release => [release, new Set(errorsOf(found(release)))]));
			const taking = (start: number) =>
				[...byRelease].filter(([, starts]) => !starts.has(start)).map(([release]) => release);
			const starts = [...new Set([...byRelease.values()].flatMap(each => [...each]))].sort((a, b) => a - b);
			const guessed = found();
			assert.deepEqual(
				[...new Set(errorsOf(guessed))],
				starts.filter(start => taking(start).length === 0),
			);
			assert.deepEqual(
				guessed
					.filter(
						({ code, facts }) => code === 'kickstart-release-matters' && !/deprecated/.test(String(facts.message)),
					)
					.map(({ start, facts }) => [start, String(facts.taking).match(/\d+/g)]),
				starts.filter(start => taking(start).length > 0).map(start => [start, taking(start)]),
			);
		});

	test('advice about a file is never an error: it is not asked for again', () =>
		assert.deepEqual(
			texts
				.flatMap(text => {
					const file = kickstartFile(kickstartSource(text));
					return advice.flatMap(check => check(file, parsedCommands(file)));
				})
				.filter(({ code }) => rules[code].severity === 'error'),
			[],
		));

	test('with a release it is an error again', () =>
		assert.deepEqual(codes('#version=RHEL9\ninstall\n'), ['kickstart-command-removed']));
});

suite('kickstart: values that the reference parser takes', () => {
	const cases: readonly (readonly [right: string, wrong: string, code: string])[] = [
		['lang en_US.UTF-8', 'lang en_SU.UTF-8', 'kickstart-locale'],
		['rootpw --iscrypted *', 'rootpw --iscrypted Passw0rd', 'kickstart-password-format'],
		[
			'user --name=a --password=$6$salt$0123456789 --iscrypted',
			'user --name=a --password=Passw0rd --iscrypted',
			'kickstart-password-format',
		],
		[
			'bootloader --iscrypted --password=grub.pbkdf2.sha512.10000.AB.CD',
			'bootloader --iscrypted --password=Passw0rd',
			'kickstart-password-format',
		],
		['%packages\n@core\nfirstboot\n%end', '%packages\n@core\nreboot\n%end', 'kickstart-packages-line'],
		['%packages\n@core\nlang\n%end', '%packages\n@core\nlang de_DE\n%end', 'kickstart-packages-line'],
		['timezone UTC\ntimezone UTC', 'timezone UTC\ntimezone Europe/Berlin', 'kickstart-given-again'],
		['rootpw --lock\nrootpw --lock', 'rootpw --lock\nrootpw --plaintext Other1', 'kickstart-given-again'],
		['timezone Europe/Berlin', 'timezone europe/berlin', 'kickstart-time-zone'],
		["keyboard --vckeymap=de --xlayouts='de (nodeadkeys)','us'", 'keyboard germann', 'kickstart-keyboard'],
		['part swap --size=1', 'part /swap --size=1', 'kickstart-mount-point'],
		['part /boot/efi --fstype=vfat --size=1', 'part /boot/efi --fstype=ext4 --size=1', 'kickstart-efi-format'],
		['network --bootproto=dhcp --mtu=9000', 'network --bootproto=dhcp --mtu=jumbo', 'kickstart-address'],
		['firewall --port=22:tcp,ssh', 'firewall --port=22:tcpp', 'kickstart-form'],
		['user --name=ops.2', 'user --name=Admin!', 'kickstart-form'],
		['logvol / --vgname=v --name=r --size=1', 'logvol / --vgname= --name=r --size=1', 'kickstart-form'],
		['%packages\n@ Development Tools\n%end', '%packages\n@^ minimal-environment\n%end', 'kickstart-packages-line'],
		['%packages\n@ core\n%end', '%packages\n-@ core\n%end', 'kickstart-packages-line'],
		['%packages\n@ core --optional\n%end', '%packages\n@ ^minimal-environment\n%end', 'kickstart-packages-line'],
		['%packages\n@core --nodefaults\n%end', '%packages\n--ignoremissing\n%end', 'kickstart-packages-line'],
		['lang en_US\nlang en_US', 'lang en_US\nlang de_DE', 'kickstart-given-again'],
	];
	for (const [right, wrong, code] of cases)
		test(`${code}: ${wrong.replace(/\n/g, ' ')}`, () => {
			assert.ok(codes(`${wrong}\n`, '9').includes(code));
			assert.ok(!codes(`${right}\n`, '9').includes(code));
		});

	test('a gateway is held against the network of the address', () => {
		const line = (gateway: string) =>
			`network --bootproto=static --device=eno1 --ip=10.0.1.5 --netmask=255.255.254.0 --gateway=${gateway}\n`;
		assert.deepEqual(codes(line('10.0.0.1'), '9'), []);
		assert.deepEqual(codes(line('10.0.2.1'), '9'), ['kickstart-gateway']);
		assert.deepEqual(codes(line('#site.gateway#'), '9'), []);
	});

	test('one interface has the default route, and no other needs a gateway', () => {
		const storage = 'network --bootproto=static --device=ens4 --ip=192.168.1.5 --netmask=255.255.255.0';
		const first = 'network --bootproto=static --device=ens3 --ip=10.0.0.2 --netmask=255.255.255.0 --gateway=10.0.0.1';
		for (const other of [
			first,
			'network --device=ens3',
			'network --bootproto=dhcp --device=ens3',
			'network #site.net#',
		])
			for (const text of [`${other}\n${storage}\n`, `${storage}\n${other}\n`]) assert.deepEqual(codes(text, '9'), []);
		for (const other of [storage.replace('ens4', 'ens5'), 'network --hostname=a', `${first} --nodefroute`])
			assert.ok(codes(`${other}\n${storage}\n`, '9').includes('kickstart-static-network'), other);
		const bare = 'network --bootproto=static --device=ens4 --ip=192.168.1.5';
		assert.deepEqual(codes(`${first}\n${bare}\n`, '9'), ['kickstart-static-network']);
	});
});
