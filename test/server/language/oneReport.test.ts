/** A report names the cause of a mistake; what follows from it is silent, or a place that the report names. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Kind } from '../../../server/language/language';
import { languageFor } from '../../../server/language/languageService';
import { type Link, noLink } from '../../../server/language/links/link';

const document = (uri: string, text: string): TextDocument => TextDocument.create(uri, '', 1, text);

/** What is said about a file, louder than a hint: codes, each with how many more places it names. */
function said(kind: Kind, text: string, link: Partial<Link> = {}): string[] {
	const context = { severities: {}, link: { ...noLink, ...link }, dependents: [], applianceMacros: [], files: [] };
	return languageFor(kind)
		.validate(document(`file:///site/file.${kind === 'kickstart' ? 'ks' : 'json'}`, text), context)
		.filter(({ severity }) => severity !== DiagnosticSeverity.Hint)
		.map(({ code, relatedInformation = [] }) => `${code} +${relatedInformation.length}`);
}

const root = '"category": "dynamic", "name": "site", "type": "assoc_array", "optional": false';
const leaf = '"category": "dynamic", "common": true, "label": "L", "type": "string", "optional": false';
const site = (...settings: string[]): string => `{ ${root}, "content": [\n${settings.join(',\n')}\n] }`;

suite('one report in a configuration-settings file', () => {
	for (const [what, text, ...reports] of [
		['children for content', `{ ${root}, "children": [{ ${leaf}, "name": "a" }] }`, 'config-unknown-key +0'],
		[
			'required for optional',
			site(`{ ${leaf.replace('"optional"', '"required"')}, "name": "a" }`),
			'config-unknown-key +0',
		],
		['default for value', site(`{ ${leaf}, "name": "a", "choices": ["x"], "default": "x" }`), 'config-unknown-key +0'],
		['a number as key', site(`{ ${leaf.replace('"category"', '12')}, "name": "a" }`), 'json-unquoted-key +0'],
		['single quotes', site(`{ ${leaf}, 'name': 'a' }`), 'json-quotes +1'],
		[
			'another mistake in the value than in its key',
			site(`{ ${leaf}, 'name': a }`),
			'json-quotes +0',
			'json-unquoted-value +0',
		],
		['quotes written twice', site(`{ ${leaf}, "name": ""a"" }`), 'json-quotes +0'],
		[
			'words of Python',
			site(`{ ${leaf.replace('true', 'True').replace('false', 'False')}, "name": "a" }`),
			'json-literal +1',
		],
		['keys without quotes', site(`{ ${leaf}, name: "a", value: "b" }`), 'json-unquoted-key +1'],
		['a semicolon behind a literal', site(`{ ${leaf};\n"name": "a" }`), 'json-wrong-separator +0'],
		['a quote that is missing on a long line', site(`{ "name": "a, ${leaf} }`), 'json-unclosed-string +0'],
		['texts where settings belong', site('"a"', '"b"'), 'config-setting +0'],
		['an empty choice', site(`{ ${leaf}, "name": "a", "choices": ["x", ""] }`), 'config-choice-blank +0'],
		[
			'a blank behind a choice',
			site(`{ ${leaf}, "name": "a", "choices": ["x", "y "], "value": "y" }`),
			'config-outer-blanks +0',
		],
		[
			'objects as choices',
			site(`{ ${leaf}, "name": "a", "choices": [{ "value": "x" }, { "value": "y" }] }`),
			'config-choice-type +1',
		],
		[
			'a setting that says the other thing than those around and inside',
			site(
				`{ ${leaf}, "name": "g", "type": "assoc_array", "content": [{ ${leaf.replace('true', 'false')}, "name": "h", "type": "assoc_array", "content": [{ ${leaf}, "name": "a" }, { ${leaf}, "name": "b" }] }] }`
					.replaceAll('"type": "string", "optional": false, "name": "g", ', '"optional": false, "name": "g", ')
					.replaceAll('"type": "string", "optional": false, "name": "h", ', '"optional": false, "name": "h", '),
			),
			'config-common-flip +0',
		],
		['two settings in one object', site(`{ ${leaf}, "name": "a", ${leaf}, "name": "b" }`), 'json-duplicate-key +5'],
		['a regex between slashes', site(`{ ${leaf}, "name": "a", "regex": "/^x$/" }`), 'config-regex-slashes +0'],
		[
			'a value with content',
			site(`{ ${leaf}, "name": "a", "value": "x", "content": [{ ${leaf}, "name": "b" }] }`),
			'config-leaf-with-children +0',
		],
		['a brace for a bracket', site(`{ ${leaf}, "name": "a" }`).replace(/\n\] \}$/, '\n}\n}'), 'json-wrong-bracket +0'],
		['a text cut before its next key', `${site(`{ "name": "a"`).slice(0, -4)},\n"`, 'json-truncated +0'],
		[
			'a text cut in a name',
			`${site(`{ ${leaf}, "name": "rep" }`, `{ ${leaf}, "name": "rep`).slice(0, -4)}`,
			'json-truncated +0',
		],
		['a text cut before its settings', `{ ${root}`, 'json-unclosed-bracket +0'],
		['a cut literal', `${site(`{ "name": "a"`).slice(0, -4)},\n"common": fa`, 'json-truncated +0'],
		['a cut text with brackets', `${site(`{ "name": "a"`).slice(0, -4)},\n"regex": "^[a-z]`, 'json-truncated +0'],
		[
			'a cut list of choices',
			`${site(`{ ${leaf}, "name": "a", "value": "y"`).slice(0, -4)},\n"choices": ["x"`,
			'json-truncated +0',
		],
	] as const) {
		test(what, () => assert.deepEqual(said('config', text), reports, text));
	}
});

const server = `{ "category": "dynamic", "common": false, "name": "servers", "type": "assoc_array", "optional": false, "template": [{ "category": "dynamic", "common": false, "name": "server", "type": "assoc_array", "optional": false, "autoCreateInstance": true, "content": [{ ${leaf.replace('true', 'false')}, "name": "locale", "choices": ["en_US", "xx"] }, { ${leaf.replace('true', 'false')}, "name": "rack" }] }] }`;
const config = site(server, `{ ${leaf}, "name": "vlan" }`);
const linked = (text = config): Partial<Link> => ({
	config: document('file:///site/site.json', text),
	configPath: 'site.json',
	matches: ['site.json'],
});
const hooks = '#predefined.unattendSettings.preinstallConfig#\n#predefined.unattendSettings.postinstallConfig#\n';
const kickstart = (lines: string): string => `#version=RHEL9\n${hooks}text\nrootpw --lock\n${lines}\n`;

suite('one report in a file that uses settings', () => {
	const isAboutMacros = (code: string): boolean => /macro|link/.test(code);
	const found = (lines: string, text = config): string[] =>
		said('kickstart', kickstart(lines), linked(text)).filter(isAboutMacros);

	test('a group that was renamed is one mistake, wherever it is used', () => {
		const renamed = config.replace('"servers"', '"hosts"');
		const text = '#servers.server0.locale# and #servers.server0.rack#\n#servers.server0.locale#';
		assert.deepEqual(found(`%post\necho ${text}\n%end`, renamed), ['macro-unknown +2']);
	});

	test('names that a group does not have are one mistake each, whatever follows them', () => {
		const text =
			'#servers.server0.shelf# #servers.server0.shelf#\n#servers.server0.aisle.first# #servers.server0.aisle.last#';
		assert.deepEqual(found(`%post\necho ${text}\n%end`), ['macro-unknown +1', 'macro-unknown +1']);
	});

	test('an instance that cannot be, as no more are allowed than there must be', () => {
		const outOfRange = ['macro-instance-out-of-range +0'];
		const created = config.replace('"template"', '"maxElements": 1, "template"');
		const added = created.replace('"autoCreateInstance": true', '"autoCreateInstance": false');
		for (const [text, instance, reports] of [
			[added, 1, outOfRange],
			[added.replace('"maxElements": 1', '"maxElements": 0'), 0, outOfRange],
			[added.replace('"maxElements"', '"minElements": 1, "maxElements"'), 1, outOfRange],
			[created, 1, outOfRange],
			// What contradicts itself in the other file is a mistake there, and told there.
			[created.replace('"maxElements": 1', '"maxElements": 0'), 0, []],
			[added.replace('"maxElements"', '"minElements": 2, "maxElements"'), 1, []],
		] as const) {
			assert.deepEqual(found(`%post\necho #servers.server${instance}.rack#\n%end`, text), reports, text);
		}
	});

	test('a choice that the installer refuses, where the macro is a part of the word', () => {
		const english = config.replace('"xx"', '"English (US)"');
		assert.deepEqual(found('lang #servers.server0.locale#.UTF-8', english), ['kickstart-macro-choice +1']);
		assert.deepEqual(found('lang #servers.server0.locale#.UTF-8', config.replace('"xx"', '"de_DE"')), []);
	});

	test('a password whose setting was removed is not missing, too', () => {
		const text = `#version=RHEL9\n${hooks}text\nrootpw #rootpass#\n`;
		assert.deepEqual(
			said('kickstart', text, linked()).filter(code => /macro|argument|password|one-of/.test(code)),
			['macro-single-name +0'],
		);
	});

	test('a choice that several places refuse is one mistake', () => {
		const lines = 'lang #servers.server0.locale#\nlang --addsupport=#servers.server0.locale#';
		assert.equal(found(lines).filter(code => code.startsWith('kickstart-macro-choice')).length, 1);
	});

	test('what a macro would bring that is not written as one is no second mistake', () => {
		const lang = config.replace(/"choices": \[[^\]]*\]/, '"choices": ["English"]');
		assert.deepEqual(found('lang #servers.server0.locale#', lang), ['kickstart-macro-choice +1']);
		for (const broken of ['{{servers.server0.locale}}', '<servers.server0.locale>'])
			assert.deepEqual(found(`lang ${broken}`, lang), ['macro-syntax +0'], broken);
		const two = 'lang {{servers.server0.locale}}\nnetwork --hostname={{servers.server0.rack}}';
		assert.deepEqual(found(two, lang), ['macro-syntax +0', 'macro-syntax +0']);
	});

	test('a setting that was removed leaves a macro behind, with one name, too', () => {
		assert.deepEqual(found('network --vlanid=#vlans#', site(server)), ['macro-single-name +0']);
	});

	test('what a broken configuration file does not declare is no mistake of this file', () => {
		assert.deepEqual(found('lang #servers.server0.locale#', ''), []);
		assert.deepEqual(found('lang #servers.server0.locale#', `{ ${root}, "content": [`), []);
		assert.deepEqual(found('lang #servers.server9.lang#', config.replace('"servers"', '')), []);
	});

	test('a hook macro that is misspelt is not missing, too', () => {
		const text = kickstart('').replace('preinstallConfig', 'preintsallConfig');
		assert.ok(!said('kickstart', text, linked()).some(code => code.startsWith('unattend-hook-missing')));
	});

	test('an address where a MAC address comes, and the other way round', () => {
		const network = 'predefined.hostPlatforms.networkSettings';
		const ip = (name: string): string => `network --bootproto=static --ip=#${network}.${name}# --netmask=255.255.255.0`;
		assert.deepEqual(found(ip('selectedMAC')), ['kickstart-macro-choice +0']);
		assert.deepEqual(found(ip('ipAddress')), []);
	});

	test('a mistake of the manifest is reported there; here a hint names it', () => {
		const waiting = said('kickstart', kickstart('lang #a.b#'), { isFaultOfManifest: true });
		assert.deepEqual(waiting.filter(isAboutMacros), []);
	});

	test('what may rest on the release waits for the manifest; an error and a warning do not', () => {
		const text = kickstart('frobnicate\nlang klingon\nuser --name=a --plaintext --password=secret');
		const certain = ['kickstart-unknown-command +0', 'kickstart-locale +0'];
		assert.deepEqual(said('kickstart', text, linked()), [...certain, 'kickstart-clear-text-password +0']);
		assert.deepEqual(said('kickstart', text, { isFaultOfManifest: true }), certain);
	});
});

suite('one report in xclarity.json', () => {
	const manifest = (link: string): string[] => said('manifest', `{ "links": [${link}] }`);
	for (const [link, ...reports] of [
		['{ "unatend": "a.ks", "config": "b.json" }', 'link-key-unknown +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "rhles" }', 'link-system-spelling +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "redhat" }', 'link-system-unknown +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "sles", "osrelease": "latest" }', 'link-release-unknown +0'],
		['{ "unattend": "a.ks", "config": "b.json", "osrelease": 9.4 }', 'link-value +0'],
		['{ "unattend": "a.ks", "config": "b.json }', 'link-syntax +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "SLES" }', 'link-system-form +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "sles 15.4" }', 'link-system-form +0'],
		['{ "unattend": "b.json", "config": "b.json" }', 'link-file-kind +0'],
		['{}', 'link-key-missing +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "esxi", "osrelease": "7.x" }', 'link-release-unknown +0'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "rhels9.4" }'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "sles", "osrelease": "15 SP4" }'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "win", "osrelease": "2012r2" }'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "esxi", "osrelease": "7.0u3" }'],
		['{ "unattend": "a.ks", "config": "b.json", "os": "centos", "osrelease": "9" }'],
	] as const) {
		test(link, () => assert.deepEqual(manifest(link), reports));
	}

	test('a release of another system is held against the file that it is for', () => {
		const found = said('kickstart', kickstart(''), { os: 'rhels', osrelease: '2022', matches: ['a'] });
		assert.ok(found.includes('unattend-release-mismatch +0'), String(found));
	});
});
