import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mapLines } from '../../../server/cli/mapLines';
import type { MappedSetting } from '../../../server/language/deployment/map/deploymentMap';

suite('a map in a terminal', () => {
	test('has a line for each setting, however many there are', () => {
		const place = {
			uri: 'file:///site.xclarity.json',
			range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
		};
		const setting: MappedSetting = { macro: 'a', reach: 'common', place, uses: [], isUnused: true };
		const settings = Array.from({ length: 150_000 }, () => setting);
		const config = { uri: place.uri, path: 'site.xclarity.json', uploads: [], isWhole: true, settings, unattends: [] };
		const lines = mapLines({ configs: [config], unlinked: [] });
		const told = lines.map(part => (typeof part === 'string' ? part : part.text)).join('');
		assert.equal(told.split('#a#  unused\n').length, settings.length + 1);
	});
});
