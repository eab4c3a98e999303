import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { mapSentence } from '../../../../../server/language/deployment/map/mapSentence';
import { siteMap } from './mapExamples';

const both = {
	'a.ks': 'lang #servers.server0.locale#.UTF-8\n# #log# #time.ntp0#\nhost #predefined.hostPlatforms.uuid#\n',
	'b.ks':
		'lang #servers.server1.locale#.UTF-8\n# #servers.server0.wrack# #servers.server0#\nhost #servers.server0.rack\n',
};

/** `macro: file:line …` of each setting that is used, `macro: unused` of the others. */
const where = ({ configs: [config] }: ReturnType<typeof siteMap>): string[] =>
	(config?.settings ?? []).map(({ macro, uses, isUnused }) => {
		const places = uses.map(({ uri, range }) => `${uri.slice('file:///site/'.length)}:${range.start.line + 1}`);
		return `${macro}: ${isUnused ? 'unused' : places.join(' ')}`;
	});

suite('the map of a deployment', () => {
	test('says where the macros of each setting go', () => {
		assert.deepEqual(where(siteMap(both)), [
			'servers.server0.locale: a.ks:1 b.ks:1',
			'servers.server0.rack: ',
			'time.ntp0: a.ks:2',
			'note: unused',
			'log: a.ks:2',
		]);
	});

	test('a macro that goes on behind a value is no use of it', () => {
		const [config] = siteMap({ 'a.ks': '# #log.more#\n' }).configs;
		assert.deepEqual(config?.settings.find(({ macro }) => macro === 'log')?.uses, []);
		assert.equal(config?.unattends[0]?.missing[0]?.macro, 'log.more');
	});

	test('says for whom a setting has a value', () => {
		const [config] = siteMap(both).configs;
		assert.deepEqual(
			config?.settings.map(({ reach }) => reach),
			['perServer', 'perServer', 'common', 'common', 'fixed'],
		);
	});

	test('says of each file which macros have no value, and why', () => {
		const [a, b] = siteMap(both).configs[0]?.unattends ?? [];
		assert.deepEqual(a?.missing, []);
		assert.deepEqual(
			a?.predefined.map(({ macro }) => macro),
			['predefined.hostPlatforms.uuid'],
		);
		assert.deepEqual(
			b?.missing.map(({ macro, reason, ranges }) => [macro, reason, ranges[0]?.start.line]),
			[
				['servers.server0.wrack', 'unknown', 1],
				['servers.server0', 'group', 1],
				['servers.server0.rack', 'broken', 2],
			],
		);
	});

	test('calls nothing unused where no file is linked, and keeps files without a link apart', () => {
		const map = siteMap({}, { alone: { 'c.ks': 'text\n# #note.one#\n' } });
		assert.ok(where(map).every(line => line.endsWith(': ')));
		assert.deepEqual(
			map.unlinked.map(({ path, missing }) => [path, missing[0]?.reason]),
			[['c.ks', 'unlinked']],
		);
		assert.equal(
			mapSentence(map),
			'1 configuration-settings file feeds 0 unattend files. 1 file without one and 1 macro without a value.',
		);
	});

	test('counts in a sentence', () => {
		const { configs, unlinked } = siteMap(both, { alone: { 'c.ks': '', 'd.ks': '' } });
		const [config] = configs;
		const [a, b] = config?.unattends ?? [];
		const note = config?.settings.find(({ isUnused }) => isUnused);
		assert.ok(config && a && b && note);
		const one = { ...config, unattends: [a], settings: [] };
		const lacking = { ...b, missing: b.missing.slice(0, 1) };
		for (const [map, expected] of [
			[{ configs: [one], unlinked: [] }, '1 configuration-settings file feeds 1 unattend file.'],
			[
				{ configs: [config], unlinked: [] },
				/^1 configuration-settings file feeds 2 unattend files\. 1 unused setting and 3/,
			],
			[
				{ configs: [one, { ...one, unattends: [] }], unlinked: [] },
				'2 configuration-settings files feed 1 unattend file.',
			],
			[{ configs: [one, one], unlinked: [] }, '2 configuration-settings files feed 2 unattend files.'],
			[{ configs: [{ ...one, settings: [note, note] }], unlinked: [] }, /\. 2 unused settings\.$/],
			[{ configs: [{ ...one, unattends: [lacking] }], unlinked: [] }, /\. 1 macro without a value\.$/],
			[{ configs: [{ ...one, unattends: [lacking, lacking] }], unlinked: [] }, /\. 2 macros without a value\.$/],
			[{ configs: [one], unlinked: unlinked.slice(0, 1) }, /feeds 1 unattend file\. 1 file without one\.$/],
			[{ configs: [one], unlinked }, /feeds 1 unattend file\. 2 files without one\.$/],
		] as const) {
			if (typeof expected === 'string') assert.equal(mapSentence(map), expected);
			else assert.match(mapSentence(map), expected);
		}
	});

	test('gathers the places of a macro that stands in a file more than once', () => {
		const [file] = siteMap({ 'a.ks': '# #log#\n# #log#\n' }).configs[0]?.unattends ?? [];
		assert.deepEqual(
			file?.custom.map(({ macro, ranges }) => [macro, ranges.map(({ start }) => start.line)]),
			[['log', [0, 1]]],
		);
	});

	test('knows where each file was uploaded to', () => {
		const map = siteMap(both, { uploads: { 'b.ks': [{ server: 'Lab', isCurrent: false }] } });
		assert.deepEqual(
			map.configs[0]?.unattends.map(({ uploads }) => uploads),
			[[], [{ server: 'Lab', isCurrent: false }]],
		);
	});
});
