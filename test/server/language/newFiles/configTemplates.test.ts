import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { configTemplates } from '../../../../server/language/newFiles/configTemplates';
import { recognise } from '../../../../server/language/recognise';

const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

suite('templates of configuration-settings files', () => {
	for (const { id, kind, fileName, text } of configTemplates()) {
		test(`${id} passes our own checks`, () => {
			const document = TextDocument.create(`file:///site/${fileName}`, '', 1, text);
			assert.deepEqual(
				languageFor(kind)
					.validate(document, context)
					.map(({ code, message }) => `${code} ${message}`),
				[],
			);
			assert.equal(recognise({ path: fileName, text }), 'config');
		});
	}

	test('there are three', () => assert.equal(configTemplates().length, 3));
});
