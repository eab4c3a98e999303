import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Frame, told } from '../told';

const without = /esxi-(?:no-(?:licence|install|root|reboot)|first-boot)/;
const frame: Frame = { kind: 'esxi', tail: '\n', without };

/** Texts, each with what is said of it and what every way out makes of it. */
const texts: readonly (readonly [text: string, ...told: string[]])[] = [
	[
		'keyboard German\\\nreboot\\',
		'esxi-line-continuation: \\',
		'safe → keyboard German\nreboot\\',
		'esxi-line-continuation: \\',
		'safe → keyboard German\\\nreboot',
	],
	[
		'install --firstdisk=local\\\n  --overwritevmfs',
		'esxi-line-continuation: \\',
		'safe → install --firstdisk=local --overwritevmfs',
	],
	['keyboard \\\nGerman', 'esxi-line-continuation: \\', 'safe → keyboard German'],
	['rootpw Abc123', 'esxi-password-weak: Abc123'],
	['rootpw Abc1234', 'esxi-clear-text-password: Abc1234'],
	[
		'rootpw Abc1111111111111111111111111111111111111',
		'esxi-clear-text-password: Abc1111111111111111111111111111111111111',
	],
	['rootpw Abc11111111111111111111111111111111111111', 'esxi-password-weak: Abc11111111111111111111111111111111111111'],
	['rootpw abcdefg1', 'esxi-password-weak: abcdefg1'],
	['rootpw --iscrypted abc', 'esxi-password-format: abc'],
	['rootpw <password>', 'esxi-password-placeholder: <password>'],
	['keyboard Greman', 'esxi-keyboard: Greman', 'decides → keyboard German'],
	['keyboard', 'esxi-missing-argument: keyboard'],
	['keyboard German'],
	[
		'install --firstdisk --ignoressd --preservevmfs --overwritevmfs',
		'esxi-options-exclude: --overwritevmfs',
		'loses → install --firstdisk --ignoressd --preservevmfs',
	],
	[
		'install --disk=a --firstdisk',
		'esxi-vmfs-undecided: install',
		'decides → install --disk=a --firstdisk --overwritevmfs',
		'decides → install --disk=a --firstdisk --preservevmfs',
		'esxi-value-unusual: a',
	],
	['install', 'esxi-no-target-disk: install', 'decides → install --firstdisk=local'],
	['install --overwritevmfs', 'esxi-no-target-disk: install', 'decides → install --overwritevmfs --firstdisk=local'],
	['upgrade --firstdisk\ninstall --firstdisk', 'esxi-commands-conflict: install', 'loses → upgrade --firstdisk'],
	['%end', 'esxi-stray-end: %end', 'safe → '],
	['network'],
	['network --bootproto=static', 'esxi-static-network: static'],
	['network --bootproto=static --ip=192.0.2.1 --netmask=255.255.255.0', 'esxi-no-gateway: static'],
	[
		'network --bootproto=static --ip=192.0.2.0 --netmask=255.255.255.0 --gateway=192.0.2.1',
		'esxi-value-unusual: 192.0.2.0',
	],
	[
		'network --bootproto=dhcp --nameserver=1.1.1.1,2.2.2.2,3.3.3.3',
		'esxi-static-only-option: --nameserver=1.1.1.1,2.2.2.2,3.3.3.3',
		'loses → network --bootproto=dhcp',
		'esxi-name-servers: 1.1.1.1,2.2.2.2,3.3.3.3',
	],
	[
		'network --bootproto=dhcp --nameserver=1.1.1.1,2.2.2.2',
		'esxi-static-only-option: --nameserver=1.1.1.1,2.2.2.2',
		'loses → network --bootproto=dhcp',
	],
	['network --bootproto=dhcp --vlanid=4095'],
	['network --bootproto=dhcp --vlanid=4094'],
	[
		'network --bootproto=dhcp --hostname=a_b',
		'esxi-static-only-option: --hostname=a_b',
		'loses → network --bootproto=dhcp',
		'esxi-value-unusual: a_b',
	],
	['%firstboot\nls'],
	['%firstboot --interpreter=bash\nls', 'esxi-value: bash'],
	['%firstboot --interpreter=python\nprint(1)'],
	[
		'%pre\nesxcli system syslog reload',
		'esxi-command-before-install: esxcli',
		'decides → %pre\nlocalcli system syslog reload',
	],
	['%post\nesxcli x'],
	['clearpart --alldrives'],
	['clearpart --alldrives --overwritevmfs'],
	['part / --size=1', 'esxi-uncertain-option: --size', 'loses → part /'],
	['lang en_US', 'esxi-foreign-command: lang'],
	['serialnum --esx=AAAAA-BBBBB-CCCCC-DDDDD-EEEEE'],
	['serialnum --esx=AAAAA', 'esxi-value: AAAAA'],
	['serialnum', 'esxi-required-option: serialnum'],
	['partition datastore1 --ondisk=mpx.vmhba1:C0:T0:L0'],
	['%include', 'esxi-missing-argument: %include'],
	['%include /tmp/x'],
	['autopart', 'esxi-foreign-command: autopart'],
	['reboot --noeject'],
	['reboot extra', 'esxi-extra-argument: extra'],
	[
		'install --firstdisk=local,remote',
		'esxi-vmfs-undecided: install',
		'decides → install --firstdisk=local,remote --overwritevmfs',
		'decides → install --firstdisk=local,remote --preservevmfs',
	],
	[
		'install --firstdisk --forceunsupportedinst',
		'esxi-unknown-option: --forceunsupportedinst',
		'safe → install --firstdisk --forceunsupportedinstall',
	],
	['install --firstdisk --novmfsondisk x', 'esxi-extra-argument: x'],
	['install --firstdsk', 'esxi-unknown-option: --firstdsk', 'safe → install --firstdisk'],
	['%firstboot --timeout=x\nls', 'esxi-unlisted-option: --timeout', 'loses → %firstboot\nls'],
	['paranoid'],
	['dryrun'],
	['accepteula'],
	['vmaccepteula'],
	['install --disk=mpx.vmhba0:C0:T0:L0 --firstdisk --overwritevmfs', 'esxi-two-targets: --firstdisk'],
	['part x --ondisk=mpx.vmhba1:C0:T0:L0\npart x --ondisk=mpx.vmhba2:C0:T0:L0'],
];

suite('ESXi: a few lines, what is said of them and the ways out', () => {
	for (const [text, ...expected] of texts)
		test(JSON.stringify(text), () => assert.deepEqual(told(text, frame), expected));
});
