import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { linkText, releaseText } from '../../../client/files/fileStatusTexts';
import type { FileStatusResult } from '../../../server/lsp/statusProtocol';

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);
const kickstart: FileStatusResult = {
	kind: 'kickstart',
	system: 'RHEL',
	release: '9.4',
	manifest: 'file:///lab/xclarity.json',
	linked: ['file:///lab/lab.xclarity.json'],
};
const config: FileStatusResult = { ...kickstart, kind: 'config', system: undefined, release: undefined, linked: [] };

const release = (facts: FileStatusResult) => Object.values(releaseText(facts, nameOf) ?? {}).join(' | ');
const link = (facts: FileStatusResult) => Object.values(linkText(facts, nameOf) ?? {}).join(' | ');

suite('beside the language of a file', () => {
	test('the release stands with the file that says it', () =>
		assert.equal(release(kickstart), 'RHEL 9.4 | from xclarity.json'));

	test('without a release it is said where it can be named, also where that file is still to come', () => {
		const expected = 'RHEL, release not named | name it in xclarity.json';
		assert.equal(release({ ...kickstart, release: undefined }), expected);
		assert.equal(release({ ...kickstart, release: undefined, manifest: undefined }), expected);
	});

	test('a configuration-settings file is for no release', () => assert.equal(release(config), ''));

	test('the link is told from both sides', () => {
		const [one = ''] = kickstart.linked;
		assert.equal(link(kickstart), 'Linked with lab.xclarity.json | ');
		assert.equal(link({ ...kickstart, linked: [] }), 'Not linked with a configuration-settings file | ');
		assert.equal(link({ ...config, linked: ['file:///lab/ks.cfg'] }), 'Used by ks.cfg | ');
		assert.equal(
			link({ ...config, linked: ['file:///lab/ks.cfg', one] }),
			'Used by 2 files | ks.cfg, lab.xclarity.json',
		);
		assert.equal(link(config), 'Used by no unattend file | ');
	});

	test('a manifest is linked with nothing', () => assert.equal(link({ ...config, kind: 'manifest', linked: [] }), ''));
});
