import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { toDiagnostics } from '../../../../../server/language/problem';
import { esxiDialect } from '../../../../../server/language/unattend/esxi/esxiDialect';
import type { UnattendSource } from '../../../../../server/language/unattend/unattendSource';
import { appliedTo, marked } from '../../../../support/markers';
import { sampled } from '../../../../support/thorough';
import { dialectFixes } from '../dialectFixes';
import { kickstartSource, type SourceOptions } from '../kickstart/kickstartSource';

const diagnose = (source: UnattendSource) => toDiagnostics(source.document, esxiDialect.validate(source), {});

/** Codes that a text raises, besides what a fragment lacks as a whole file. */
const raised = (text: string, options?: SourceOptions): string[] =>
	diagnose(kickstartSource(text, options))
		.map(({ code }) => String(code))
		.filter(code => !/^esxi-(?:no-(?:licence|install|root|reboot)|first-boot)/.test(code));

/** The text after the first fix for a rule, or the one with `title`. */
function fixed(text: string, code: string, title?: string): string {
	const source = kickstartSource(text);
	const found = diagnose(source).filter(one => one.code === code);
	assert.ok(found[0], `${code} is raised`);
	const actions = dialectFixes(esxiDialect, source, found.slice(0, 1));
	const action = title === undefined ? actions[0] : actions.find(one => one.title === title);
	return appliedTo(source.document, action?.edit);
}

function completed(text: string): readonly CompletionItem[] {
	const { document, cursor } = marked(text, 'esxi-kickstart');
	return esxiDialect.complete?.(kickstartSource(document), document.offsetAt(cursor)) ?? [];
}

const labels = (text: string): string[] =>
	[...completed(text)].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);

function hovered(text: string): string {
	const { document, cursor } = marked(text, 'esxi-kickstart');
	const { contents } = esxiDialect.hover?.(kickstartSource(document), document.offsetAt(cursor)) ?? {};
	return contents && typeof contents === 'object' && 'value' in contents ? contents.value : '';
}

suite('ESXi: macros are checked through', () => {
	const values = (choices: readonly string[]) => ({ values: { 'net.vlan': { type: 'string', choices } } });
	const line = 'network --bootproto=dhcp --vlanid=#net.vlan#';
	test('a value that the place takes', () => assert.deepEqual(raised(line, values(['10', '20'])), []));
	test('one that it does not take among others', () =>
		assert.deepEqual(raised(line, values(['10', 'none'])), ['esxi-macro-choice']));
	test('none that it takes', () => assert.deepEqual(raised(line, values(['none'])), ['esxi-macro-value']));
	test('a macro of which nothing is known', () => assert.deepEqual(raised(line), []));
	test('the password that a macro offers is not repeated in the report', () => {
		const secret = { values: { 'root.hash': { type: 'string', default: 'Secret12' } } };
		const [found] = diagnose(kickstartSource('rootpw --iscrypted #root.hash#', secret)).filter(
			({ code }) => code === 'esxi-macro-choice',
		);
		assert.ok(found && !JSON.stringify(found).includes('Secret12'));
	});
	test('a line that is a macro or a template mark may be anything', () =>
		assert.deepEqual(raised('#site.commands#\n{{ if .x }}\n<% y %>\nnetwork #site.network#\n'), []));
	test('a script that switches the host off needs no restart', () =>
		assert.ok(!diagnose(kickstartSource('vmaccepteula\n%post\nhalt\n')).some(({ code }) => code === 'esxi-no-reboot')));
	test('what may come from elsewhere is not missed', () =>
		assert.deepEqual(diagnose(kickstartSource('#site.commands#\nreboot\n')), []));
});

suite('ESXi: what is no mistake', () => {
	for (const [what, text] of [
		['options with their value behind a blank', 'network --bootproto dhcp --device vmnic0'],
		['a MAC address', 'network --device=00:50:56:C0:00:01 --bootproto=dhcp'],
		['a vendor as a filter', 'install --firstdisk=ST3120814A,mptsas,local --overwritevmfs'],
		['a path of a disk', 'install --disk=/vmfs/devices/disks/naa.6000 --overwritevmfs'],
		['the other name of an option', 'install --drive=mpx.vmhba1:C0:T0:L0 --preservevmfs'],
		['undocumented options that work', 'install --firstdisk --ignoreprereqwarnings --ignoreprereqerrors'],
		['a file of commands that a script writes', '%pre\ncat > /tmp/net <<EOF\nnetwork --bootproto=dhcp\nEOF\n'],
		['a shell word that is a command as well', '%post\nreboot\n'],
		['a quoted name with a blank', 'keyboard "United Kingdom"'],
	] as const)
		test(what, () => assert.deepEqual(raised(text), []));
});

suite('ESXi: what is doubtful is no error', () => {
	for (const [text, code] of [
		['network --bootproto=dhcp --vlanid=0', 'esxi-value-unusual'],
		['network --bootproto=dhcp --device=vusb0', 'esxi-value-unusual'],
		[
			'rootpw $6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/',
			'esxi-password-format',
		],
		['part data --fstype=vmfs6', 'esxi-uncertain-option'],
		['%post --unsupported\nls /', 'esxi-unlisted-option'],
	] as const)
		test(text, () => assert.deepEqual(raised(text), [code]));
});

suite('ESXi: fixes', () => {
	test('a misspelt command', () => assert.equal(fixed('vmacepteula\n', 'esxi-unknown-command'), 'vmaccepteula\n'));
	test('a command behind a word of a shell', () => {
		assert.equal(fixed('sudo reboot\n', 'esxi-unknown-command'), 'reboot\n');
		assert.equal(fixed('sudo ls\n', 'esxi-unknown-command'), '# sudo ls\n');
	});
	test('an option whose value is the argument that the line lacks goes without it', () => {
		assert.equal(fixed('keyboard --layout=French\n', 'esxi-unlisted-option'), 'keyboard French\n');
		assert.equal(fixed('keyboard French --layout=x\n', 'esxi-unlisted-option'), 'keyboard French\n');
	});
	test('who refuses to lose a VMFS volume keeps it', () => {
		const text = 'install --firstdisk --overwritevmfs=no\n';
		assert.equal(fixed(text, 'esxi-flag-value'), 'install --firstdisk --preservevmfs\n');
		assert.equal(fixed(text.replace('no', 'yes'), 'esxi-flag-value'), 'install --firstdisk --overwritevmfs\n');
	});
	test('an option in which a blank stands', () => {
		const after = 'install --firstdisk=local --overwritevmfs\n';
		for (const dashes of ['- -', '-- ']) assert.equal(fixed(after.replace('--', dashes), 'esxi-unknown-option'), after);
	});
	test('a colon and a blank between an option and its value', () =>
		assert.equal(fixed('network --ip: 192.0.2.1\n', 'esxi-unknown-option'), 'network --ip=192.0.2.1\n'));
	test('an option of Linux', () =>
		assert.equal(
			fixed('network --onboot=yes --bootproto=dhcp\n', 'esxi-foreign-option'),
			'network --bootproto=dhcp\n',
		));
	test('an option of Linux that has a counterpart', () =>
		assert.equal(fixed('clearpart --all\n', 'esxi-foreign-option'), 'clearpart --alldrives\n'));
	test('a hash that is not called one, and a text that is', () => {
		const hash = '$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/';
		assert.equal(fixed(`rootpw ${hash}\n`, 'esxi-password-format'), `rootpw --iscrypted ${hash}\n`);
		const source = kickstartSource('rootpw --iscrypted opensesame\n');
		const found = diagnose(source).filter(({ code }) => code === 'esxi-password-format');
		assert.equal(found.length, 1);
		assert.deepEqual(dialectFixes(esxiDialect, source, found), []);
	});
	test('a layout without quotes', () =>
		assert.equal(fixed('keyboard US Default\n', 'esxi-keyboard'), 'keyboard "US Default"\n'));
	test('a layout in other words', () =>
		assert.equal(fixed('keyboard us\n', 'esxi-keyboard'), 'keyboard "US Default"\n'));
	test('a datastore that is to be kept', () =>
		assert.equal(
			fixed('install --firstdisk\n', 'esxi-vmfs-undecided', 'Add --preservevmfs'),
			'install --firstdisk --preservevmfs\n',
		));
	test('the licence agreement', () =>
		assert.equal(fixed('# host\nreboot\n', 'esxi-no-licence-agreement'), '# host\nvmaccepteula\nreboot\n'));
	test('the restart stands before the scripts', () =>
		assert.equal(fixed('vmaccepteula\n%post\nls\n', 'esxi-no-reboot'), 'vmaccepteula\nreboot\n%post\nls\n'));
	test('an end tag', () => assert.equal(fixed('%post\nls\n%end\n', 'esxi-stray-end'), '%post\nls\n'));
	test('a script in another language', () =>
		assert.equal(
			fixed('%post --interpreter=python\nsleep 5\n', 'esxi-interpreter'),
			'%post --interpreter=busybox\nsleep 5\n',
		));
});

suite('ESXi: completion', () => {
	test('an empty file gets whole files first, then what an installation needs', () => {
		const first = labels('‸').slice(0, 7);
		assert.match(first[0] ?? '', /^unattended file/);
		assert.deepEqual(first.slice(2), ['install', 'network', 'reboot', 'rootpw', 'vmaccepteula']);
	});
	test('the whole file has nothing wrong', () => {
		for (const item of completed('‸').filter(({ label }) => label.startsWith('unattended'))) {
			const text = (item.textEdit?.newText ?? '')
				.replace(/\$\{1:hash\}/, '$6$salt$abcdefghij')
				.replace('$0', 'vim-cmd hostsvc/enable_ssh');
			assert.deepEqual(raised(text), []);
		}
	});
	test('options that are needed come first, those that are there not again', () => {
		const found = labels('install --overwritevmfs ‸');
		assert.deepEqual(found.slice(0, 2), ['--disk', '--firstdisk']);
		assert.ok(!found.includes('--overwritevmfs'));
	});
	test('choices of an option', () => assert.deepEqual(labels('network --bootproto=‸'), ['dhcp', 'static']));
	test('names that devices usually have, and none for an address', () => {
		assert.deepEqual(labels('network --device=‸'), ['vmnic0', 'vmnic1', 'vmnic2', 'vmnic3']);
		assert.deepEqual(labels('network --ip=‸'), []);
	});
	test('the next filter of a list', () => {
		const { document, cursor } = marked('install --firstdisk=local,‸');
		const [item] = esxiDialect.complete?.(kickstartSource(document), document.offsetAt(cursor)) ?? [];
		assert.ok(item?.textEdit && 'range' in item.textEdit);
		assert.deepEqual(item.textEdit.range, { start: cursor, end: cursor });
	});
	test('layouts come in their quotes', () => assert.ok(labels('keyboard ‸').includes('"US Default"')));
	test('nothing in a script but the next section', () => {
		assert.deepEqual(labels('%post\nec‸'), []);
		assert.deepEqual(labels('%post\nls\n%‸'), ['%firstboot', '%post', '%pre']);
	});
});

suite('ESXi: hover, outline, folding', () => {
	test('a command says what it is and how sure that is', () =>
		assert.match(hovered('inst‸all --firstdisk'), /\*\*install\*\* of ESXi[\s\S]*Documented by VMware/));
	test('an option that is not documented says so', () =>
		assert.match(hovered('install --ignorepre‸reqwarnings'), /general knowledge/));
	test('a command of Linux says what ESXi has instead', () => assert.match(hovered('ur‸l --url=x'), /medium/));
	test('commands and sections', () => {
		const source = kickstartSource('vmaccepteula\nrootpw x\n\n%post\nls\n\n%firstboot\nls\n');
		const symbols = esxiDialect.symbols?.(source) ?? [];
		assert.deepEqual(
			symbols.map(({ name }) => name),
			['vmaccepteula', 'rootpw', '%post', '%firstboot'],
		);
		assert.deepEqual(esxiDialect.folding?.(source), [
			{ startLine: 3, endLine: 4 },
			{ startLine: 6, endLine: 7 },
		]);
	});
	test('no beginning of a file makes any verb throw', () => {
		const whole = readFileSync('test/fixtures/esxi/esxi8.cfg', 'utf8');
		for (const length of sampled(
			[...whole].map((_, index) => index),
			29,
		)) {
			const source = kickstartSource(whole.slice(0, length));
			esxiDialect.hover?.(source, length);
			esxiDialect.symbols?.(source);
			esxiDialect.folding?.(source);
			const found = diagnose(source);
			assert.ok(Array.isArray(dialectFixes(esxiDialect, source, found)));
			assert.ok(Array.isArray(esxiDialect.complete?.(source, length)));
		}
	});
	test('no text makes any verb throw', () => {
		for (const text of ['', '%', '--', '"', '\\', '%post', 'install --=', 'network --ip', '#a.b#', '%include'])
			for (let offset = 0; offset <= text.length; offset++) {
				const source = kickstartSource(text);
				esxiDialect.hover?.(source, offset);
				esxiDialect.complete?.(source, offset);
				esxiDialect.symbols?.(source);
				esxiDialect.folding?.(source);
				assert.ok(Array.isArray(esxiDialect.validate(source)));
			}
	});
});
