import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fileSystems from '../../../../../schemas/file-systems.json';
import keyboards from '../../../../../schemas/keyboards.json';
import locales from '../../../../../schemas/locales.json';
import { validate } from '../../../../../schemas/name-lists.schema.json?compiled';
import timeZones from '../../../../../schemas/time-zones.json';
import { isInGroups, isKnownName, knownNames } from '../../../../../server/language/unattend/values/knownNames';

suite('names that installers know', () => {
	test('are what their schema says', () => {
		for (const list of [fileSystems, keyboards, locales, timeZones])
			assert.ok(validate(list), JSON.stringify(validate.errors?.[0]));
	});

	test('are read from their groups', () => {
		const known = [
			['timeZones', 'Europe/Berlin', 'europe/berlin'],
			['timeZones', 'America/Argentina/Ushuaia', 'America/Ushuaia'],
			['windowsTimeZones', 'Pacific Standard Time', 'Pacific Standrd Time'],
			['windowsTimeZones', 'UTC-11', 'UTC-1'],
			['locales', 'de_DE', 'en_SU'],
			['locales', 'sr_RS@latin', 'sr_RS@greek'],
			['windowsLocales', 'en-US', 'en-UX'],
			['windowsLocales', 'sr-Latn-RS', 'sr-Grek-RS'],
			['consoleKeymaps', 'de-latin1-nodeadkeys', 'german'],
			['layouts', 'de (nodeadkeys)', 'de-nodeadkeys'],
			['sles12Keyboards', 'german', 'de'],
			['sles15Keyboards', 'de-nodeadkeys', 'Germann'],
			['fileSystems', 'xfs', 'xsf'],
		] as const;
		for (const [list, name, near] of known) {
			assert.ok(knownNames(list).has(name), name);
			assert.ok(!knownNames(list).has(near), near);
		}
	});

	test('are found one by one as in the whole list', () => {
		for (const [list, groups] of [
			['locales', locales.lists.glibc],
			['layouts', keyboards.lists.xkb],
		] as const) {
			const known = knownNames(list);
			const names = [...known];
			const near = names.flatMap((name, index) => [
				`${name}x`,
				name.slice(1),
				name.slice(0, -1),
				`${name}|${names[index + 1]}`,
				'',
			]);
			const wrong = [...names, ...near].filter(name => isInGroups(name, groups) !== known.has(name));
			assert.deepEqual(wrong, []);
		}
	});

	test('are known however often they are asked for', () => {
		for (let asked = 0; asked < 50; asked++) {
			assert.ok(isKnownName('fileSystems', 'xfs'));
			assert.ok(!isKnownName('fileSystems', 'xsf'));
		}
	});

	test('hold every time zone that this engine knows', () => {
		const missing = Intl.supportedValuesOf('timeZone').filter(zone => !knownNames('timeZones').has(zone));
		assert.deepEqual(missing, []);
	});
});
