import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { toolCalls } from '../../../server/cli/secondOpinion/secondOpinion';
import { folder, xclarity } from '../../support/product';
import { siteFiles } from '../../support/sampleFiles';

const kickstart = 'text\nlang #server-settings.server0.locale#.UTF-8\nkeyboard us\nrootpw --lock\n';
const autoyast = `<?xml version="1.0"?>
<profile xmlns="http://www.suse.com/1.0/yast2ns">
  <general/>
  <report>#logpath#</report>
</profile>
`;
const files = { ...siteFiles, 'ks.cfg': kickstart, 'auto.xml': autoyast };

/** A program of this name on a path of its own: a script of a shell that finds no other program there. */
function standIn(context: TestContext, name: string, script: string): { readonly PATH: string } {
	const bin = folder(context, {});
	const program = path.join(bin, name);
	writeFileSync(program, `#!/bin/sh\n${script}\n`);
	chmodSync(program, 0o755);
	return { PATH: bin };
}

const isInstalled = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;
const onlyPosix = process.platform === 'win32' ? 'a script is no program on Windows' : false;

suite('xclarity preview --second-opinion', { skip: onlyPosix }, () => {
	const ask = ['preview', 'ks.cfg', '--second-opinion'];

	test('asks ksvalidator about the finished file, and tells its words at the place in the source', async context => {
		const environment = standIn(
			context,
			'ksvalidator',
			`[ "$1,$2,$#,$LC_ALL" = '-v,RHEL9,3,C' ] || exit 9
			 number=0
			 while read -r line; do
			   number=$((number + 1))
			   [ "$line" = 'lang en_GB.UTF-8' ] && break
			 done < "$3"
			 printf 'The following problem occurred on line %s of the kickstart file:\\n\\nNo such language\\n\\n' $number >&2
			 exit 1`,
		);
		const { code, stdout, stderr } = await xclarity(ask, { cwd: folder(context, files), environment });
		assert.equal(code, 1);
		assert.match(stdout, /^lang en_GB\.UTF-8$/m);
		assert.match(stderr, /^ksvalidator for RHEL9 objects\.$/m);
		assert.match(stderr, /ks\.cfg:2:1 error No such language \[ksvalidator\]\n {2}lang #server-settings/);
	});

	test('consent is told, and changes nothing', async context => {
		const environment = standIn(context, 'ksvalidator', 'echo "Checking kickstart file $3"');
		const { code, stderr } = await xclarity(ask, { cwd: folder(context, files), environment });
		assert.match(stderr, /^ksvalidator for RHEL9 has no objection\.$/m);
		assert.equal(code, 0, stderr);
	});

	test('a program that is not there is named, and is no consent', async context => {
		const environment = { PATH: folder(context, {}) };
		const { code, stdout, stderr } = await xclarity(ask, { cwd: folder(context, files), environment });
		assert.equal(code, 2);
		assert.match(stdout, /^lang en_GB\.UTF-8$/m);
		assert.match(stderr, /^ksvalidator is not installed: no second opinion\.$/m);
	});

	test('a program that breaks down is no consent either', async context => {
		const environment = standIn(context, 'ksvalidator', 'echo "No module named pykickstart" >&2; exit 1');
		const { code, stderr } = await xclarity(ask, { cwd: folder(context, files), environment });
		assert.equal(code, 2);
		assert.match(stderr, /^ksvalidator gave no opinion: No module named pykickstart$/m);
	});

	test('Ctrl-C ends the program, too', async context => {
		const controller = new AbortController();
		const marks = folder(context, {});
		const environment = standIn(
			context,
			'ksvalidator',
			`echo $$ > '${path.join(marks, 'pid')}'
			 exec /bin/sleep 600`,
		);
		const { watch, readFileSync } = await import('node:fs');
		const started = new Promise<number>(resolve => {
			const watcher = watch(marks, () => {
				const pid = Number(readFileSync(path.join(marks, 'pid'), 'utf8'));
				if (pid === 0) return;
				watcher.close();
				resolve(pid);
			});
		});
		const running = xclarity(ask, { cwd: folder(context, files), environment, signal: controller.signal });
		const pid = await started;
		controller.abort();
		const { code, stderr } = await running;
		assert.equal(code, 2);
		assert.match(stderr, /^xclarity: stopped before the end\.$/m);
		assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' });
	});

	test('one file for each server: each is judged', async context => {
		const environment = standIn(
			context,
			'ksvalidator',
			'while read -r line; do [ "$line" = "lang de_DE.UTF-8" ] && exit 3; done < "$3"; exit 0',
		);
		const values = {
			config: 'site.xclarity.json',
			servers: ['en_GB', 'de_DE'].map(locale => ({
				name: locale,
				values: { 'server-settings': { server: [{ locale }] } },
			})),
		};
		const cwd = folder(context, { ...files, 'a.values.json': JSON.stringify(values) });
		const all = [...ask, '--values', 'a.values.json', '--all-servers', '--out', 'made'];
		const { code, stderr } = await xclarity(all, { cwd, environment });
		assert.equal(code, 2);
		assert.match(stderr, /has no objection[\s\S]*gave no opinion: it said nothing/);
	});

	test('a dialect without such a program says so', async context => {
		const cwd = folder(context, { 'a.esxi.cfg': 'vmaccepteula\nrootpw --iscrypted x\ninstall --firstdisk\nreboot\n' });
		const { code, stderr } = await xclarity(['preview', 'a.esxi.cfg', '--second-opinion'], { cwd });
		assert.equal(code, 2);
		assert.match(stderr, /No program is known that judges files of this kind/);
	});

	test('the help names every program', async () => {
		const { stdout } = await xclarity(['help', 'preview']);
		for (const program of Object.keys(toolCalls)) assert.match(stdout, new RegExp(`\\b${program} for `));
	});

	test('a schema needs XML and an existing file, and goes with the question alone', async context => {
		const cwd = folder(context, { ...files, 'a.xsd': '' });
		for (const [args, words] of [
			[[...ask, '--schema', 'a.xsd'], /--schema is for XML files/],
			[['preview', 'auto.xml', '--second-opinion', '--schema', 'b.xsd'], /schema b\.xsd cannot be read/],
			[['preview', 'auto.xml', '--schema', 'a.xsd'], /--schema goes with --second-opinion/],
		] as const) {
			const { code, stderr } = await xclarity(args, { cwd });
			assert.deepEqual([code, words.test(stderr)], [2, true], stderr);
		}
	});

	test('a compact schema is for jing', async context => {
		const environment = standIn(
			context,
			'jing',
			`[ "$1" = -c ] && [ "\${2%a.rnc}" != "$2" ] || exit 9
			 echo "$3:4:3: error: element \\"report\\" not allowed here"
			 exit 1`,
		);
		const cwd = folder(context, { ...files, 'a.rnc': '' });
		const { code, stderr } = await xclarity(['preview', 'auto.xml', '--second-opinion', '--schema', 'a.rnc'], {
			cwd,
			environment,
		});
		assert.equal(code, 1);
		assert.match(stderr, /auto\.xml:4:3 error element "report" not allowed here \[jing\]/);
	});
});

suite('xclarity preview --second-opinion, with xmllint', {
	skip: isInstalled('xmllint') ? false : 'xmllint is not installed',
}, () => {
	const ask = ['preview', 'auto.xml', '--second-opinion'];
	const schema = `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.suse.com/1.0/yast2ns"
  xmlns:y="http://www.suse.com/1.0/yast2ns" elementFormDefault="qualified">
  <element name="profile"><complexType><sequence><element name="general"/></sequence></complexType></element>
</schema>`;
	const relaxNg = `<element name="profile" ns="http://www.suse.com/1.0/yast2ns" xmlns="http://relaxng.org/ns/structure/1.0">
  <element name="general"><empty/></element><element name="report"><text/></element>
</element>`;

	test('a value that breaks the XML is told at its macro', async context => {
		const values = { config: 'site.xclarity.json', common: { 'common-ntpservers': { ntpserver: ['a'] } } };
		const cwd = folder(context, {
			...files,
			'site.xclarity.json': siteFiles['site.xclarity.json'].replace('/var/log/site-post.log', '<b>'),
			'a.values.json': JSON.stringify(values),
		});
		const { code, stderr } = await xclarity([...ask, '--values', 'a.values.json'], { cwd });
		assert.equal(code, 1);
		assert.match(stderr, /^xmllint for the form of XML objects\.$/m);
		assert.match(stderr, /auto\.xml:4:\d+ error parser error : Opening and ending tag mismatch.* \[xmllint\]/);
	});

	test('schemas of both kinds are held against it', async context => {
		const cwd = folder(context, { ...files, 'a.xsd': schema, 'a.rng': relaxNg, 'b.xsd': '<schema>' });
		const refused = await xclarity([...ask, '--schema', 'a.xsd'], { cwd });
		assert.equal(refused.code, 1);
		assert.match(refused.stderr, /auto\.xml:4:3 error Schemas validity error : .*report.*not expected/);
		const taken = await xclarity([...ask, '--schema', 'a.rng'], { cwd });
		assert.match(taken.stderr, /^xmllint for a\.rng has no objection\.$/m);
		const broken = await xclarity([...ask, '--schema', 'b.xsd'], { cwd });
		assert.equal(broken.code, 2);
		assert.match(broken.stderr, /^xmllint gave no opinion: /m);
	});
});

suite('xclarity preview --second-opinion, with ksvalidator', {
	skip: isInstalled('ksvalidator') ? false : 'ksvalidator is not installed',
}, () => {
	test('an unknown command is told at its line', async context => {
		const cwd = folder(context, { ...files, 'ks.cfg': `${kickstart}fooo --bar\n` });
		const { code, stderr } = await xclarity(['preview', 'ks.cfg', '--second-opinion'], { cwd });
		assert.equal(code, 1);
		assert.match(stderr, /ks\.cfg:5:1 error Unknown command: fooo \[ksvalidator\]/);
	});
});
