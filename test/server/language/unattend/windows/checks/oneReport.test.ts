import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { windowsDialect as dialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { codes, reports, sourceOf } from '../../xml/unattendSources';

const whole = readFileSync('test/fixtures/windows/whole.xml', 'utf8');

/** One change of a faultless file, and the one report that names it. */
const mistakes: readonly [what: string, code: string, right: RegExp, wrong: string][] = [
	['a group in lower case', 'windows-setting-unknown', /<(\/?)UserData>/g, '<$1userData>'],
	[
		'a required setting with a slip',
		'windows-setting-unknown',
		/<PartitionID>(\d)<\/PartitionID>/,
		'<PartitonID>$1</PartitonID>',
	],
	[
		'a required setting that has come out of its group',
		'windows-setting-unknown',
		/(<Username>deploy<\/Username>)([\s\S]*?<\/AutoLogon>)/,
		'$2$1',
	],
	['the licence taken out', 'windows-eula', /<AcceptEula>.*\n/, ''],
	['the licence answered with yes', 'windows-boolean', /<AcceptEula>true/, '<AcceptEula>yes'],
	['a disk that is no number', 'windows-integer', /<DiskID>0/, '<DiskID>disk0'],
	['a format that is none', 'windows-value', /<Format>FAT32/, '<Format>FTA32'],
	[
		'a partition that no disk has',
		'windows-install-target',
		/(<InstallTo>\s*<DiskID>0<\/DiskID>\s*<PartitionID>)\d/,
		'$17',
	],
	['a disk that is not set up', 'windows-install-disk', /(<InstallTo>\s*<DiskID>)0/, '$13'],
	[
		'a component with a slip',
		'windows-component-unknown',
		/Microsoft-Windows-Deployment/,
		'Microsoft-Windows-Deploymnet',
	],
	['a component in lower case of its attribute', 'windows-attribute-unknown', /publicKeyToken/, 'publickeytoken'],
	['words in a group', 'windows-text-stray', /<OOBE>/, '<OOBE>hide all'],
	[
		'a value with a slip in its name',
		'windows-setting-unknown',
		/<ProtectYourPC>/,
		'<NetwrokLocation>Work</NetwrokLocation>$&',
	],
	['a value in lower case', 'windows-setting-unknown', /<Format>NTFS<\/Format>/, '<format>NTFS</format>'],
	['a known setting in another component', 'windows-setting-unknown', /<TimeZone>/, '<AcceptEula>true</AcceptEula>$&'],
	[
		'a known setting in another group',
		'windows-setting-unknown',
		/<HideEULAPage>/,
		'<JoinDomain>example.org</JoinDomain>$&',
	],
	['a setting that nobody knows', 'windows-setting-unknown', /<HideEULAPage>/, '<Frobnicate>x</Frobnicate>$&'],
	['a time zone with a slip', 'windows-time-zone', /<TimeZone>UTC/, '<TimeZone>Pacific Standrd Time'],
	['a territory that does not exist', 'windows-locale', /<UserLocale>en-US/, '<UserLocale>en-UX'],
	['a locale as Linux writes it', 'windows-locale', /<SystemLocale>en-US/, '<SystemLocale>en_US'],
	[
		'a log-on without its password',
		'windows-autologon-password',
		/<Password><Value>#site.password#<\/Value><\/Password>/,
		'',
	],
	['a partition to change that no disk has', 'windows-partition-unknown', /<PartitionID>3/, '<PartitionID>9'],
	['a bare ampersand', 'xml-markup-character', /quiet|example\.org<\/JoinDomain>/, 'a & b</JoinDomain>'],
	[
		'a setting that is there twice, the second time with a slip',
		'windows-setting-twice',
		/<ProtectYourPC>\d<\/ProtectYourPC>/,
		'$&\n<ProtectYourPC>9</ProtectYourPC>',
	],
	[
		'a pass that is an element',
		'windows-pass-missing',
		/<settings pass="specialize">/,
		'<settings><pass>specialize</pass>',
	],
	['a group that closes itself', 'xml-start-tag', /<OOBE>/, '<OOBE/>'],
	[
		'a readable password whose mark has a slip',
		'windows-setting-unknown',
		/<Password><Value>#site.password#<\/Value>/,
		'<Password><Value>secret</Value><PlainnText>true</PlainnText>',
	],
	['a command under another name', 'windows-setting-unknown', /<(\/?)Path>/g, '<$1CommandLine>'],
];

suite('Windows: one mistake, one report', () => {
	for (const [what, code, right, wrong] of mistakes) {
		test(what, () => {
			const text = whole.replace(right, wrong);
			assert.notEqual(text, whole);
			const found = new Set(codes(dialect, sourceOf(text)));
			assert.deepEqual([...found], [code], reports(dialect, sourceOf(text)).join('\n'));
		});
	}

	test('a pass given twice', () => {
		const again = `<settings pass="specialize"><component name="Microsoft-Windows-IE-ESC" processorArchitecture="amd64" publicKeyToken="31bf3856ad364e35" language="neutral" versionScope="nonSxS"><IEHardenAdmin>true</IEHardenAdmin></component></settings>`;
		const text = whole.replace('<settings pass="oobeSystem">', `${again}$&`);
		assert.deepEqual(codes(dialect, sourceOf(text)), ['windows-pass-repeated']);
	});

	test('the format of a partition may be left to Setup', () => {
		assert.deepEqual(codes(dialect, sourceOf(whole.replace(/<Format>.*?<\/Format>/g, ''))), []);
	});

	test('a setting given twice, known or not, in its place or another', () => {
		const twice = whole.replace(/( *<AcceptEula>.*\n)/, '$1$1');
		assert.deepEqual(codes(dialect, sourceOf(twice)), ['windows-setting-twice']);
	});
});
