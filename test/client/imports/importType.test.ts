import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { importTypes, importTypesFor } from '../../../client/imports/importType';
import { imageTypes } from '../../../server/rest/wire';

suite('kinds of files to import', () => {
	test('each kind that the appliance takes is there once', () => {
		assert.deepEqual(
			importTypes.map(({ imageType }) => imageType).toSorted(),
			imageTypes.filter(type => type !== 'CUSTOM_CONFIG').toSorted(),
		);
	});

	test('a group of the view has its own kinds first, and all others after them', () => {
		const first = (group: Parameters<typeof importTypesFor>[0]) => importTypesFor(group)[0]?.imageType;
		assert.deepEqual([first('images'), first('others'), first('configs')], ['OS', 'BUNDLE', 'CONFIG']);
		assert.equal(importTypesFor('others').length, importTypes.length);
	});
});
