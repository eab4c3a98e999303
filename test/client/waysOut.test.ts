import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Failed, waysOut } from '../../client/waysOut';
import { UploadError } from '../../server/rest/uploadError';
import { XClarityError, type XClarityErrorKind } from '../../server/rest/xclarityError';

const upload: Failed = { isForFolder: true, hasServer: true, isWorkspaceTrusted: true };
const ways = (kind: XClarityErrorKind, failed: Partial<Failed> = {}) =>
	waysOut(new XClarityError('No.', { kind }), { ...upload, ...failed });

suite('ways out of a failure', () => {
	test('a server that cannot be reached is tried again, or another one is chosen', () => {
		assert.deepEqual(ways('unreachable'), ['retry', 'chooseServer', 'showLog']);
		assert.deepEqual(ways('unreachable', { isForFolder: false }), ['retry', 'showLog']);
	});

	test('another certificate can be trusted where it is known whose it is', () => {
		assert.deepEqual(ways('untrusted'), ['trustCertificate', 'showLog']);
		assert.deepEqual(ways('untrusted', { hasServer: false }), ['showLog']);
	});

	test('what was refused would be refused again', () => assert.deepEqual(ways('refused'), ['showLog']));

	test('what is left on the server is shown there', () => {
		const cause = new XClarityError('No.', { kind: 'failed' });
		const file = { file: 'ks.cfg', imageType: 'UNATTEND', id: '1' } as const;
		const left = new UploadError(cause, { remaining: [file], uncertain: [] }, 'lab');
		assert.deepEqual(waysOut(left, upload), ['showOnServer', 'retry', 'showLog']);
		const clean = new UploadError(cause, { remaining: [], uncertain: [] }, 'lab');
		assert.deepEqual(waysOut(clean, upload), ['retry', 'showLog']);
		assert.deepEqual(ways('conflict'), ['showOnServer', 'showLog']);
	});

	test('without trust in the workspace nothing else helps', () => {
		assert.deepEqual(ways('refused', { isWorkspaceTrusted: false }), ['trustWorkspace', 'showLog']);
	});

	test('a fault of ours is in the log', () => assert.deepEqual(waysOut(new TypeError('x'), upload), ['showLog']));
});
