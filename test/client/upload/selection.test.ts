import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { alone, filesOf, linkedPairs } from '../../../client/upload/selection';
import type { CheckedFile, FilesToUploadResult } from '../../../server/lsp/protocol';

const file = (uri: string, kind: CheckedFile['kind'], imageType: CheckedFile['imageType']): CheckedFile => ({
	uri,
	kind,
	imageType,
	text: '',
	os: undefined,
	osrelease: undefined,
	description: undefined,
	errors: 0,
	warnings: 0,
});
const config = file('file:///site.xclarity.json', 'config', 'CONFIG');
const kickstart = file('file:///rhel9.cfg', 'kickstart', 'UNATTEND');
const autoyast = file('file:///sles.xml', 'autoyast', 'UNATTEND');
const script = file('file:///post.sh', 'script', undefined);
const plan = (given: Partial<FilesToUploadResult>): FilesToUploadResult => ({
	file: undefined,
	config: undefined,
	unattends: [],
	...given,
});

suite('selection', () => {
	test('an unattend file goes with the configuration file it is linked with', () => {
		assert.deepEqual(linkedPairs(plan({ file: kickstart, config })), [{ config, unattend: kickstart }]);
	});

	test('a configuration file goes with any one of the unattend files that use it', () => {
		assert.deepEqual(linkedPairs(plan({ file: config, unattends: [kickstart, autoyast] })), [
			{ config, unattend: kickstart },
			{ config, unattend: autoyast },
		]);
	});

	test('a file without a partner makes no pair', () => {
		assert.deepEqual(linkedPairs(plan({ file: kickstart })), []);
		assert.deepEqual(linkedPairs(plan({ file: config })), []);
		assert.deepEqual(linkedPairs(plan({})), []);
	});

	test('alone, a file goes as what it is', () => {
		assert.deepEqual(alone(plan({ file: config, unattends: [kickstart] })), { config });
		assert.deepEqual(alone(plan({ file: kickstart, config })), { unattend: kickstart });
	});

	test('what the appliance does not import is not selected', () => {
		assert.equal(alone(plan({ file: script })), undefined);
		assert.equal(alone(plan({})), undefined);
	});

	test('the configuration file is named first, as it is sent first', () => {
		assert.deepEqual(filesOf({ config, unattend: kickstart }), [config, kickstart]);
		assert.deepEqual(filesOf({ unattend: kickstart }), [kickstart]);
	});
});
