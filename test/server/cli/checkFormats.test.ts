import assert from 'node:assert/strict';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import Ajv from 'ajv';
import { readXml } from '../../../server/language/unattend/xml/parse/readXml';
import type { XmlElement } from '../../../server/language/unattend/xml/parse/xmlNode';
import { elementsOf } from '../../../server/language/unattend/xml/parse/xmlTree';
import { folder, xclarity } from '../../support/product';
import { siteConfig, siteFiles, siteKickstart } from '../../support/sampleFiles';

const broken = siteKickstart.replace('server0.locale', 'server0.locle').replace('reboot\n', 'rebooot\n');

/** A pair with an error, a warning, information, a related place, and a file that cannot be read. */
function spoilt(context: TestContext): string {
	const cwd = folder(context, {
		...siteFiles,
		'site.xclarity.json': siteConfig.replace('"logpath"', '"server-settings"'),
		'sites/a & b.ks': broken,
		'xclarity.json': siteFiles['xclarity.json'].replace('"*.cfg"', '["*.cfg", "sites/*.ks"]'),
	});
	if (process.platform !== 'win32') symlinkSync('gone', path.join(cwd, 'sites/gone.ks'));
	return cwd;
}

const schemaOf = (name: string): object =>
	JSON.parse(readFileSync(`test/fixtures/reports/${name}.schema.json`, 'utf8'));

function assertValid(name: string, value: unknown): void {
	const validate = new Ajv({ allErrors: true }).compile(schemaOf(name));
	assert.ok(validate(value), JSON.stringify(validate.errors, undefined, 2));
}

const formatted = async (context: TestContext, format: string) =>
	xclarity(['check', '--format', format, '--allow-unchecked'], { cwd: spoilt(context) });

suite('xclarity check for other programs', () => {
	test('SARIF follows its schema, with rules, related places, fixes and what was not checked', async context => {
		const { code, stdout } = await formatted(context, 'sarif');
		const log = JSON.parse(stdout);
		assertValid('sarif', log);
		const [{ results, tool, invocations }] = log.runs;
		assert.equal(code, 1);
		const misspelled = results.find(({ ruleId }: { ruleId: string }) => ruleId === 'macro-unknown');
		assert.deepEqual(misspelled.locations[0].physicalLocation, {
			artifactLocation: { uri: 'sites/a%20%26%20b.ks' },
			region: { startLine: 5, startColumn: 6, endLine: 5, endColumn: 37 },
		});
		assert.equal(tool.driver.rules[misspelled.ruleIndex].id, 'macro-unknown');
		assert.equal(
			misspelled.fixes[0].artifactChanges[0].replacements[0].insertedContent.text,
			'#server-settings.server0.locale#',
		);
		assert.ok(results.some(({ relatedLocations }: { relatedLocations: unknown[] }) => relatedLocations.length > 0));
		assert.equal(invocations[0].executionSuccessful, process.platform === 'win32');
	});

	test('a backslash in a name is a sign of that name where it separates no folders', {
		skip: process.platform === 'win32',
	}, async context => {
		const cwd = folder(context, { 'p\\back.ks': 'rebooot\n' });
		const { stdout } = await xclarity(['check', '--format', 'sarif'], { cwd });
		const [{ results }] = JSON.parse(stdout).runs;
		assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'p%5Cback.ks');
		const gitlab = await xclarity(['check', '--format', 'gitlab'], { cwd });
		assert.equal(JSON.parse(gitlab.stdout)[0].location.path, 'p\\back.ks');
	});

	test('GitLab gets its list, each report with a fingerprint of its own that survives lines above', async context => {
		const { stdout } = await formatted(context, 'gitlab');
		const issues = JSON.parse(stdout);
		assertValid('gitlab', issues);
		const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
		assert.equal(new Set(prints).size, prints.length);
		const moved = folder(context, { 'ks.cfg': `\n\n${broken}` });
		const here = folder(context, { 'ks.cfg': broken });
		const printsIn = async (cwd: string) =>
			JSON.parse((await xclarity(['check', '--format', 'gitlab', 'ks.cfg'], { cwd })).stdout)
				.filter(({ description }: { description: string }) => description.includes('rebooot'))
				.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
		assert.ok((await printsIn(here)).length > 0);
		assert.deepEqual(await printsIn(moved), await printsIn(here));
	});

	test('GitHub gets one command a report, with its special characters escaped', async context => {
		const { stdout } = await formatted(context, 'github');
		const form =
			/^::(?:error|warning|notice) file=[^,:\r\n]+(?:,line=\d+(?:,endLine=\d+)?,col=\d+(?:,endColumn=\d+)?,title=[\w-]+)?::\S[^\r\n]*$/;
		const lines = stdout.trimEnd().split('\n');
		assert.ok(lines.length > 3);
		for (const line of lines) assert.match(line, form);
		assert.ok(
			lines.some(line =>
				line.startsWith('::error file=sites/a & b.ks,line=5,endLine=5,col=6,endColumn=36,title=macro-unknown::'),
			),
			stdout,
		);
		const named = folder(context, { 'a,b:50%.ks': 'frobnicate\n' });
		const odd = await xclarity(['check', '--format', 'github', 'a,b:50%.ks'], { cwd: named });
		assert.match(odd.stdout, /^::\w+ file=a%2Cb%3A50%25\.ks,/);
	});

	test('JUnit is XML: a suite for each file, a case for each error, and one for a clean file', async context => {
		const { stdout } = await formatted(context, 'junit');
		const { root, faults } = readXml(stdout);
		assert.deepEqual(faults, []);
		assert.equal(root?.name, 'testsuites');
		const suites = root ? elementsOf(root) : [];
		assert.equal(suites.length, 4 + (process.platform === 'win32' ? 0 : 1));
		const attribute = (element: XmlElement, name: string) => element.attributes.find(each => each.name === name)?.value;
		for (const each of suites) {
			const cases = elementsOf(each).filter(({ name }) => name === 'testcase');
			assert.equal(String(cases.length), attribute(each, 'tests'));
			const failed = cases.filter(one => elementsOf(one).some(({ name }) => name === 'failure'));
			assert.equal(String(failed.length), attribute(each, 'failures'));
		}
		// What is less than an error stands behind the cases of its file.
		const others = suites.filter(each => elementsOf(each).some(({ name }) => name === 'system-out'));
		assert.ok(others.every(each => /^(?:ks\.cfg|sites\/.*b\.ks)$/.test(attribute(each, 'name') ?? '')));
		assert.match(stdout, /<system-out>ks\.cfg:20:16 warning [^<]* \[macro-single-name\]<\/system-out>/);
		assert.match(stdout, /<testcase name="macro-unknown 5:6" classname="sites\/a &amp; b\.ks"/);
	});
});
