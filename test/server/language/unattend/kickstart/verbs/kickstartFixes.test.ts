import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostics } from '../../../../../../server/language/problem';
import { kickstartDialect } from '../../../../../../server/language/unattend/kickstart/kickstartDialect';
import { appliedTo } from '../../../../../support/markers';
import { dialectFixes } from '../../dialectFixes';
import { kickstartSource } from '../kickstartSource';

/** The title of the first fix of a rule, and the text after it. */
function firstFix(text: string, code: string, release = '9'): [title: string, after: string] | undefined {
	const document = TextDocument.create('file:///site/ks.cfg', 'kickstart', 1, text);
	const source = kickstartSource(document, { os: 'rhels', release });
	const diagnostics = toDiagnostics(document, kickstartDialect.validate(source), {}).filter(one => one.code === code);
	const [action] = dialectFixes(kickstartDialect, source, diagnostics);
	return action && [action.title, appliedTo(document, action.edit)];
}

const fixed = (...args: Parameters<typeof firstFix>): string | undefined => firstFix(...args)?.[1];

suite('kickstart fixes', () => {
	const cases: readonly (readonly [code: string, text: string, after: string, release?: string])[] = [
		['unknown-command', 'timezon UTC\n', 'timezone UTC\n'],
		['unknown-command', 'sudo reboot --eject\n', 'reboot --eject\n'],
		['unknown-command', 'sudo yum update\n', '# sudo yum update\n'],
		['unknown-command', 'export LANG=en_US.UTF-8\n', 'lang en_US.UTF-8\n'],
		['unknown-command', 'keyboardus\n', 'keyboard us\n'],
		['unknown-command', 'autopartus\n', 'autopart\n'],
		['unknown-command', '"selinux": "enforcing",\n', 'selinux --enforcing\n'],
		['unknown-command', '"keyboard": "us"\n', 'keyboard us\n'],
		['unknown-option', "keyboard us --xlayout:'#x.y#'\n", "keyboard us --xlayouts='#x.y#'\n"],
		['unknown-option', 'keyboard us --xlayout:us\n', 'keyboard us --xlayouts=us\n'],
		['unknown-option', 'eula --yes\n', 'eula --agreed\n'],
		['unknown-option', 'eula --actimezone  \\   -cept=x\n', 'eula\n'],
		['extra-argument', 'part / boot --size=1\n', 'part /boot --size=1\n'],
		['extra-argument', 'text one two  three\n', 'text\n'],
		['unknown-option', 'network --botproto=dhcp\n', 'network --bootproto=dhcp\n'],
		['address', 'network --ip=192.0.2.9--netmask=255.255.255.0\n', 'network --ip=192.0.2.9 --netmask=255.255.255.0\n'],
		['unknown-section', '%package\n%end\n', '%packages\n%end\n'],
		['option-abbreviated', 'part / --siz=1\n', 'part / --size=1\n'],
		['value', 'part / --size=20G\n', 'part / --size=20480\n'],
		['value', 'network --bootproto=dhpc\n', 'network --bootproto=dhcp\n'],
		['option-removed', 'timezone UTC --isUtc\n', 'timezone UTC --utc\n', '10'],
		[
			'option-removed',
			'timezone UTC --ntpservers=a,b\nreboot\n',
			'timezone UTC\ntimesource --ntp-server=a\ntimesource --ntp-server=b\nreboot\n',
			'10',
		],
		['option-deprecated', 'timezone UTC --nontp\n', 'timezone UTC\ntimesource --ntp-disable\n'],
		['command-removed', 'install\ntext\n', 'text\n'],
		['command-deprecated', 'auth --enableshadow\ntext\n', 'text\n'],
		['section-unclosed', '%packages\n@core', '%packages\n@core\n%end\n'],
		['section-unclosed', '%post\nls\n%pre\nid\n%end\n', '%post\nls\n%end\n%pre\nid\n%end\n'],
		[
			'section-unclosed',
			'%pre\nid\n %end%post --nochroot\nls\n%end\n',
			'%pre\nid\n %end\n%post --nochroot\nls\n%end\n',
		],
		['stray-end', 'text\n%end\n', 'text\n'],
		['flag-value', 'part / --size=1 --grow=yes\n', 'part / --size=1 --grow\n'],
		['flag-value', 'part / --size=1 --grow=no\n', 'part / --size=1\n'],
		['no-partitioning', 'text\n', 'text\nclearpart --all --initlabel\nautopart\n'],
		['no-partitioning', 'clearpart --all\n', 'clearpart --all\nautopart\n'],
		['missing-command', '\ufeffkeyboard us\ntimezone UTC\n', '\ufefflang en_US.UTF-8\nkeyboard us\ntimezone UTC\n'],
		['extra-argument', 'services --enabled=a, b\n', 'services --enabled=a,b\n'],
		['line-continuation', 'part / \\\n  --size=1\n', 'part / --size=1\n'],
		['comment-cuts-value', 'rootpw pa#ss\n', 'rootpw "pa#ss"\n'],
		['comment-cuts-value', 'user --name=a --password=pa#ss\n', 'user --name=a --password="pa#ss"\n'],
		['unclosed-quote', 'user --name="a\n', 'user --name="a"\n'],
		['byte-order-mark', '\ufefftext\n', 'text\n'],
		['extra-argument', 'zerombr yes\n', 'zerombr\n'],
		['password-format', 'rootpw $6$salt$0123456789\n', 'rootpw --iscrypted $6$salt$0123456789\n'],
		['no-reboot', 'text\n\n%post\n%end\n', 'text\n\nreboot\n%post\n%end\n'],
		['missing-command', 'text\nkeyboard us\ntimezone UTC\n', 'lang en_US.UTF-8\ntext\nkeyboard us\ntimezone UTC\n'],
		['first-boot', 'firstboot --enable\n', 'firstboot --disable\n'],
		['interpreter', '%post\n#!/usr/bin/perl\n%end\n', '%post --interpreter=/usr/bin/perl\n#!/usr/bin/perl\n%end\n'],
		['time-zone', 'timezone Europe/Berln\n', 'timezone Europe/Berlin\n'],
		['disk-label', 'clearpart --all\nautopart\n', 'zerombr\nclearpart --all\nautopart\n'],
	];
	for (const [code, text, after, release] of cases)
		test(`${code}: ${JSON.stringify(text)}`, () => {
			assert.equal(fixed(text, `kickstart-${code}`, release), after);
		});

	test('a mark that separates commands is replaced by a line break, one that ends a line is removed', () => {
		const code = 'kickstart-command-separator';
		assert.deepEqual(firstFix('lang en_US.UTF-8; keyboard us\n', code), [
			'Put each command on a line of its own',
			'lang en_US.UTF-8\nkeyboard us\n',
		]);
		assert.deepEqual(firstFix('zerombr clearpart --all\n', code), [
			'Put each command on a line of its own',
			'zerombr\nclearpart --all\n',
		]);
		assert.deepEqual(firstFix('zerombr;\n', code), ['Remove the mark', 'zerombr\n']);
		const inValue = 'kickstart-separator-in-value';
		assert.deepEqual(firstFix('lang en_US.UTF-8;\n', inValue), ['Remove the mark', 'lang en_US.UTF-8\n']);
	});

	test('a blank parts nothing where there is one, nor between quotation marks', () => {
		for (const value of ['"192.0.2.9 --netmask=x"', '"192.0.2.9--netmask=x"', "'192.0.2.9--netmask=x'"])
			assert.equal(fixed(`network --bootproto=static --ip=${value}\n`, 'kickstart-address'), undefined);
	});

	test('words too many with one blank between them are one place, however many they are', () => {
		const problems = kickstartDialect.validate(kickstartSource('text a b c  d\n'));
		const extra = problems.find(({ code }) => code === 'kickstart-extra-argument');
		assert.deepEqual(extra?.facts.places, ['5-10', '12-13']);
	});

	test('an option whose value only a person knows is not offered: an empty one would silence the report', () => {
		for (const [code, text] of [
			['kickstart-required-option', 'logvol / --name=r --size=1\n'],
			['kickstart-options-require', 'logging --port=514\n'],
		] as const)
			assert.equal(fixed(text, code), undefined);
	});
});
