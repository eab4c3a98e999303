import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { recognise } from '../../../server/language/recognise';
import { cases, hostileLength } from '../../support/thorough';

const config = '{ "category": "dynamic", "name": "a", "type": "assoc_array", "optional": false, "content": [] }';
const kickstart = 'lang en_US.UTF-8\nkeyboard us\nrootpw --lock\n%packages\n%end\n';
const esxi = 'vmaccepteula\ninstall --firstdisk --overwritevmfs\nrootpw secret\n';
const autoyast = '<profile xmlns="http://www.suse.com/1.0/yast2ns" xmlns:config="http://www.suse.com/1.0/configns"/>';
const windows = '<unattend xmlns="urn:schemas-microsoft-com:unattend"></unattend>';

suite('recognise', () => {
	for (const [file, text, kind] of [
		['xclarity.json', '', 'manifest'],
		['a/b/xclarity.json', '{', 'manifest'],
		['site.xclarity.json', '', 'config'],
		['site.json', config, 'config'],
		['package.json', '{ "name": "x", "version": "1.0.0" }', undefined],
		['site.values.json', '{ "config": "site.json" }', 'values'],
		['site.values.json', '{ config: "site.json" }', 'values'],
		['site.values.json', '{ "conifg": "site.xclarity.json" }', 'values'],
		['site.values.json', '{ "common": { "admin": {} }, "servers": [] }', 'values'],
		['site.values.json', '{ "predefined": {} }', 'values'],
		['chart.values.json', '{ "image": { "tag": "1" }, "servers": [], "configMap": "a" }', undefined],
		['a.ks', '', 'kickstart'],
		['a.ks', esxi, 'esxi'],
		['a.ks', '%firstboot --interpreter=busybox\n', 'esxi'],
		['a.ks', '%firstboot\n', 'esxi'],
		['a.ks', 'accepteula\n', 'esxi'],
		['a.ks', 'installorupgrade --disk=mpx\n', 'esxi'],
		...['firstdisk', 'disk', 'drive', 'overwritevmfs', 'preservevmfs', 'ignoressd', 'novmfsondisk'].map(
			option => ['a.ks', `7: install --${option}\n`, 'esxi'] as const,
		),
		['a.ks', 'serialnum --esx=1\n', 'esxi'],
		['a.ks', 'network --device=vmnic0\n', 'esxi'],
		['a.ks', 'network --addvmportgroup=1\n', 'esxi'],
		['rhel9.cfg', kickstart, 'kickstart'],
		['KS.CFG', esxi, 'esxi'],
		['ks.cfg', 'vmaccepteula\nlang en_US.UTF-8\nzerombr\n', 'kickstart'],
		['ks', kickstart, 'kickstart'],
		['ks.cfg.j2', kickstart, 'kickstart'],
		['rhel.cfg', '#version=RHEL9\ntext\nlangg en_US\n', 'kickstart'],
		['ks.cfg', '#version=RHEL9\nlangg en_US\n', 'kickstart'],
		['ks.cfg', '#version=RHEL9\nvmaccepteula\ninstall --firstdisk --overwritevmfs\n', 'esxi'],
		['setup.cfg', '#version=RHEL9\n[metadata]\n', undefined],
		['ks.cfg', '#version=1.2\n[metadata]\ntext\n', undefined],
		['README.md', kickstart, undefined],
		['small.cfg', 'lang #server-settings.server0.locale#\nkeyboard us\n', 'kickstart'],
		['setup.cfg', '[metadata]\nname = x\ntext\n', undefined],
		['nginx.conf', 'user nginx;\nevents {}\nhttp {\n}\n', undefined],
		['haproxy.cfg', 'global\n\tuser haproxy\n\tgroup haproxy\nlisten x\n', undefined],
		['preseed.cfg', 'd-i debian-installer/locale string en_US\nd-i passwd/root-login boolean false\n', undefined],
		['user-data', '#cloud-config\nautoinstall:\n  version: 1\n', undefined],
		['notes.txt', 'install the server\nreboot\nlang and keyboard as you like\n', undefined],
		['a.xml', autoyast, 'autoyast'],
		[
			'a.xml',
			`\uFEFF<?xml version="1.0"?>\n<!DOCTYPE profile [ <!ENTITY a "<b>"> ]>\n<!-- <x> -->\n${autoyast}`,
			'autoyast',
		],
		['a.xml', '<profile><partitioning config:type="list"><drive>', 'autoyast'],
		['pom.xml', '<profile><id>release</id></profile>', undefined],
		['Autounattend.xml', windows, 'windows'],
		[
			'a.xml',
			'#predefined.unattendSettings.preinstallConfig#\n<u:unattend xmlns:u="urn:schemas-microsoft-com:unattend"',
			'windows',
		],
		['a.xml', '<unattend><settings pass="specialize">', 'windows'],
		['a.xml', '<svg xmlns="http://www.w3.org/2000/svg"/>', undefined],
		['a.xml', '', undefined],
	] as const) {
		test(`${file} with ${JSON.stringify(text.slice(0, 50))} is ${kind ?? 'none of ours'}`, () => {
			assert.equal(recognise({ path: file, text }), kind);
		});
	}

	test('a language that the person chose counts', () => {
		assert.equal(recognise({ path: 'x.foo', languageId: 'kickstart', text: '' }), 'kickstart');
		assert.equal(recognise({ path: 'x.foo', languageId: 'kickstart', text: esxi }), 'esxi');
		assert.equal(recognise({ path: 'x.foo', languageId: 'xclarity-config', text: '' }), 'config');
		assert.equal(recognise({ path: 'a.json', languageId: 'json', text: '[]' }), undefined);
	});

	test('any text under any name is answered', () => {
		const pieces = fc.constantFrom('<', '!', '--', '[', ']>', '?', 'profile', ' ', '\n', 'lang ', '%', '{', '"');
		const names = fc.constantFrom('a.xml', 'a.cfg', 'a.json', 'a', 'a.ks');
		fc.assert(
			fc.property(fc.array(pieces), names, (parts, file) => {
				recognise({ path: file, text: parts.join('') });
			}),
			cases({ few: 15, many: 400 }),
		);
	});

	test('a hostile text is answered in linear time', () => {
		for (const unit of ['<', '<!', '<a', '<!--', '<![', 'part ', 'install ', 'network\t', '<settings ', 'x']) {
			const text = unit.repeat(hostileLength(15_000, 1_000_000) / unit.length);
			for (const file of ['a.xml', 'a.cfg']) recognise({ path: file, text });
		}
	});

	/** A batch file, in spite of its name. */
	const misnamed = 'cobbler-cobbler--cobbler__data__templates__cheetah__autoinstall__win.xml.template';
	const corpus = path.join('..', 'shared', 'corpus');
	const skip = existsSync(corpus) ? false : 'the corpus of real files is not here';
	for (const [folder, kind] of [
		['kickstart', 'kickstart'],
		['esxi', 'esxi'],
		['autoyast', 'autoyast'],
		['windows', 'windows'],
		['autoinstall', undefined],
	] as const) {
		test(`every real file of ${folder} is recognised as ${kind ?? 'none of ours'}`, { skip }, () => {
			const listed = readFileSync(path.join(corpus, 'index.tsv'), 'utf8').split('\n');
			const files = readdirSync(path.join(corpus, folder)).filter(
				file => file !== misnamed && listed.some(line => line.startsWith(`${folder}/${file}\t`)),
			);
			assert.ok(files.length > 0);
			const wrong = files.filter(file => {
				const text = readFileSync(path.join(corpus, folder, file), 'utf8');
				return recognise({ path: file, text }) !== kind;
			});
			assert.deepEqual(wrong, []);
		});
	}
});
