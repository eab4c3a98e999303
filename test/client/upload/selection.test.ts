import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Chosen, missingPartner, onlyThese, withLinked } from '../../../client/upload/selection';
import type { CheckedFile, FilesToUploadResult } from '../../../server/lsp/protocol';

const file = (name: string, kind: CheckedFile['kind'], imageType: CheckedFile['imageType']): CheckedFile => ({
	uri: `file:///${name}`,
	kind,
	imageType,
	text: '',
	errors: 0,
	warnings: 0,
	os: undefined,
	osrelease: undefined,
	description: undefined,
});
const config = file('site.json', 'config', 'CONFIG');
const kickstart = file('rhel9.cfg', 'kickstart', 'UNATTEND');
const autoyast = file('sles.xml', 'autoyast', 'UNATTEND');
const script = file('post.sh', 'script', undefined);
const found = (given: Partial<FilesToUploadResult>): FilesToUploadResult => ({
	file: undefined,
	config: undefined,
	unattends: [],
	...given,
});
const ofKickstart = found({ file: kickstart, config });
const ofAutoyast = found({ file: autoyast, config });
const ofConfig = found({ file: config, unattends: [kickstart, autoyast] });

/** `file > partner`, a line each. */
const drawn = (chosen: readonly Chosen[]): readonly string[] =>
	chosen.map(({ file: { uri }, partner }) =>
		[uri, partner]
			.filter(part => part !== undefined)
			.map(part => part.replace('file:///', ''))
			.join(' > '),
	);

suite('selection', () => {
	test('an unattend file takes the configuration file along that it is linked with', () => {
		assert.deepEqual(drawn(withLinked([ofKickstart], [])), ['site.json', 'rhel9.cfg > site.json']);
	});

	test('a configuration file takes along those unattend files that the person has picked', () => {
		assert.deepEqual(drawn(withLinked([ofConfig], [autoyast])), ['site.json', 'sles.xml > site.json']);
		assert.deepEqual(drawn(withLinked([ofConfig], [])), ['site.json']);
	});

	test('of several selected files each goes once, and a shared configuration file, too', () => {
		const all = ['site.json', 'rhel9.cfg > site.json', 'sles.xml > site.json'];
		assert.deepEqual(drawn(withLinked([ofKickstart, ofAutoyast], [])), all);
		assert.deepEqual(drawn(withLinked([ofKickstart, ofAutoyast, ofConfig], [])), all);
	});

	test('only the selected files go when that is wanted; among themselves they are linked', () => {
		assert.deepEqual(drawn(onlyThese([ofKickstart])), ['rhel9.cfg']);
		assert.deepEqual(drawn(onlyThese([ofConfig])), ['site.json']);
		assert.deepEqual(drawn(onlyThese([ofKickstart, ofConfig])), ['site.json', 'rhel9.cfg > site.json']);
	});

	test('a file without a link goes alone', () => {
		assert.deepEqual(drawn(withLinked([found({ file: kickstart })], [])), ['rhel9.cfg']);
	});

	test('what the appliance does not take is left out', () => {
		assert.deepEqual(withLinked([found({ file: script }), found({})], []), []);
		assert.deepEqual(onlyThese([found({ file: script }), found({})]), []);
		const broken = { ...config, imageType: undefined };
		assert.deepEqual(drawn(withLinked([found({ file: kickstart, config: broken })], [])), ['rhel9.cfg']);
	});

	test('an unattend file whose configuration file is missing does not go up alone without a word', () => {
		const alone = found({ file: kickstart, missing: 'sites/site.json' });
		assert.match(
			missingPartner([ofAutoyast, alone]) ?? '',
			/^rhel9\.cfg is linked with sites\/site\.json, which is not/,
		);
		assert.equal(missingPartner([ofKickstart, ofConfig, found({ file: kickstart })]), undefined);
		const unknown = found({ file: kickstart, unreadable: 'file:///xclarity.json' });
		assert.equal(
			missingPartner([ofAutoyast, unknown]),
			'xclarity.json is not JSON, so nobody can tell what rhel9.cfg is linked with. Correct xclarity.json, or upload this file only.',
		);
	});
});
