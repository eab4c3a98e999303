import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Context, Kind } from '../../../../server/language/language';
import { languageFor } from '../../../../server/language/languageService';
import { type Link, noLink } from '../../../../server/language/links/link';
import { appliedTo } from '../../../support/markers';
import { hostileLength } from '../../../support/thorough';

const pre = '#predefined.unattendSettings.preinstallConfig#';
const post = '#predefined.unattendSettings.postinstallConfig#';

interface Setting {
	readonly kind?: Kind;
	readonly name?: string;
	readonly link?: Partial<Link>;
}

function open(text: string, { kind = 'kickstart', name = 'ks.cfg', link = {} }: Setting) {
	const document = TextDocument.create(`file:///site/${name}`, kind, 1, text);
	const context: Context = {
		severities: {},
		link: { ...noLink, ...link },
		dependents: [],
		applianceMacros: [],
		files: [],
	};
	return { document, context, language: languageFor(kind) };
}

/** What the appliance asks of the text, with the text that each report stands at. */
function asked(text: string, setting: Setting = {}): string[] {
	const { document, context, language } = open(text, setting);
	return language
		.validate(document, context)
		.filter(({ code }) => String(code).startsWith('unattend-'))
		.map(({ code, range }) => `${String(code).slice('unattend-'.length)}: ${document.getText(range)}`);
}

function fixed(text: string, setting: Setting = {}): string {
	const { document, context, language } = open(text, setting);
	const found = language.validate(document, context).filter(({ code }) => String(code).startsWith('unattend-hook'));
	assert.ok(found[0], 'something is raised');
	const [action] = language.codeActions?.(document, found[0].range, found.slice(0, 1), context) ?? [];
	return appliedTo(document, action?.edit);
}

const answerFile = (inside: string): string =>
	`<unattend xmlns="urn:schemas-microsoft-com:unattend">\n${inside}</unattend>\n`;
const profile = (inside: string): string =>
	`<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns">${inside}</profile>`;

suite('what the appliance recommends', () => {
	test('nothing is asked of a file that may never meet an appliance', () => assert.deepEqual(asked('reboot\n'), []));
	test('a linked file has both macros', () =>
		assert.deepEqual(asked('reboot\n', { link: { configPath: 'site.xclarity.json' } }), ['hook-missing: reboot']));
	test('a file that says nothing is marked at its first word', () =>
		assert.deepEqual(asked('\n\n  #later on\n', { link: { configPath: 'site.xclarity.json' } }), [
			'hook-missing: #later',
		]));
	test('so has one that uses macros', () =>
		assert.deepEqual(asked(`# host\nreboot\n%post\necho #predefined.otherSettings.jobId#\n%end\n`), [
			'hook-missing: reboot',
		]));
	test('one of the two is missing', () => assert.deepEqual(asked(`${pre}\nreboot\n`), [`hook-missing: ${pre}`]));
	test('neither is', () => assert.deepEqual(asked(`${pre}\n${post}\nreboot\n`), []));
	test('elsewhere they are a conclusion of ours', () => {
		const link = { configPath: 'site.xclarity.json' };
		assert.deepEqual(asked('vmaccepteula\n', { kind: 'esxi', link }), ['hook-absent: vmaccepteula']);
		assert.deepEqual(asked(profile('\n'), { kind: 'autoyast', name: 'a.xml', link }), ['hook-absent: profile']);
		assert.deepEqual(asked(answerFile(''), { kind: 'windows', name: 'a.xml', link }), ['hook-absent: unattend']);
	});
});

suite('hook macros where they cannot work', () => {
	for (const [where, text, kind, reported] of [
		['a script', `${pre}\n%post\n${post}\n%end\n`, 'kickstart', post],
		['a script of ESXi', `${pre}\n%firstboot\n${post}\n`, 'esxi', post],
		['beside a command', `${pre}\nreboot ${post}\n`, 'kickstart', post],
		['a comment', `# ${pre}\n${post}\nreboot\n`, 'kickstart', pre],
		['an attribute', profile(`${post}<general config:type="${pre}"/>`), 'autoyast', pre],
		['an inner element', answerFile(`${post}<settings pass="specialize">${pre}</settings>`), 'windows', pre],
		['a comment in XML', answerFile(`${post}<!-- ${pre} -->`), 'windows', pre],
	] as const)
		test(where, () => {
			const name = kind === 'kickstart' || kind === 'esxi' ? 'ks.cfg' : 'a.xml';
			assert.deepEqual(asked(text, { kind, name }), [`hook-place: ${reported}`]);
		});
	test('a post-install script has no place for them', () =>
		assert.deepEqual(asked(`#!/bin/sh\n${pre}\n`, { kind: 'script', name: 'a.sh' }), [`hook-place: ${pre}`]));
	test('below the root element there is one', () => {
		assert.deepEqual(asked(profile(`\n${pre}\n${post}`), { kind: 'autoyast', name: 'a.xml' }), []);
		assert.deepEqual(asked(answerFile(`${pre}\n${post}\n`), { kind: 'windows', name: 'a.xml' }), []);
	});
	test('behind the root element they are part of what does not belong there', () => {
		const twice = `${answerFile(`${pre}\n${post}\n`)}${answerFile(`${pre}\n`)}`;
		assert.deepEqual(asked(twice, { kind: 'windows', name: 'a.xml' }), []);
		const repeated = answerFile(`${pre}\n${post}\n${pre}\n`);
		assert.deepEqual(asked(repeated, { kind: 'windows', name: 'a.xml' }), [`hook-repeated: ${pre}`]);
	});
	test('no depth of a hostile file overflows anything', () => {
		const depth = hostileLength(2_000, 10_000);
		const deep = profile(`${'<a>'.repeat(depth)}${pre}${post}${'</a>'.repeat(depth)}`);
		assert.equal(
			asked(deep, { kind: 'autoyast', name: 'a.xml' }).filter(one => one.startsWith('hook-place')).length,
			2,
		);
	});
});

suite('hook macros: fixes', () => {
	const link = { configPath: 'site.xclarity.json' };
	test('before the first command, below the comments', () =>
		assert.equal(fixed('# RHEL 9\nreboot\n', { link }), `# RHEL 9\n${pre}\n${post}\nreboot\n`));
	test('the title names the one that is missing, and no more than one', () => {
		const titles = (text: string): string[] => {
			const { document, context, language } = open(text, { link });
			const [found] = language.validate(document, context);
			assert.ok(found);
			const actions = language.codeActions?.(document, found.range, [found], context) ?? [];
			return actions.map(({ title }) => title).slice(0, 1);
		};
		assert.deepEqual(titles(`${pre}\nreboot\n`), [`Add ${post}`]);
		assert.deepEqual(titles('reboot\n'), ['Add the recommended macros']);
	});
	test('the one that is missing', () => assert.equal(fixed(`${pre}\nreboot\n`), `${pre}\n${post}\nreboot\n`));
	test('behind the agreement on ESXi', () =>
		assert.equal(fixed('vmaccepteula\nreboot\n', { kind: 'esxi', link }), `vmaccepteula\n${pre}\n${post}\nreboot\n`));
	test('below the root element', () => {
		assert.equal(
			fixed(profile('\n\t<general/>\n'), { kind: 'autoyast', name: 'a.xml', link }),
			profile(`\n\t${pre}\n\t${post}\n\t<general/>\n`),
		);
		assert.equal(
			fixed(answerFile('\t<settings pass="specialize"/>\n'), { kind: 'windows', name: 'a.xml', link }),
			answerFile(`\t<settings pass="specialize"/>\n\t${pre}\n\t${post}\n`),
		);
	});
	test('out of a script to the front', () =>
		assert.equal(fixed(`${pre}\nreboot\n%post\nls\n${post}\n%end\n`), `${pre}\n${post}\nreboot\n%post\nls\n%end\n`));
	test('one that stands in its place already is deleted', () =>
		assert.equal(fixed(`${pre}\n${post}\n%post\n${post}\n%end\n`), `${pre}\n${post}\n%post\n%end\n`));
});

suite('systems and names', () => {
	const text = `${pre}\n${post}\nreboot\n`;
	test('a macro of another system', () => {
		const licence = '#predefined.hostPlatforms.licenseKey#';
		const script = `${text}%post\necho ${licence}\n%end\n`;
		assert.deepEqual(asked(script), [`macro-system: ${licence}`]);
		assert.deepEqual(asked(`${text}serialnum --esx=${licence}\n`, { kind: 'esxi' }), []);
		assert.deepEqual(asked(`echo ${licence}\n`, { kind: 'script', name: 'a.cmd', link: { os: 'win2022' } }), []);
		assert.deepEqual(asked(`echo ${licence}\n`, { kind: 'script', name: 'a.sh' }), []);
	});
	test('a name that the appliance does not take', () => {
		assert.deepEqual(asked(text, { name: 'ks.txt' }), [`file-ending: ${pre}`]);
		for (const name of ['ks.cfg', 'HOST.KS', 'ks.cfg.j2', 'ks']) assert.deepEqual(asked(text, { name }), []);
	});
	test('systems without unattend files', () => {
		for (const os of ['centos', 'centos7', 'hyper-v', 'hyperv', 'azurestackhci'])
			assert.deepEqual(asked(text, { link: { os } }), [`system-unsupported: ${pre}`]);
	});
	test('a file for another system than its link says', () => {
		assert.deepEqual(asked(text, { link: { os: 'sles' } }), [`system-mismatch: ${pre}`]);
		for (const os of ['rhels', 'rhels9.4', 'rocky', 'ubuntu']) assert.deepEqual(asked(text, { link: { os } }), []);
	});
});
