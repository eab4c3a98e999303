import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { settingSymbols } from '../../../../server/language/readingAids/settingSymbols';
import { site } from './siteFiles';

const found = (query: string): string[] =>
	settingSymbols(site(), query).map(({ name, containerName }) => `${name} in ${containerName}`);

suite('settings of the workspace', () => {
	test('all without a question', () => {
		assert.deepEqual(found(''), [
			'logPath in site.xclarity.json',
			'time · Clock in site.xclarity.json',
			'zone · Time zone in time · site.xclarity.json',
			'servers in time · site.xclarity.json',
			'ntp in time.servers · site.xclarity.json',
		]);
	});

	test('by letters of the name in their order, in any case', () => {
		assert.deepEqual(found('LPTH'), ['logPath in site.xclarity.json']);
	});

	test('by label', () => assert.deepEqual(found('time z'), ['zone · Time zone in time · site.xclarity.json']));

	test('a place is that of the name', () => {
		const document = site();
		const [{ location } = assert.fail('nothing is found')] = settingSymbols(document, 'logPath');
		assert.equal(document.getText(location.range), '"logPath"');
	});
});
