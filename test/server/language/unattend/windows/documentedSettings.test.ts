import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import table from '../../../../../schemas/windows-settings.json';
import { validate } from '../../../../../schemas/windows-settings.schema.json?compiled';
import { documentedSettings } from '../../../../../server/language/unattend/windows/documentedSettings';

suite('the settings that Microsoft documents', () => {
	test('are what their schema says', () => {
		assert.ok(validate(table), JSON.stringify(validate.errors?.[0]));
	});

	test('have the passes of their group unless they say otherwise', () => {
		const settings = documentedSettings('Microsoft-Windows-Shell-Setup', ['specialize', 'oobeSystem']);
		assert.deepEqual(settings?.get('OOBE/NetworkLocation'), {
			type: 'string',
			values: ['Home', 'Work', 'Other'],
			passes: ['oobeSystem'],
		});
		assert.deepEqual(settings?.get('RegisteredOrganization')?.passes, ['specialize', 'oobeSystem']);
		assert.equal(settings?.get('UserAccounts/LocalAccounts/LocalAccount')?.item, true);
	});

	test('names that JavaScript gives to every object are no components', () => {
		assert.equal(documentedSettings('constructor', []), undefined);
	});
});
