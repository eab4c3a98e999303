import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { autoyastDialect as dialect } from '../../../../../../server/language/unattend/autoyast/autoyastDialect';
import { fixed } from '../xmlVerbs';

const profile = (
	script: string,
): string => `<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">
  <scripts>
    <init-scripts config:type="list">
      <script>
        <filename>a</filename>
        <source>${script}</source>
        <!--
a note at the left
        -->
      </script>
    </init-scripts>
  </scripts>
</profile>
`;

const scripts = {
	'at the left': '\nrm -f /etc/X11/xorg.conf\n        ',
	'and its end tag at the left': '\necho one\necho two\n',
	'indented with tabs': '\n\t\trm -f a\n\t\t',
	'further in': '\n          rm -f a\n        ',
	'with a bare < in it': '\nif [ $a < 1 ]; then\n  echo\nfi\n        ',
	'of many lines': `\n${'echo a line of a long script\n'.repeat(500)}`,
	'in CDATA': '<![CDATA[\necho one\n\necho two\n]]>',
	'in CDATA on lines of its own': '\n<![CDATA[\necho <one>\n</script>\n]]>\n        ',
};

suite('end tags that are missing around a script', () => {
	for (const [where, script] of Object.entries(scripts))
		for (const tag of ['</script>', '</init-scripts>', '</scripts>'])
			test(`${tag} goes where it was, with a script ${where}`, () => {
				const whole = profile(script);
				const at = whole.lastIndexOf(tag);
				const line = whole.lastIndexOf('\n', at);
				const wrong = whole.slice(0, line) + whole.slice(at + tag.length);
				assert.equal(fixed(dialect, 'xml-end-tag-missing', wrong), whole);
			});

	test('an element that is outdented itself still ends an open one', () => {
		const at = (end: string): string =>
			`<profile xmlns="http://www.suse.com/1.0/yast2ns">\n  <general>\n    <mode>\n      <final_halt/>${end}\n    <storage/>\n  </general>\n</profile>\n`;
		assert.equal(fixed(dialect, 'xml-end-tag-missing', at('')), at('\n    </mode>'));
	});

	for (const [where, script] of Object.entries(scripts))
		test(`</source> goes behind a script ${where}`, () => {
			const whole = profile(script);
			const bare = (text: string): string => text.replace(/<!--[\s\S]*?-->|\s/g, '');
			assert.equal(bare(fixed(dialect, 'xml-end-tag-missing', whole.replace('</source>', ''))), bare(whole));
		});
});
