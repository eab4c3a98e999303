import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { failureMessage } from '../../client/failureMessage';
import { XClarityError } from '../../server/rest/xclarityError';

const said = { id: 'X', text: 'No', explanation: '', recovery: '' };

suite('a failure in words', () => {
	test('where the appliance explains more is said once', () => {
		const messages = [{ ...said, url: 'https://help.example/x' }, said, { ...said, url: 'https://help.example/x' }];
		const error = new XClarityError('Lab refused this.', { kind: 'refused', messages });
		assert.equal(failureMessage('Upload', error), 'Upload: Lab refused this. More at https://help.example/x');
	});

	test('without an address there is nothing more', () => {
		assert.equal(failureMessage('Upload', new Error('It broke.')), 'Upload: It broke.');
	});

	test('words of a server are no link that runs a command', () => {
		const error = new XClarityError('Lab: [Repair](command:workbench.action.quit).', { kind: 'failed' });
		assert.equal(failureMessage('Upload', error), 'Upload: Lab: [Repair] (command:workbench.action.quit).');
	});
});
