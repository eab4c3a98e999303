import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../server/language/unattend/windows/windowsDialect';
import { codes, sourceOf } from '../xml/unattendSources';
import { fixed } from '../xml/xmlVerbs';

const whole = readFileSync('test/fixtures/windows/whole.xml', 'utf8');

/** Breaks the whole file in one place; the fix must bring it back. */
const breaks: readonly [code: string, right: string, wrong: string][] = [
	['windows-command-shell', '<Path>cmd /c echo one', '<Path>echo one'],
	[
		'windows-setting-unknown',
		'<Path>cmd /c echo one &gt; C:\\one.txt</Path>',
		'<CommandLine>cmd /c echo one &gt; C:\\one.txt</CommandLine>',
	],
	['windows-integer', '<DiskID>0', '<DiskID>disk0'],
	['windows-pass-unknown', 'pass="windowsPE"', 'pass="WindowsPE"'],
	['windows-efi-format', '<Format>FAT32', '<Format>NTFS'],
	['windows-eula', '<AcceptEula>true', '<AcceptEula>false'],
	['windows-action-value', '<Disk wcm:action="add">', '<Disk wcm:action="ad">'],
	['windows-value', '<WillShowUI>OnError', '<WillShowUI>OnErorr'],
	['windows-setting-deprecated', '<OOBE>\n', '<OOBE>\n        <SkipMachineOOBE>true</SkipMachineOOBE>\n'],
	[
		'windows-partition-size',
		'<Extend>true</Extend>\n            </CreatePartition>',
		'<Extend>true</Extend>\n              <Size>100</Size>\n            </CreatePartition>',
	],
	[
		'windows-autologon-count',
		'<Username>deploy</Username>\n        <LogonCount>1</LogonCount>',
		'<Username>deploy</Username>',
	],
];

suite('Windows: fixes', () => {
	for (const [code, right, wrong] of breaks) {
		test(`${code} is repaired`, () => {
			assert.ok(whole.includes(right));
			assert.equal(
				fixed(
					dialect,
					code,
					whole.replace(right, () => wrong),
				),
				whole,
			);
		});
	}

	for (const [right, wrong] of [
		['<UserData>', '<UsreData>'],
		['<ModifyPartition wcm', '<ModfyPartition wcm'],
		['<SystemLocale>', '<SystemLoacle>'],
		['<OOBE>', '<OBE>'],
		['<settings pass="windowsPE"', '<setings pass="windowsPE"'],
		['</UserData>', '</UsreData>'],
		['</settings>', '</setings>'],
		['</CommandLine>', '</ComandLine>'],
	] as const)
		test(`of two names the one that is documented there stands: ${wrong}`, () =>
			assert.equal(fixed(dialect, 'xml-end-tag-name', whole.replace(right, wrong)), whole));

	test('an Order given twice becomes the next free one', () => {
		const wrong = whole.replace('<Order>2</Order>\n          <Path>', '<Order>1</Order>\n          <Path>');
		assert.equal(fixed(dialect, 'windows-order-repeated', wrong), whole);
	});

	test('an encoded password is no longer called plain text', () => {
		const encoded = 'UABhAHMAcwB3AG8AcgBkAEEAZABtAGkAbgBpAHMAdAByAGEAdABvAHIAUABhAHMAcwB3AG8AcgBkAA==';
		const wrong = whole.replace('#site.settings.password#', encoded);
		const right = wrong.replace('<PlainText>true', '<PlainText>false');
		assert.equal(fixed(dialect, 'windows-password-encoded', wrong), right);
		assert.deepEqual(codes(dialect, sourceOf(right)), []);
	});

	test('the address of an adapter gets hyphens', () => {
		const text = (address: string) =>
			whole.replace(
				/<component name="Microsoft-Windows-Deployment"[\s\S]*?<\/component>/,
				() =>
					`<component name="Microsoft-Windows-TCPIP" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral"><Interfaces><Interface wcm:action="add"><Identifier>${address}</Identifier></Interface></Interfaces></component>`,
			);
		assert.equal(fixed(dialect, 'windows-mac', text('00:11:22:33:44:55')), text('00-11-22-33-44-55'));
	});
});
