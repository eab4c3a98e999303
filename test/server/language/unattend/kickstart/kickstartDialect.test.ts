import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { toDiagnostics } from '../../../../../server/language/problem';
import { kickstartDialect } from '../../../../../server/language/unattend/kickstart/kickstartDialect';
import type { MacroValue } from '../../../../../server/language/unattend/unattendSource';
import { marked } from '../../../../support/markers';
import { kickstartSource } from './kickstartSource';

/** Codes at the marked ranges, in order; omissions of the whole file are left out. */
function reports(text: string, release = '9', values: Readonly<Record<string, MacroValue>> = {}): string[] {
	const source = kickstartSource(marked(text, 'kickstart').document, { os: 'rhels', release, values });
	return kickstartDialect
		.validate(source)
		.filter(({ code }) => !/missing-command|no-reboot|no-login|no-partitioning|not-cleared/.test(code))
		.map(({ code }) => code);
}

function places(text: string, release = '9'): string[] {
	const { document } = marked(text, 'kickstart');
	return kickstartDialect
		.validate(kickstartSource(document, { os: 'rhels', release }))
		.filter(({ code }) => !/missing-command|no-reboot|no-login|no-partitioning|not-cleared/.test(code))
		.map(({ start, end }) => document.getText().slice(start, end));
}

suite('kickstart checks', () => {
	test('a report covers what is wrong and no more', () => {
		assert.deepEqual(places('part / --size=⟦20G⟧'), ['20G']);
		assert.deepEqual(places('part / ⟦--siz⟧=1'), ['--siz']);
		assert.deepEqual(places('user --name=a ⟦--lock=yes⟧'), ['--lock=yes']);
		assert.deepEqual(places('%post\nls'), ['%post']);
	});

	test('states differ by release', () => {
		const line = 'timezone Europe/Berlin --isUtc';
		assert.deepEqual(reports(line, '8'), []);
		assert.deepEqual(reports(line, '9'), ['kickstart-option-deprecated']);
		assert.deepEqual(reports(line, '10'), ['kickstart-option-removed']);
	});

	test('a subcommand needs its options, and a value of one of them another', () => {
		const line = 'nvdimm reconfigure --namespace=0.0';
		assert.deepEqual(reports(line), []);
		assert.deepEqual(reports(`${line} --mode=sector`), ['kickstart-required-option']);
		assert.deepEqual(reports(`${line} --mode=sector --sectorsize=512`), []);
		assert.deepEqual(reports('nvdimm use --blockdevs=pmem0'), []);
	});

	test('an IPv6 address may end like one of IPv4, and has eight groups or a gap', () => {
		for (const address of ['2001:db8::1', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', '::ffff:192.0.2.1'])
			assert.deepEqual(reports(`network --bootproto=dhcp --nameserver=${address}`), [], address);
		for (const address of ['1:2:3:4:5:6:7', '1:2:3:4:5:6:7:192.0.2.1', '1:2:3:4:5:x:192.0.2.1', '1::2::3'])
			assert.equal(reports(`network --bootproto=dhcp --nameserver=${address}`).length, 1, address);
	});

	test('marks of template languages are no mistakes', () => {
		const text = [
			'lang ${LANG}',
			'{% if static %}',
			'network --bootproto={{ proto }} --ip=@ip@',
			'{% endif %}',
			'$SNIPPET(network_config)',
			'<% if (x) %>',
			'part / --size=${size}',
			'repo --name=a ${REPOS}',
		].join('\n');
		assert.deepEqual(reports(text), []);
	});

	test('a hash is a hash whatever its salt looks like, and a mark is no password yet', () => {
		for (const salt of ['saltsalt', 'rounds=5000$saltsalt', 'a-$salt', '@salt@']) {
			const hash = `$6$${salt}$0123456789`;
			assert.deepEqual(reports(`rootpw ${hash}`), ['kickstart-password-format'], hash);
			assert.deepEqual(reports(`rootpw --iscrypted ${hash}`), [], hash);
		}
		for (const mark of ['$saltsalt', '$6${saltsalt}', '$6$#a.b#$0123456789', '@salt@'])
			for (const line of [`rootpw ${mark}`, `rootpw --iscrypted ${mark}`]) assert.deepEqual(reports(line), [], line);
	});

	test('a macro on a line of its own may stand for anything', () => {
		assert.deepEqual(reports('pa#site.rest# /\n%#site.section#\n'), []);
		assert.deepEqual(reports('#site.storage#\nlogvol / --vgname=vg --name=root --size=1'), []);
	});

	test('the hook macros bring scripts only, so what is missing is missing', () => {
		const text = '#predefined.unattendSettings.preinstallConfig#\nlang en_US.UTF-8\n';
		const codes = kickstartDialect.validate(kickstartSource(text)).map(({ code }) => code);
		assert.ok(codes.includes('kickstart-no-partitioning'), String(codes));
		assert.deepEqual(
			kickstartDialect.validate(kickstartSource('%include /tmp/rest.ks\nlang en_US.UTF-8\n')).map(({ code }) => code),
			[],
		);
	});

	test('messages are sentences about the file', () => {
		const message = (text: string) => {
			const source = kickstartSource(text, { os: 'rhels', release: '9' });
			return toDiagnostics(source.document, kickstartDialect.validate(source), {}).find(
				({ severity }) => severity === 1,
			)?.message;
		};
		assert.equal(message('part / --size=20G'), '"--size" takes a whole number, not "20G".');
		assert.equal(message('prat /'), 'RHEL 9 has no kickstart command "prat". Did you mean "part"?');
		assert.equal(message('install'), 'The command "install" was removed in RHEL 9.');
		assert.equal(message('%post'), '%post is never closed with %end.');
		assert.equal(message('autopart --type=btrfs'), '"--type" takes a value that RHEL 9 supports, not "btrfs".');
		assert.equal(message('ignoredisk'), '"ignoredisk" needs exactly one of "--drives", "--only-use".');
	});

	test('line ends of Windows are reported at the script that has them, not at the one before', () => {
		const found = places('%post\nls\n%end\n%pre\r\nls\r\n%end\n');
		assert.deepEqual(found, ['%pre']);
	});

	suite('through a macro', () => {
		const choices = (...values: string[]): Record<string, MacroValue> => ({
			'a.b': { type: 'string', choices: values },
		});
		const cases: readonly (readonly [
			why: string,
			line: string,
			values: Record<string, MacroValue>,
			codes: string[],
		])[] = [
			['a value that fits', 'part / --size=#a.b#', choices('4096'), []],
			['no value that fits', 'part / --size=#a.b#', choices('4G', 'all'), ['kickstart-macro-value']],
			['a value that does not fit', 'part / --size=#a.b#', choices('4096', 'all'), ['kickstart-macro-choice']],
			[
				'a default that does not fit',
				'part / --size=#a.b#',
				{ 'a.b': { type: 'string', default: '4G' } },
				['kickstart-macro-choice'],
			],
			['nothing known', 'part / --size=#a.b#', {}, []],
			['an enumeration', 'network --bootproto=#a.b#', choices('dhcp', 'statisch'), ['kickstart-macro-choice']],
			['a boolean for a number', 'part / --size=#a.b#', { 'a.b': { type: 'boolean' } }, ['kickstart-macro-value']],
			['a boolean for a boolean', 'network --onboot=#a.b#', { 'a.b': { type: 'boolean' } }, []],
			['a limit', 'logvol / --vgname=#x.y# --name=r --percent=#a.b#', choices('120'), ['kickstart-macro-value']],
			[
				'an address',
				'network --bootproto=static --netmask=255.255.255.0 --nodefroute --ip=#a.b#',
				choices('192.0.2.1', '300.0.2.1'),
				['kickstart-macro-choice'],
			],
			['a host name', 'network --hostname=#a.b#', choices('-x'), ['kickstart-macro-choice']],
			['a time zone', 'timezone #a.b#', choices('Europe/Berln'), ['kickstart-macro-choice']],
			['a part of a value', 'part / --size=1#a.b#', choices('G'), ['kickstart-macro-value']],
			['in quotes', 'part / --size="#a.b#"', choices('G'), ['kickstart-macro-value']],
			['a hash in clear text', 'rootpw --iscrypted #a.b#', choices('secret'), ['kickstart-macro-choice']],
		];
		for (const [why, line, values, codes] of cases)
			test(why, () => {
				assert.deepEqual(reports(line, '9', values), codes);
			});

		test('the report names the setting', () => {
			const related = [{ location: { uri: 'file:///c.json', range: zero }, message: 'the setting' }];
			const source = kickstartSource('part / --size=#a.b#', {
				values: { 'a.b': { type: 'string', choices: ['x'], related } },
			});
			const found = kickstartDialect.validate(source).find(({ code }) => code === 'kickstart-macro-value');
			assert.deepEqual(found?.related, related);
			assert.equal(source.text.slice(found?.start, found?.end), '#a.b#');
		});
	});
});

const zero = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
