import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import values from '../../../../../schemas/autoyast-values.json';
import { validate } from '../../../../../schemas/autoyast-values.schema.json?compiled';
import { autoyastDialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { formMeaningOf, nameMeaningOf } from '../../../../../server/language/unattend/autoyast/valueMeanings';
import { reports, type SourceFacts, sourceOf } from '../xml/unattendSources';

const found = (body: string, facts?: SourceFacts): string[] =>
	reports(
		autoyastDialect,
		sourceOf(
			`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n</profile>`,
			facts,
		),
	);

suite('AutoYaST: what values mean', () => {
	test('the table is what its schema says', () => {
		assert.ok(validate(values), JSON.stringify(validate.errors?.[0]));
	});

	test('names are looked up by the end of their path', () => {
		const cases = [
			['timezone/timezone', 'Europe/Berlin', 'Europe/Belrin'],
			['language/language', 'de_DE.UTF-8', 'en-US'],
			['keyboard/keymap', 'german', 'germann'],
			['partitioning/drive/partitions/partition/filesystem', 'btrfs', 'brtfs'],
			['partitioning/drive/use', '1,3', 'everything'],
			['bootloader/loader_type', 'grub2-efi', 'grubb'],
			['networking/interfaces/interface/bootproto', 'dhcp', 'dhpc'],
			['scripts/pre-scripts/script/interpreter', '/usr/bin/python3', 'bsah'],
		] as const;
		for (const [path, right, wrong] of cases) {
			assert.ok(nameMeaningOf(path)?.accepts(right), right);
			assert.ok(!nameMeaningOf(path)?.accepts(wrong), wrong);
		}
		assert.equal(nameMeaningOf('users/user/username'), undefined);
	});

	test('an expression that lets no hash in is refused where a hash belongs', () => {
		const user = '<username>root</username><user_password>#site.hash#</user_password>';
		const encrypted = '<encrypted config:type="boolean">true</encrypted>';
		const said = (regex: string): string[] =>
			found(`<users config:type="list"><user>${encrypted}${user}</user></users>`, {
				values: { 'site.hash': { type: 'string', regex } },
			}).filter(line => line.includes('-macro-'));
		assert.match(said('^[0-9]{8}$').join(), /^\d+ autoyast-macro-choice: <user_password> takes a hash/);
		assert.deepEqual(said('^\\$6\\$.{8,}$'), []);
		assert.deepEqual(said('^[./0-9A-Za-z]{13}$'), []);
	});

	test('forms are looked up by the end of their path', () => {
		const cases = [
			['users/user/home', '/home/ops', 'home/ops'],
			['ntp-client/peers/peer/address', 'time1.example.net', 'time1.example.net time2.example.net'],
			['partitioning/drive/device', '/dev/sda', 'sda'],
			['partitioning/drive/device', 'system', 'nvme0n1'],
			['networking/interfaces/interface/netmask', '255.255.255.0', '255.0.255.0'],
			['networking/dns/hostname', 'web-07', 'web_07'],
			['networking/dns/nameservers/nameserver', '2001:db8::53', 'dns.300'],
			['files/file/file_permissions', '0644', '999'],
			['report/errors/timeout', '0', '-5'],
			['firewall/zones/zone/ports/port', '6000-6010/tcp', '443'],
			['nfs/nfs_entries/nfs_entry/server_path', 'nfs.example.net:/home', '/home'],
			['iscsi-client/initiatorname', 'iqn.2024-01.net.example:a', 'host1'],
			['dasd/devices/listentry/channel', '0.0.0150', '0150'],
			['kdump/crash_kernel', '256M,high', '256 MB'],
			['ntp-client/ntp_policy', 'STATIC eth0', 'allways'],
			['bootloader/global/gfxmode', '1024x768,auto', '1024,768'],
			['partitioning/drive/partitions/partition/lvm_group', 'system', '/dev/system'],
			['scripts/post-scripts/script/filename', 'site.sh', '/tmp/site.sh'],
			['networking/dns/domain', '(none)', 'example_net'],
			['users/user/password_settings/expire', '2030-12-31', '31.12.2030'],
		] as const;
		for (const [path, right, wrong] of cases) {
			assert.ok(formMeaningOf(path)?.accepts(right), right);
			assert.ok(!formMeaningOf(path)?.accepts(wrong), wrong);
		}
	});

	test('a misspelt name is reported with what was meant', () => {
		assert.deepEqual(found('<keyboard>\n<keymap>germann</keymap>\n</keyboard>'), [
			'3 autoyast-name: The installer knows no keyboard germann. Did you mean german?',
		]);
	});

	test('a product that resembles no other may be a module', () => {
		const products = (name: string) =>
			found(`<software><products config:type="list"><product>${name}</product></products></software>`);
		assert.match(products('SLSE').join(), /autoyast-name/);
		assert.doesNotMatch(products('sle-module-basesystem').join(), /autoyast-name/);
	});

	test('a macro is judged by what it can become', () => {
		const body = '<keyboard>\n<keymap>#site.map#</keymap>\n</keyboard>';
		assert.deepEqual(found(body), []);
		const values = { 'site.map': { type: 'string', choices: ['germann'] } };
		assert.match(found(body, { values }).join(), /autoyast-macro-choice/);
	});
});
