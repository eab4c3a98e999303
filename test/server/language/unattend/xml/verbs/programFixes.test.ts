import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll } from '../../../../../../server/language/fixAll';
import { autoyastDialect } from '../../../../../../server/language/unattend/autoyast/autoyastDialect';
import { windowsDialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { readXml } from '../../../../../../server/language/unattend/xml/parse/readXml';
import { allElements, textOf } from '../../../../../../server/language/unattend/xml/parse/xmlTree';
import { isThorough } from '../../../../../support/thorough';
import { languageWith, linked } from '../../unattendContexts';

/** Whole files around the text of a program, by the element that holds it. */
const holders = {
	source: {
		language: languageWith(autoyastDialect),
		frame: (body: string) =>
			`<?xml version="1.0"?>\n<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">\n<scripts><post-scripts config:type="list"><script><filename>a</filename><source>${body}</source></script></post-scripts></scripts>\n<general><mode><confirm config:type="boolean">false</confirm></mode></general>\n</profile>\n`,
	},
	CommandLine: {
		language: languageWith(windowsDialect),
		frame: (body: string) =>
			`<?xml version="1.0"?>\n<unattend xmlns="urn:schemas-microsoft-com:unattend" xmlns:wcm="http://schemas.microsoft.com/WMIConfig/2002/State"><settings pass="oobeSystem"><component name="Microsoft-Windows-Shell-Setup" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"><FirstLogonCommands><SynchronousCommand wcm:action="add"><Order>1</Order><CommandLine>cmd /c ${body}</CommandLine></SynchronousCommand></FirstLogonCommands></component></settings></unattend>\n`,
	},
} as const;
type Holder = keyof typeof holders;

const repaired = (holder: Holder, text: string): string =>
	fixAll(holders[holder].language, TextDocument.create('file:///site/a.xml', 'xml', 1, text), linked).text;

/** What a parser reads in the element after all safe fixes, which leave nothing to refuse. */
function read(holder: Holder, body: string): string | undefined {
	const text = holders[holder].frame(body);
	const once = repaired(holder, text);
	assert.equal(repaired(holder, once), once, body);
	const { root, faults } = readXml(once);
	assert.deepEqual(faults, [], once);
	const element = [...allElements(root)].find(({ name }) => name === holder);
	return element && textOf(element).replace(/^cmd \/c /, '');
}

const lines = [
	'cat <<EOF > /etc/x\na\nEOF',
	'cat << EOF\nb\nEOF',
	'cat <<-\'EOF\' >/etc/y\n<conf>\n  <a b="1">1</a>\n</conf>\nEOF',
	'cat <<EOF\n<tag>\nEOF',
	'<<EOF cat\nc\nEOF',
	'x=$((1<<2))',
	'x=$((a<<b))',
	'if [ 1 < 2 ] && echo "<tag>"; then :; fi',
	'[[ a < b ]] || exit 1',
	'if (( a<b )); then echo; fi',
	'diff <(sort a) <(sort b)',
	'wc -l 2>&1 <in',
	'grep -c x <<< "$x"',
	'read a <<<$x',
	'read a <<<word',
	'sed -i "s/<a>/<b>/" f',
	'echo "</b>"',
	'echo "<br/>" < x',
	'echo a & wait',
	'test $a -lt 3 && reboot',
	'sort <nul',
	'sort < in.txt > out.txt',
	'powershell -Command "if ($a -lt 3) { $b = \'<x>\' }"',
	'echo "<a:b c=d>"',
	'while read -r l; do echo "$l"; done <"$f"',
	'mysql -u root <<SQL\nselect 1 where a<>b and c<=d;\nSQL',
	'echo "<?php phpinfo(); ?>" < x',
	"awk '$1<5 && $2>3' <in",
	'[[ ${a[b]} ]]>f',
	'echo \'<name a="1"\' >> x',
	'ssh <host> "a"',
];

suite('fixes within a program that is not escaped', () => {
	for (const holder of Object.keys(holders) as Holder[])
		for (const line of lines)
			test(`${holder}: ${line.split('\n', 1)[0]}`, () => {
				assert.equal(read(holder, line), line);
				assert.equal(read(holder, `\n${line}\n`), `\n${line}\n`);
			});
	test('neither do several lines lose anything', () => {
		const count = isThorough ? lines.length : 6;
		for (let first = 0; first < count; first++)
			for (const second of lines) {
				const body = `#!/bin/sh\n${lines[first]}\n${second}\n`;
				assert.equal(read('source', body), body);
			}
	});

	/** Bodies that a fix must leave alone, since there are two ways to read them. */
	const unclear = [
		'cd /a <b> &amp;&amp; x',
		'echo "<b>" <!-- note -->',
		'echo a<interpreter>shell</filename>',
		'echo "<b>a &nbsp; b"',
		'a <%= b && c %> <d>',
		'curl "http://a/?b=1&lt=2"',
		'cat <<EOF\n<source>\nEOF',
	];
	for (const body of unclear)
		test(`what is not clear is left: ${body}`, () => {
			const text = holders.source.frame(body);
			assert.equal(repaired('source', text), text);
		});

	/** Slips in the tags of the program's own element, put right as in any other. */
	const own: readonly [wrong: string, right: string][] = [
		['<source>a</sorce>', '<source>a</source>'],
		['<source>a && b</sorce>', '<source>a &amp;&amp; b</source>'],
		['<source>a<source>', '<source>a</source>'],
		['<source>a', '<source>a</source>'],
		['<source>a\n<interpreter>shell</interpreter>', '<source>a</source>\n<interpreter>shell</interpreter>'],
		['<source>a</source', '<source>a</source>'],
		['<source>a</source/>', '<source>a</source>'],
		['<source><![CDATA[a <b> && c</source>', '<source><![CDATA[a <b> && c]]></source>'],
		['<source><[CDATA[a <b> && c]]></source>', '<source><![CDATA[a <b> && c]]></source>'],
		['<source>a && b <![CDATA[<c>]]></source>', '<source>a &amp;&amp; b <![CDATA[<c>]]></source>'],
		['<source>[[ a ]]><b</source>', '<source>[[ a ]]&gt;&lt;b</source>'],
	];
	for (const [wrong, right] of own)
		test(`its own tags are put right: ${wrong}`, () => {
			const frame = holders.source.frame('');
			const text = frame.replace('<source></source>', () => wrong);
			assert.equal(
				repaired('source', text),
				frame.replace('<source></source>', () => right),
			);
		});

	test('an end tag that is missing goes behind all lines', () => {
		const text = holders.source.frame('\na\nb\n').replace('</source>', '');
		assert.equal(repaired('source', text), holders.source.frame('\na\nb').replace('</source>', '</source>\n'));
	});

	test('its place is not known where it goes on with what may be a tag', () => {
		const text = holders.source.frame('a <b').replace('</source>', '');
		assert.equal(repaired('source', text), text);
	});

	test('elsewhere a bracket that stands twice before a tag goes, and others are escaped', () => {
		const frame = holders.source.frame('a');
		const doubled = frame.replace('<filename>a<', '<<filename>a<');
		assert.equal(repaired('source', doubled), frame);
		const shifted = frame.replace('<filename>a<', '<filename>a << b<');
		assert.equal(repaired('source', shifted), frame.replace('<filename>a<', '<filename>a &lt;&lt; b<'));
	});
});
