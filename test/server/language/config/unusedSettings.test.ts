import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configLanguage } from '../../../../server/language/config/configLanguage';
import type { Context } from '../../../../server/language/language';
import { noLink } from '../../../../server/language/links/link';
import { marked } from '../../../support/markers';

const site = readFileSync('test/fixtures/config/site.xclarity.json', 'utf8');

/** What is said about unused settings when these files are linked. */
function unused(...files: readonly string[]): string[] {
	const dependents = files.map((text, index) => TextDocument.create(`file:///site/${index}.ks`, 'kickstart', 1, text));
	const context: Context = { severities: {}, link: noLink, dependents, applianceMacros: [], files: [] };
	return configLanguage
		.validate(marked(site).document, context)
		.filter(({ code }) => code === 'config-unused-setting')
		.map(({ message, range }) => `${marked(site).document.getText(range)}: ${message}`);
}

suite('unusedSettings', () => {
	test('settings that no linked file uses; a group of which nothing is used is one report', () => {
		assert.deepEqual(unused('lang #server-settings.server0.locale#\n', 'logging #logpath#\n'), [
			'"keyboardLocale": No linked file uses #server-settings.server0.keyboardLocale#.',
			'"common-ntpservers": No linked file uses #common-ntpservers#.',
		]);
		assert.deepEqual(unused('text\n').length, 3);
	});

	test('the macro of a group, any instance, and a misspelled macro use what they name', () => {
		assert.deepEqual(
			unused(
				'# #server-settings.server0# #common-ntpservers.ntpserver1# #logpath#\nlang #server-settings.server0.locale#\n',
			),
			[],
		);
		assert.deepEqual(unused('lang #server-settings.server0.locle# #server-settings.server2.keyboardLocale#\n'), [
			'"common-ntpservers": No linked file uses #common-ntpservers#.',
			'"logpath": No linked file uses #logpath#.',
		]);
	});

	test('without a linked file nothing is said', () => assert.deepEqual(unused(), []));
});
