import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { languageFor } from '../../../../server/language/languageService';
import { noLink } from '../../../../server/language/links/link';
import { readMacros } from '../../../../server/language/macros/macroReader';
import { unattendTemplates } from '../../../../server/language/newFiles/unattendTemplates';
import { recognise } from '../../../../server/language/recognise';
import { lockedHash } from '../../../../server/language/unattend/values/lockedHash';

const context = { severities: {}, link: noLink, dependents: [], applianceMacros: [], files: [] };

suite('templates of unattend files', () => {
	for (const { id, kind, fileName, text } of unattendTemplates()) {
		test(`${id} passes our own checks`, () => {
			const document = TextDocument.create(`file:///site/${fileName}`, '', 1, text);
			const loud = languageFor(kind)
				.validate(document, context)
				.filter(({ severity }) => severity === DiagnosticSeverity.Error || severity === DiagnosticSeverity.Warning);
			assert.deepEqual(
				loud.map(({ code, message, range }) => `${range.start.line + 1}: ${code} ${message}`),
				[],
			);
		});

		test(`${id} is recognised by its name and text`, () => {
			assert.equal(recognise({ path: fileName, text }), kind);
		});

		test(`${id} has the recommended macros, and needs no configuration-settings file`, () => {
			const names = readMacros(text).references.map(({ name }) => name);
			for (const hook of ['preinstallConfig', 'postinstallConfig']) {
				assert.equal(names.filter(name => name === `predefined.unattendSettings.${hook}`).length, 1);
			}
			assert.deepEqual(
				names.filter(name => !name.startsWith('predefined.')),
				[],
			);
		});
	}

	test('there is one for each operating system', () => {
		assert.deepEqual(
			unattendTemplates().map(({ id }) => id),
			['rhel9', 'rocky9', 'sles15', 'esxi8', 'windows2022'],
		);
	});
});

test('the hash that stands for a password has the form of SHA-512 crypt', () => {
	assert.match(lockedHash, /^\$6\$[./0-9A-Za-z]{1,16}\$[./0-9A-Za-z]{86}$/);
});
