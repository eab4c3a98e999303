import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { profileRequest, readImageProfiles, readProfileId } from '../../../server/rest/imageProfiles';

const read = (profile: object) =>
	readImageProfiles({ images: [{ id: 'i', name: 'rhel.iso', profiles: [profile, 7] }] });
const wanted = { name: 'Lab', configFileIds: ['c'], unattendFileIds: ['u'] };

suite('image profiles', () => {
	test('the files of a profile are found under every name that fits', () => {
		const options = {
			bootOptions: '',
			customConfigOptions: { customConfigFileIds: ['c'] },
			customUnattendOptions: { customUnattendFileIds: ['u', 3] },
			unknown: {},
		};
		const [profile, ...more] = read({ id: 'a|b', type: 'Custom', customizationOptions: options });
		assert.deepEqual(more, []);
		assert.deepEqual(profile?.files, { config: ['c'], unattend: ['u'] });
		assert.deepEqual(
			[profile?.name, profile?.type, profile?.customizable, profile?.image],
			['a|b', 'Custom', true, { id: 'i', name: 'rhel.iso' }],
		);
	});

	test('null says that there is nothing to customise, and no word says nothing', () => {
		assert.equal(read({ id: 'p', customizationOptions: null })[0]?.customizable, false);
		const [unsaid] = read({ id: 'p' });
		assert.deepEqual([unsaid?.customizable, unsaid && 'type' in unsaid], [undefined, false]);
		assert.deepEqual(read({ name: 'no id' }), []);
	});

	test('a request has the names that are documented, or those that the appliance shows', () => {
		assert.deepEqual(profileRequest(wanted, undefined), {
			profile: {
				name: 'Lab',
				customizationOptions: {
					customConfigOptions: { customConfigFileIds: ['c'] },
					unattendOptions: { unattendFileIds: ['u'] },
				},
			},
		});
		const [base] = read({ id: 'p', customizationOptions: { unattends: { unattendIds: [] }, bootOptions: '' } });
		const { customizationOptions } = profileRequest({ ...wanted, configFileIds: [], bootFileIds: ['b'] }, base).profile;
		assert.deepEqual(customizationOptions, { unattends: { unattendIds: ['u'] }, bootOptions: { bootFileIds: ['b'] } });
	});

	test('of several names that fit, the first one counts', () => {
		const options = {
			firstUnattends: { unattendIds: ['a'], unattendNames: ['b'] },
			lastUnattends: { unattendIds: ['c'] },
		};
		const [base] = read({ id: 'p', customizationOptions: options });
		assert.deepEqual(base?.files, { unattend: ['a'] });
		assert.deepEqual(profileRequest({ ...wanted, configFileIds: [] }, base).profile.customizationOptions, {
			firstUnattends: { unattendIds: ['u'] },
		});
	});

	test('an answer may name the profile', () => {
		assert.deepEqual([{ id: 'a' }, { profileId: 'b' }, { profile: { id: 'c' } }, { jobId: '7' }].map(readProfileId), [
			'a',
			'b',
			'c',
			undefined,
		]);
	});
});
