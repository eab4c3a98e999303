import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { configDocument } from '../../../../server/language/config/configDocument';
import { configProblems } from '../../../../server/language/config/configProblems';
import { declaredMacros } from '../../../../server/language/config/customMacros';
import { CorrectElement } from '../../../../server/language/config/json/correctElement';
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

	test('what is correct by itself gets no nodes of this version, neither for colours nor for the outline', () => {
		const settings = Array.from({ length: 30 }, (_, index) => `{"name": "a${index}", "type": "string"}`);
		const { document } = marked(`{"name": "x", "content": [${settings.join(', ')}],}`);
		const elements = configDocument(document)
			.tree()
			?.children?.[1]?.children?.[1]?.children?.filter(node => node instanceof CorrectElement);
		assert.equal(elements?.length, 30);
		// A report needs the nodes of what it is about.
		configProblems(document);
		let made = 0;
		for (const element of elements ?? [])
			Object.defineProperty(element, 'children', {
				get() {
					made++;
				},
			});
		assert.equal(configTokens(document).filter(({ type }) => type === 'property').length, 62);
		assert.equal(declaredMacros(document).nodes.length, 30);
		assert.equal(made, 0);
	});
});
