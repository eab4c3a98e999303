import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configProblems } from '../../../../server/language/config/configProblems';
import { configMistakes, soundFile } from '../../../fixtures/mistakes/configMistakes';

const documentOf = (text: string): TextDocument =>
	TextDocument.create('file:///site.xclarity.json', 'xclarity-config', 1, text);

/** Each report as its code and line. */
function reportsOn(text: string): string[] {
	const document = documentOf(text);
	return configProblems(document).map(({ code, start }) => `${code} in line ${document.positionAt(start).line}`);
}

suite('one mistake, one report', () => {
	test('the file without a mistake has none', () => assert.deepEqual(reportsOn(soundFile), []));

	for (const { what, text, code, line } of configMistakes) {
		test(what, () => assert.deepEqual(reportsOn(text), [`${code} in line ${line}`]));
	}
});
