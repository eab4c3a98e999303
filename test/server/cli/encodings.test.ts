import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { folder, xclarity } from '../../support/product';

const answers = readFileSync('test/fixtures/windows/whole.xml', 'utf8')
	.replace('pass="specialize"', 'pass="specialise"')
	.replace(/#[\w.]+#/g, 'Z\u00fcrich');
const fixedText = (text: string): string => text.replace('pass="specialise"', 'pass="specialize"');
const declaring = (name: string): string => answers.replace('encoding="utf-8"', `encoding="${name}"`);

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf32 = (text: string): Buffer => Buffer.from(Uint32Array.from(text, sign => sign.codePointAt(0) ?? 0).buffer);
const kickstart = '# Z\u00fcrich\nlang en_US.UTF-8\ntimezon UTC\nrootpw --lock\nautopart\n';

function written(context: TestContext, name: string, bytes: Buffer) {
	const cwd = folder(context, {});
	const file = path.join(cwd, name);
	writeFileSync(file, bytes);
	return { cwd, now: () => readFileSync(file) };
}

suite('the encoding of what is written', () => {
	for (const [what, text, bytesOf] of [
		['UTF-8', answers, (text: string) => Buffer.from(text)],
		['UTF-8 with a byte order mark', answers, (text: string) => Buffer.from(`\ufeff${text}`)],
		['UTF-16 (little endian)', declaring('utf-16'), (text: string) => utf16(`\ufeff${text}`)],
		['UTF-16 (big endian)', declaring('utf-16'), (text: string) => utf16(`\ufeff${text}`).swap16()],
		['UTF-16 without a mark', declaring('UTF-16LE'), utf16],
		['ISO-8859-1', declaring('ISO-8859-1'), (text: string) => Buffer.from(text, 'latin1')],
		['ISO-8859-2', declaring('ISO-8859-2'), (text: string) => Buffer.from(text, 'latin1')],
	] as const)
		test(`an XML file in ${what} is fixed and stays in it, byte for byte`, async context => {
			const { cwd, now } = written(context, 'unattend.xml', bytesOf(text));
			const { code, stdout } = await xclarity(['check', '--fix'], { cwd });
			assert.match(stdout, /^fixed 1 problem in unattend\.xml/m);
			assert.doesNotMatch(stdout, /as UTF-8|xml-encoding/);
			assert.equal(code, 0);
			assert.equal(now().toString('hex'), bytesOf(fixedText(text)).toString('hex'));
		});

	test('an XML file in UTF-32 becomes UTF-8 together with its declaration', async context => {
		const { cwd, now } = written(context, 'unattend.xml', utf32(`\ufeff${declaring('utf-32')}`));
		const { stdout } = await xclarity(['check', '--fix'], { cwd });
		assert.match(stdout, /^saved unattend\.xml as UTF-8; it was read as UTF-32/m);
		assert.equal(now().toString('utf8'), fixedText(answers));
	});

	for (const [what, bytes, why] of [
		[
			'UTF-8 with a stray byte',
			Buffer.concat([Buffer.from(kickstart), Buffer.from('# \xe4\n', 'latin1')]),
			/line 6 has bytes that are no characters of UTF-8,/,
		],
		[
			'Shift_JIS',
			Buffer.from(kickstart.replace('Z\u00fcrich', '\x83\x81\x83\x82'), 'latin1'),
			/line 1 has bytes that are no characters of Windows-1252,/,
		],
		[
			'UTF-16 with an unpaired surrogate',
			utf16(`\ufeff${kickstart.replace('autopart', 'autopart # \ud800')}`),
			/line 5 has bytes that are no characters of UTF-16 /,
		],
		[
			'UTF-16 with an odd last byte',
			Buffer.concat([utf16(`\ufeff${kickstart}`), Buffer.from('x')]),
			/line 6 has bytes that are no characters of UTF-16 /,
		],
		[
			'UTF-32 that ends within a character',
			Buffer.concat([utf32(`\ufeff${kickstart}`), Buffer.from('x')]),
			/line 6 has bytes that are no characters of UTF-32 /,
		],
		[
			'UTF-32 with a surrogate',
			utf32(`\ufeff${kickstart}\ud800`),
			/line 6 has bytes that are no characters of UTF-32 /,
		],
	] as const)
		test(`a file in ${what} is not written: it is named with the reason, and the end is 1`, async context => {
			const { cwd, now } = written(context, 'site.ks', bytes);
			for (const options of [['--dry-run'], []]) {
				const { code, stdout } = await xclarity(['check', '--fix', ...options], { cwd });
				assert.match(stdout, why);
				assert.match(stdout, /^site\.ks was not fixed: .* save it as UTF-8\.$/m);
				assert.equal(code, 1);
				assert.deepEqual(now(), bytes);
			}
			const { stderr, stdout } = await xclarity(['check', '--fix', '--json'], { cwd });
			assert.deepEqual(
				JSON.parse(stdout).refused.map(({ file }: { file: string }) => file),
				['site.ks'],
			);
			assert.match(stderr, /was not fixed/);
		});

	test('the quotation marks and the euro of Windows-1252 become those of UTF-8', async context => {
		const { cwd, now } = written(
			context,
			'site.ks',
			Buffer.from('# \x84Z\xfcrich\x93 5 \x80\nlang en_US.UTF-8\n', 'latin1'),
		);
		await xclarity(['check', '--fix'], { cwd });
		assert.match(now().toString('utf8'), /^# \u201eZ\u00fcrich\u201c 5 \u20ac\n/);
	});

	test('what is right in a text with a stray byte is read right, and the byte is named with its place', async context => {
		const bytes = Buffer.concat([Buffer.from(kickstart), Buffer.from('# \xe4\n', 'latin1')]);
		const { cwd } = written(context, 'site.ks', bytes);
		const { stdout } = await xclarity(['check'], { cwd });
		assert.match(stdout, /site\.ks:6:3 .*\[unattend-encoding\]/);
	});

	for (const [what, bytes] of [
		['UTF-16', utf16(`\ufeff${declaring('utf-16')}`)],
		['ISO-8859-1', Buffer.from(declaring('ISO-8859-1'), 'latin1')],
	] as const)
		test(`previews of an XML file in ${what} are UTF-8, declare that, and say so`, async context => {
			const { cwd } = written(context, 'unattend.xml', bytes);
			writeFileSync(path.join(cwd, 's.values.json'), '{ "servers": [{ "name": "a" }] }');
			const { stderr } = await xclarity(
				['preview', 'unattend.xml', '--values', 's.values.json', '--all-servers', '--out', 'made'],
				{ cwd },
			);
			assert.match(stderr, /^unattend\.xml declares another encoding; what is made is UTF-8, and declares that\.$/m);
			assert.equal(readFileSync(path.join(cwd, 'made/a/unattend.xml'), 'utf8'), answers);
			const { stdout } = await xclarity(['preview', 'unattend.xml'], { cwd });
			assert.equal(stdout, answers);
		});

	test('there is no preview of letters that are not read', async context => {
		const { cwd } = written(context, 'unattend.xml', Buffer.from(declaring('ISO-8859-2'), 'latin1'));
		const { code, stderr } = await xclarity(['preview', 'unattend.xml'], { cwd });
		assert.match(stderr, /unattend\.xml is in ISO-8859-2, whose letters are not read\. Save it as UTF-8 first\./);
		assert.equal(code, 2);
	});
});

suite('an XML declaration against the bytes', () => {
	for (const [what, bytes, codes] of [
		['UTF-8 under utf-16', Buffer.from(declaring('utf-16')), ['xml-encoding-contradicted']],
		['UTF-16 under utf-8', utf16(`\ufeff${answers}`), ['xml-encoding-contradicted']],
		['Latin-1 under utf-16', Buffer.from(declaring('utf-16'), 'latin1'), ['xml-encoding-contradicted']],
		['UTF-8 under ISO-8859-1', Buffer.from(declaring('ISO-8859-1')), ['xml-encoding-doubtful']],
		['ASCII under ISO-8859-1', Buffer.from(declaring('ISO-8859-1').replaceAll('\u00fc', 'ue')), []],
		['Latin-1 under ISO-8859-1', Buffer.from(declaring('ISO-8859-1'), 'latin1'), []],
		['UTF-16 under utf-16', utf16(`\ufeff${declaring('utf-16')}`), []],
		['UTF-8 under utf-8', Buffer.from(answers), []],
	] as const)
		test(`${what}: ${codes.join() || 'nothing'}`, async context => {
			const { cwd } = written(context, 'unattend.xml', bytes);
			const { stdout } = await xclarity(['check', '--format', 'json'], { cwd });
			const found = JSON.parse(stdout).diagnostics.filter(({ code }: { code: string }) => /encod/.test(code));
			assert.deepEqual(
				found.map(({ code }: { code: string }) => code),
				codes,
			);
		});

	for (const [what, bytes, fixed] of [
		['UTF-8 under utf-16', Buffer.from(declaring('utf-16')), Buffer.from(fixedText(answers))],
		['UTF-16 under utf-8', utf16(`\ufeff${answers}`), utf16(`\ufeff${fixedText(declaring('utf-16'))}`)],
	] as const)
		test(`${what}: --fix corrects the declaration`, async context => {
			const { cwd, now } = written(context, 'unattend.xml', bytes);
			const { code } = await xclarity(['check', '--fix'], { cwd });
			assert.equal(code, 0);
			assert.equal(now().toString('hex'), fixed.toString('hex'));
		});
});
