import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Context } from '../../../../server/language/language';
import { type ApplianceSystem, isListed, listedReleases } from '../../../../server/language/links/applianceSystem';
import { noLink } from '../../../../server/language/links/link';
import { manifestLanguage } from '../../../../server/language/links/manifestLanguage';
import { marked } from '../../../support/markers';

const applianceSystems: readonly ApplianceSystem[] = [
	{ os: 'rhels', name: 'Red Hat Enterprise Linux', unattendReleases: ['9.5', '9.4'] },
	{ os: 'sles', name: 'SUSE', unattendReleases: ['15.6', '12SP3'] },
	{ os: 'sle', name: 'SUSE', unattendReleases: ['16.0', '15.6'] },
	{ os: 'newos', unattendReleases: [] },
];
const context: Context = {
	severities: {},
	link: noLink,
	dependents: [],
	applianceMacros: [],
	applianceSystems,
	files: [],
};
const link = (members: string) => `{ "links": [{ "unattend": "a", "config": "b.json", ${members} }] }`;

suite('applianceSystem', () => {
	test('releases of entries with the same full name count together, each once', () => {
		assert.deepEqual(listedReleases(applianceSystems, 'SLES'), ['15.6', '12SP3', '16.0']);
	});

	test('a system that is not listed, or listed without releases, has no list', () => {
		assert.equal(listedReleases(applianceSystems, 'esxi'), undefined);
		assert.equal(listedReleases(applianceSystems, 'newos'), undefined);
		assert.equal(listedReleases([...applianceSystems, { os: 'rhels', unattendReleases: [] }], 'rhels'), undefined);
	});

	test('case and blanks do not matter to a release', () => {
		assert.equal(isListed(['12SP3'], ' 12sp3'), true);
		assert.equal(isListed(['12SP3'], '12.3'), false);
	});
});

suite('a manifest beside a connected appliance', () => {
	test('a release that is not listed is reported where it stands', () => {
		const { document, range } = marked(link('"os": "rhels", "osrelease": ⟦"9.3"⟧'), 'xclarity-manifest');
		assert.deepEqual(
			manifestLanguage.validate(document, context).map(({ code, message, range, severity }) => {
				return { code, message, range, severity };
			}),
			[
				{
					code: 'link-release-unsupported',
					message: 'The connected appliance does not list release 9.3 of rhels for unattend files, only 9.5, 9.4.',
					range,
					severity: 2,
				},
			],
		);
		assert.deepEqual(manifestLanguage.validate(document, { ...context, applianceSystems: undefined }), []);
	});

	for (const members of [
		'"os": "rhels", "osrelease": "9.4"',
		'"os": "RHELS", "osrelease": "9.5"',
		'"os": "sles", "osrelease": "12sp3"',
		'"os": "sles", "osrelease": "16.0"',
		'"os": "newos", "osrelease": "1"',
		'"os": "esxi", "osrelease": "8.0"',
		'"osrelease": "9.3"',
		'"os": "rhels"',
	]) {
		test(`${members} raises nothing`, () => {
			const { document } = marked(link(members), 'xclarity-manifest');
			assert.deepEqual(manifestLanguage.validate(document, context), []);
		});
	}

	const items = (members: string, known: Context = context) => {
		const { document, cursor } = marked(link(members), 'xclarity-manifest');
		return (manifestLanguage.complete?.(document, cursor, known) ?? []).toSorted((a, b) =>
			(a.sortText ?? a.label).localeCompare(b.sortText ?? b.label),
		);
	};
	const labels = (members: string, known?: Context) => items(members, known).map(({ label }) => label);

	test('its systems come first, with their full names', () => {
		assert.deepEqual(labels('"os": "‸"'), ['rhels', 'sles', 'sle', 'newos', 'rocky', 'win', 'esxi']);
		assert.equal(items('"os": "‸"')[0]?.detail, 'Red Hat Enterprise Linux');
	});

	test('releases are those of the system of the same link', () => {
		assert.deepEqual(labels('"os": "rhels", "osrelease": "‸"'), ['9.5', '9.4']);
		assert.deepEqual(labels('"osrelease": ‸, "os": "sles"'), ['15.6', '12SP3', '16.0']);
	});

	test('without a list for the system, the known releases stay on offer', () => {
		const known = labels('"os": "esxi", "osrelease": "‸"');
		assert.ok(known.includes('8.0') && !known.includes('12SP3'));
		const without = { ...context, applianceSystems: undefined };
		assert.deepEqual(labels('"os": "esxi", "osrelease": "‸"', without), known);
		assert.ok(!labels('"os": "rhels", "osrelease": "‸"', without).includes('8.0'));
		assert.deepEqual(labels('"osrelease": "‸"').slice(0, 3), ['9.5', '9.4', '15.6']);
	});
});
