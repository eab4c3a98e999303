import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { windowsDialect } from '../../../../../../server/language/unattend/windows/windowsDialect';
import { completed } from '../xmlVerbs';

suite('completion in XML', () => {
	test('behind the name of an end tag there is nothing to write', () => {
		assert.deepEqual(completed(windowsDialect, '<unattend><settings pass="specialize"></settings ‸></unattend>'), []);
		assert.deepEqual(completed(windowsDialect, '<unattend><servicing/></unattend ‸>'), []);
	});
});
