import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens } from 'vscode-languageserver-types';
import { noLink } from '../../../../server/language/links/link';
import { configLenses, manifestLenses, unattendLenses } from '../../../../server/language/readingAids/lenses';
import { context, kickstartFile, site } from './siteFiles';

const words = (lenses: readonly CodeLens[]): string[] =>
	lenses.map(({ range, command }) => `${range.start.line}: ${command?.title}`);

const ks = kickstartFile('timezone #time.zone#\n%post\necho #time.zone# #logPath#\n%end\n');

suite('lenses', () => {
	test('a configuration-settings file tells its uses, its files and those of each setting', () => {
		assert.deepEqual(words(configLenses(site(), context({ dependents: [ks] }))), [
			'0: 3 uses',
			'0: linked with ks.cfg',
			'0: Upload',
			'3: 1 use',
			'11: 2 uses',
			'14: no uses',
		]);
	});

	test('the uses of a setting are where they are', () => {
		const lens = configLenses(site(), context({ dependents: [ks] })).find(({ range }) => range.start.line === 3);
		assert.equal(lens?.command?.command, 'xclarity.showReferences');
		const range = { start: { line: 2, character: 17 }, end: { line: 2, character: 26 } };
		assert.deepEqual(lens?.command?.arguments, [
			'file:///site/site.xclarity.json',
			{ line: 3, character: 2 },
			[{ uri: 'file:///site/ks.cfg', range }],
		]);
	});

	test('without a linked file there is nothing to count', () => {
		assert.deepEqual(words(configLenses(site(), context())), ['0: Upload']);
	});

	test('mistakes that can be put right at once are counted above the file', () => {
		assert.deepEqual(words(configLenses(site('{ "name": “a” }'), context())), ['0: Repair 1 mistake', '0: Upload']);
		assert.deepEqual(words(configLenses(site('{ "name": “a”, "b": 1, }'), context({ dependents: [ks] }))).slice(0, 2), [
			'0: Repair 2 mistakes',
			'0: no uses',
		]);
		const conflict = '<<<<<<< a\n{ "name": "a" }\n=======\n{ "name": "b" }\n>>>>>>> b\n';
		assert.deepEqual(words(configLenses(site(conflict), context())), ['0: Upload']);
	});

	test('more than two files are counted', () => {
		const dependents = ['a.cfg', 'b.cfg', 'c%20d.cfg'].map(name => kickstartFile('', name));
		assert.equal(words(configLenses(site(), context({ dependents })))[1], '0: linked with 3 files');
	});

	test('an unattend file tells its configuration-settings file', () => {
		const link = { ...noLink, config: site(), configPath: 'site.xclarity.json' };
		assert.deepEqual(words(unattendLenses(ks, true, context({ link }))), [
			'0: linked with site.xclarity.json',
			'0: Upload both',
		]);
		assert.deepEqual(words(unattendLenses(ks, false, context({ link }))), ['0: linked with site.xclarity.json']);
	});

	test('an unattend file without link is offered one where one would fit', () => {
		const candidates = [{ uri: 'file:///site/site.xclarity.json', path: 'site.xclarity.json', declared: 2, used: 2 }];
		assert.deepEqual(words(unattendLenses(ks, true, context({ link: { ...noLink, candidates } }))), [
			'0: Link to configuration file…',
			'0: Upload',
		]);
		assert.deepEqual(words(unattendLenses(ks, true, context())), ['0: Upload']);
	});

	test('a manifest that links something is applied from its lens', () => {
		const manifest = (text: string) =>
			manifestLenses(TextDocument.create('file:///site/xclarity.json', 'json', 1, text));
		const [lens] = manifest('{ "links": [{ "unattend": "ks.cfg", "config": "site.json" }] }');
		assert.deepEqual(lens?.command?.arguments, ['file:///site/xclarity.json']);
		assert.equal(lens?.command?.command, 'xclarity.apply');
		assert.deepEqual(manifest('{ "links": [] }'), []);
	});
});
