import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { changedText } from '../../../../../server/language/textChange';
import { certainty } from '../../../../../server/language/unattend/dialect';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import { esxiFixes } from '../../../../../server/language/unattend/esxi/esxiFixes';
import { recogniseEsxi } from '../../../../../server/language/unattend/esxi/recogniseEsxi';
import { kickstartSource } from '../kickstart/kickstartSource';

const parts = {
	eula: 'vmaccepteula',
	root: 'rootpw --iscrypted $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/',
	install: 'install --firstdisk --overwritevmfs',
	network: 'network --bootproto=static --ip=192.0.2.9 --netmask=255.255.255.0 --gateway=192.0.2.1',
	end: 'reboot',
	script: '%firstboot --interpreter=busybox\nesxcli system syslog reload',
};
const file = (changes: Partial<typeof parts> = {}): string => `${Object.values({ ...parts, ...changes }).join('\n')}\n`;
const told = (text: string): string[] => {
	const source = kickstartSource(text);
	return esxiDialect
		.validate(source)
		.filter(({ code }) => code !== 'esxi-first-boot-secure-boot')
		.map(({ code, start }) => `${code} ${source.document.positionAt(start).line + 1}`);
};

suite('ESXi: one mistake is one report', () => {
	test('the file that they are made from has none', () => assert.deepEqual(told(file()), []));

	const once: readonly (readonly [what: string, changes: Partial<typeof parts>, report: string])[] = [
		['a prompt', { root: `[root@esx:~] ${parts.root}` }, 'esxi-copied 2'],
		[
			'a fence that ends in the script',
			{ eula: '```\nvmaccepteula', script: `${parts.script}\n\`\`\`` },
			'esxi-copied 1',
		],
		['a section without its sign', { script: parts.script.slice(1) }, 'esxi-unknown-command 6'],
		['a section parted from its sign', { script: `% ${parts.script.slice(1)}` }, 'esxi-unknown-section 6'],
		['a line that goes on', { install: 'install --firstdisk \\\n  --overwritevmfs' }, 'esxi-line-continuation 3'],
		['two commands on one line', { end: 'dryrun; reboot' }, 'esxi-command-separator 5'],
		[
			'blanks around the sign of equality',
			{ network: parts.network.replace('--ip=', '--ip = ') },
			'esxi-value-apart 4',
		],
		['options of Linux', { end: 'clearpart --all --initlabel\nreboot' }, 'esxi-foreign-option 5'],
		['a second password', { end: 'rootpw Other.Pass-2024\nreboot' }, 'esxi-command-repeated 5'],
		['the command of Linux for the same', { end: 'poweroff' }, 'esxi-foreign-command 5'],
		[
			'static addresses without static',
			{ network: parts.network.replace(' --bootproto=static', '') },
			'esxi-static-only-option 4',
		],
		[
			'a gateway that is the host',
			{ network: parts.network.replace('192.0.2.1', '192.0.2.9') },
			'esxi-value-unusual 4',
		],
		[
			'two targets',
			{ install: 'install --firstdisk --disk=mpx.vmhba1:C0:T0:L0 --overwritevmfs' },
			'esxi-two-targets 3',
		],
		[
			'an option misspelt in front of a macro',
			{ network: 'network --bootproto=dhcp --vlamid=#site.vlan#' },
			'esxi-unknown-option 4',
		],
		[
			'an option that touches its macro',
			{ network: 'network --bootproto=dhcp --vlanid"#site.vlan#"' },
			'esxi-unknown-option 4',
		],
		['a disk filter misspelt', { install: 'install --firstdisk=locla --overwritevmfs' }, 'esxi-disk-filter 3'],
		['a keyboard misspelt', { end: 'keyboard Germann\nreboot' }, 'esxi-keyboard 5'],
		[
			'static options beside DHCP',
			{
				network: `${parts.network.replace('static', 'dhcp')} --nameserver=192.0.2.2 --hostname=esx`,
			},
			'esxi-static-only-option 4',
		],
		[
			'a gateway that no host can be',
			{ network: parts.network.replace('=192.0.2.1', '=192.0.2.255') },
			'esxi-value-unusual 4',
		],
		['a blank in a card', { network: 'network --bootproto=dhcp --device=vmnic 0' }, 'esxi-value 4'],
		[
			'a filter that is empty',
			{ install: 'install --firstdisk=local,,remote --overwritevmfs' },
			'esxi-value-unusual 3',
		],
		['a password that a sign cuts', { root: 'rootpw Change#Me-2024x' }, 'esxi-comment-cuts-value 2'],
		[
			'a word behind a header',
			{ script: '%firstboot --interpreter=python busybox\nesxcli system syslog reload' },
			'esxi-extra-argument 6',
		],
		[
			'a section of another name',
			{ script: parts.script.replace('%firstboot', '%post-install') },
			'esxi-unknown-section 6',
		],
		[
			'a section and its option in one',
			{ script: parts.script.replace('%firstboot ', '%firstboot') },
			'esxi-unknown-section 6',
		],
		['a command behind a password', { root: `${parts.root} dryrun` }, 'esxi-command-separator 2'],
		['a disk cut short', { install: 'install --disk=mpx.vmhba1:C0:T0 --overwritevmfs' }, 'esxi-value-unusual 3'],
		[
			'disk filters with a semicolon',
			{ install: 'install --firstdisk=local;remote --overwritevmfs' },
			'esxi-value-unusual 3',
		],
		['a hash cut short', { root: `${parts.root.slice(0, 60)}` }, 'esxi-password-cut 2'],
		['two ways to clear', { end: 'clearpart --alldrives --firstdisk --overwritevmfs\nreboot' }, 'esxi-two-targets 5'],
		['two commands without a mark', { eula: 'vmaccepteula dryrun' }, 'esxi-command-separator 1'],
		[
			'an option without dashes before a macro',
			{ network: `${parts.network} vlanid=#site.vlan#` },
			'esxi-extra-argument 4',
		],
		['an option that touches a value', { network: parts.network.replace(' --netmask', '--netmask') }, 'esxi-value 4'],
		['what other tools call an option', { network: parts.network.replace('gateway', 'gw') }, 'esxi-unknown-option 4'],
		['a value of a command that takes none', { eula: 'vmaccepteula=1' }, 'esxi-unknown-command 1'],
		['a gateway elsewhere', { network: parts.network.replace('=192.0.2.1', '=198.51.100.1') }, 'esxi-gateway 4'],
	];
	for (const [what, changes, report] of once) test(what, () => assert.deepEqual(told(file(changes)), [report]));

	const right: readonly (readonly [what: string, changes: Partial<typeof parts>])[] = [
		[
			'a disk, its partition, and a disk of a driver',
			{ install: 'install --disk=mpx.vmhba1:C0:T0:L0 --overwritevmfs' },
		],
		['filters and a model', { install: 'install --firstdisk=local,ST3120814A,remote --overwritevmfs' }],
		['clearing one disk', { end: 'clearpart --firstdisk=local --overwritevmfs\nreboot' }],
		['a macro that brings options', { network: `${parts.network} #site.options#` }],
	];
	for (const [what, changes] of right)
		test(`${what}: nothing is said`, () => assert.deepEqual(told(file(changes)), []));

	test('what stands too close is parted, what is called otherwise is renamed', () => {
		const cured = (changes: Partial<typeof parts>): string => {
			const source = kickstartSource(file(changes));
			const [first] = esxiDialect.validate(source);
			const fix = first && [esxiFixes[first.code]?.(first, source) ?? []].flat()[0];
			assert.ok(fix && Array.isArray(fix.changes));
			return changedText(source.text, fix.changes);
		};
		for (const network of [parts.network.replace(' --netmask', '--netmask'), parts.network.replace('gateway', 'gw')])
			assert.equal(cured({ network }), file());
		assert.equal(cured({ eula: 'vmaccepteula=1' }), file());
		assert.equal(cured({ root: parts.root.replace(' $', '=$') }), file());
	});
});

suite('ESXi or Linux', () => {
	const linux = 'text\nlang en_US.UTF-8\ntimezone UTC\nautopart\n%packages\n@core\n%end\n';
	const sure = (text: string, os?: string) =>
		recogniseEsxi({ name: 'ks.cfg', isChosen: false, isXml: false, text, os });

	test('what is more in a file decides', () => {
		assert.equal(sure(file()), certainty.certain);
		assert.equal(sure(`${linux}vmserialnum --esx=A\n`), certainty.none);
		assert.equal(sure(`${file()}lang en_US.UTF-8\n`), certainty.certain);
	});

	test('what its link says counts', () => {
		assert.equal(sure('vmaccepteula\ntext\nlang de\n', 'esxi'), certainty.certain);
		assert.equal(sure('vmaccepteula\ntext\nlang de\n', 'rhels9'), certainty.none);
		assert.equal(sure('rootpw x\n', 'esxi'), certainty.likely);
		assert.equal(sure(linux, 'esxi'), certainty.none);
	});
});
