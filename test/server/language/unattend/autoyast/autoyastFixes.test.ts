import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect as dialect } from '../../../../../server/language/unattend/autoyast/autoyastDialect';
import { fixed } from '../xml/xmlVerbs';

const profile = (body: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n${body}\n</profile>`;

const user = (flag: string): string =>
	`<users config:type="list">\n  <user>\n    <username>root</username>\n    <user_password>$6$salt$hash</user_password>${flag}\n  </user>\n</users>`;

const repairs: readonly [code: string, wrong: string, right: string][] = [
	['autoyast-password-hash', user(''), user('\n    <encrypted config:type="boolean">true</encrypted>')],
	[
		'autoyast-password-hash',
		user('<encrypted config:type="boolean">false</encrypted>'),
		user('<encrypted config:type="boolean">true</encrypted>'),
	],
	[
		'autoyast-confirm',
		'<general><mode><confirm t="boolean">true</confirm></mode></general><software/>',
		'<general><mode><confirm t="boolean">false</confirm></mode></general><software/>',
	],
	[
		'autoyast-confirm',
		'<general><mode><halt t="boolean">true</halt></mode></general><software/>',
		'<general><mode><halt t="boolean">true</halt><confirm config:type="boolean">false</confirm></mode></general><software/>',
	],
	['autoyast-section-obsolete', '<keyboard/>\n<inetd/>\n<language/>', '<keyboard/>\n<language/>'],
	['autoyast-type-repeated', '<users t="list" config:type="list"/>', '<users t="list"/>'],
	['autoyast-attribute-unknown', '<keyboard note="x"/>', '<keyboard/>'],
	[
		'autoyast-value',
		'<timezone><hwclock>locltime</hwclock></timezone>',
		'<timezone><hwclock>localtime</hwclock></timezone>',
	],
	[
		'autoyast-mount',
		'<partitioning t="list"><drive><partitions t="list"><partition><mount>srv</mount></partition><partition><mount>/</mount></partition></partitions></drive></partitioning><general><mode><confirm t="boolean">false</confirm></mode></general>',
		'<partitioning t="list"><drive><partitions t="list"><partition><mount>/srv</mount></partition><partition><mount>/</mount></partition></partitions></drive></partitioning><general><mode><confirm t="boolean">false</confirm></mode></general>',
	],
	[
		'autoyast-report-waits',
		'<report><errors><show t="boolean">true</show><timeout t="integer">0</timeout></errors></report>',
		'<report><errors><show t="boolean">true</show><timeout t="integer">10</timeout></errors></report>',
	],
	[
		'xml-end-tag-missing',
		'<general><mode><halt t="boolean">true</halt></general>',
		'<general><mode><halt t="boolean">true</halt></mode></general>',
	],
	[
		'xml-end-tag-missing',
		'<keyboard><keyboard><keymap>german</keymap></keyboard>',
		'<keyboard><keymap>german</keymap></keyboard>',
	],
	[
		'xml-end-tag-slash',
		'<timezone>\n  <hwclock>UTC</hwclock>\n  <timezone>Etc/UTC<timezone>\n</timezone>',
		'<timezone>\n  <hwclock>UTC</hwclock>\n  <timezone>Etc/UTC</timezone>\n</timezone>',
	],
	[
		'xml-end-tag-slash',
		'<language>\n  <language>de_DE<language>\n  <languages>de_DE</languages>\n</language>',
		'<language>\n  <language>de_DE</language>\n  <languages>de_DE</languages>\n</language>',
	],
	[
		'xml-end-tag-slash',
		'<timezone>\n  <hwclock>UTC</hwclock>\n<timezone>',
		'<timezone>\n  <hwclock>UTC</hwclock>\n</timezone>',
	],
	['xml-unclosed', '<!-- disks --!><keyboard/>', '<!-- disks --><keyboard/>'],
];

suite('AutoYaST: fixes', () => {
	for (const [code, wrong, right] of repairs) {
		test(`${code}: ${right.slice(0, 60).replace(/\s+/g, ' ')}`, () => {
			assert.equal(fixed(dialect, code, profile(wrong)), profile(right));
		});
	}

	test('a clear text that is called a hash is not repaired: only the author knows the hash', () => {
		const text = profile(
			user('<encrypted config:type="boolean">true</encrypted>').replace('$6$salt$hash', 'clear text'),
		);
		assert.equal(fixed(dialect, 'autoyast-password-hash', text), text);
	});
});
