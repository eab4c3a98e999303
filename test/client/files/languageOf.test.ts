import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { decideLanguage, nameOfKind } from '../../../client/files/languageOf';

suite('languageOf', () => {
	test('a listed configuration file is switched without a question, even where looking is switched off', () => {
		assert.deepEqual(
			decideLanguage('json', { kind: 'config', languageId: 'xclarity-config', reason: 'listed' }, false),
			{
				action: 'switch',
				languageId: 'xclarity-config',
			},
		);
	});

	test('JSON that only looks like a configuration file is offered', () => {
		assert.deepEqual(
			decideLanguage('json', { kind: 'config', languageId: 'xclarity-config', reason: 'content' }, true),
			{
				action: 'offer',
				languageId: 'xclarity-config',
			},
		);
	});

	test('a .cfg file that reads as kickstart is switched', () => {
		assert.deepEqual(
			decideLanguage('properties', { kind: 'kickstart', languageId: 'kickstart', reason: 'content' }, true),
			{
				action: 'switch',
				languageId: 'kickstart',
			},
		);
	});

	test('ks.cfg, a kickstart file by its name, turns out to be for ESXi', () => {
		assert.deepEqual(
			decideLanguage('kickstart', { kind: 'esxi', languageId: 'esxi-kickstart', reason: 'content' }, true),
			{
				action: 'switch',
				languageId: 'esxi-kickstart',
			},
		);
	});

	for (const [what, languageId, result, mayLook] of [
		['a file of somebody else', 'json', { kind: undefined, languageId: undefined, reason: undefined }, true],
		[
			'a file whose content may not be looked at',
			'json',
			{ kind: 'config', languageId: 'xclarity-config', reason: 'content' },
			false,
		],
		[
			'a file that is shown as what it is',
			'kickstart',
			{ kind: 'kickstart', languageId: 'kickstart', reason: 'listed' },
			true,
		],
		['an answer file', 'xml', { kind: 'windows', languageId: 'xml', reason: 'content' }, true],
		['a script', 'shellscript', { kind: 'script', languageId: 'shellscript', reason: 'listed' }, true],
	] as const) {
		test(`${what} is left as it is`, () => {
			assert.deepEqual(decideLanguage(languageId, result, mayLook), { action: 'none' });
		});
	}

	test('a name that was typed over the proposed one still tells the kind', () => {
		assert.equal(nameOfKind('berlin.json', 'site.xclarity.json'), 'berlin.xclarity.json');
		assert.equal(nameOfKind('node1.cfg', 'host.esxi.cfg'), 'node1.esxi.cfg');
	});

	for (const [chosen, proposed] of [
		['berlin.xclarity.json', 'site.xclarity.json'],
		['berlin.settings.json', 'site.xclarity.json'],
		['berlin', 'site.xclarity.json'],
		['.json', 'site.xclarity.json'],
		['ks.cfg', 'rhel9.ks.cfg'],
		['node1.ks', 'rhel9.ks.cfg'],
		['node1.xml', 'autoinst.xml'],
	] as const) {
		test(`${chosen} in the place of ${proposed} stays`, () => assert.equal(nameOfKind(chosen, proposed), chosen));
	}
});
