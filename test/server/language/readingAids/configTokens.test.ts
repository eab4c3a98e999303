import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { configTokens } from '../../../../server/language/readingAids/configTokens';
import { marked } from '../../../support/markers';

const coloured = (text: string): string[] => {
	const { document } = marked(text);
	return configTokens(document).map(
		({ offset, length, type }) => `${document.getText().slice(offset, offset + length)} ${type}`,
	);
};

suite('colours of a configuration-settings file', () => {
	test('keys of the format, known values and regular expressions', () => {
		assert.deepEqual(coloured('{ "category": "static", "name": "dynamic", "regex": "^a$", "mine": "static" }'), [
			'"category" property',
			'"static" enumMember',
			'"name" property',
			'"regex" property',
			'"^a$" regexp',
		]);
	});

	test('a macro in a text', () => {
		assert.deepEqual(coloured('{ "category": "static", "value": "x #predefined.otherSettings.jobId# y" }').slice(2), [
			'"value" property',
			'#predefined.otherSettings.jobId# macro',
		]);
	});
});
