import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
	builtMessage,
	fileLines,
	notABase,
	profileDescription,
	proposedName,
} from '../../../client/view/profileLabels';
import { contentsOf } from '../../../client/view/serverContents';
import { readImageProfiles } from '../../../server/rest/imageProfiles';
import { readOsImages } from '../../../server/rest/osImages';

const contents = contentsOf(
	readOsImages({
		unattendFiles: [{ id: 'u1', name: 'ks.cfg', os: 'rhels', osrelease: '9.4', associatedFileId: 'c1' }],
		configFiles: [{ id: 'c1', name: 'site.json', associatedFileId: 'u1' }],
	}),
	[],
);
const files = [...contents.unattends, ...contents.configs];

/** The one profile of an image. */
function profile(facts: Readonly<Record<string, unknown>>) {
	const [read] = readImageProfiles({ images: [{ id: 'i', profiles: [{ id: 'p', name: 'Minimal', ...facts }] }] });
	assert.ok(read);
	return read;
}

suite('files for a custom profile', () => {
	test('each kind stands below its heading, with what it is linked with', () => {
		assert.deepEqual(
			fileLines(contents).map(({ label, description = '' }) => `${label}: ${description}`),
			[
				'Unattend files: ',
				'ks.cfg: rhels 9.4 · linked with site.json',
				'Configuration files: ',
				'site.json: linked with ks.cfg',
			],
		);
	});

	test('a kind without files has no heading', () => {
		assert.deepEqual(fileLines({ ...contents, configs: [] }).length, 2);
	});
});

suite('a profile to start from', () => {
	test('a predefined one will do', () => {
		assert.equal(notABase(profile({ type: 'Predefined', customizationOptions: {} })), undefined);
		assert.equal(notABase(profile({})), undefined);
	});

	test('a custom one, and one that cannot be customised, are refused with the reason', () => {
		assert.match(notABase(profile({ type: 'Custom' })) ?? '', /Minimal is a custom profile itself/);
		assert.match(notABase(profile({ customizationOptions: null })) ?? '', /does not let Minimal be customised/);
	});

	test('the proposed name is free', () => {
		const base = profile({});
		assert.equal(proposedName(base, [base]), 'Minimal-custom');
		assert.equal(proposedName(base, [base, profile({ name: 'Minimal-custom' })]), 'Minimal-custom-2');
	});
});

suite('a profile in the view', () => {
	test('names its files', () => {
		const customizationOptions = {
			unattendOptions: { unattendFileIds: ['u1'] },
			customConfigOptions: { customConfigFileIds: ['c1', 'gone'] },
		};
		assert.equal(
			profileDescription(profile({ type: 'Custom', customizationOptions }), files),
			'Custom · with ks.cfg, site.json, gone',
		);
	});

	test('has its description, or else its type', () => {
		assert.equal(profileDescription(profile({ type: 'Predefined' }), files), 'Predefined');
		assert.equal(profileDescription(profile({ type: 'Custom', description: 'Rack 7' }), files), 'Custom · Rack 7');
	});
});

suite('a profile that was built', () => {
	const built = (facts: Partial<Parameters<typeof builtMessage>[0]>) =>
		builtMessage({ profile: profile({}), missing: [], unseen: [], ...facts }, 'Lab');

	test('is told with what the server shows of it', () => {
		assert.equal(built({}), 'Lab has built the profile Minimal.');
		assert.match(built({ unseen: ['unattend'] }), /the server does not show/);
		assert.equal(built({ missing: ['u1'] }), 'Lab has built Minimal, but does not show u1 in it.');
	});
});
